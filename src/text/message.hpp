// A sentence that is said later, in the language that its reader asks for: a word of the table and
// what fills its places. Whoever finds a fault makes one and need not know the language.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "text/labels.hpp"
#include "text/words.hpp"

namespace plantool {

class Message;

/// A text that is not in the table and is another in each language: what a period is called.
struct InEach {
    std::string vi;
    std::string en;
    bool operator==(const InEach&) const = default;
};

/// What fills a place: a text that is the same in every language (names, ids, what was written), a
/// number, a day, or sentences of their own, which are said one after the other with commas.
using Filling =
    std::variant<std::string, std::int64_t, std::chrono::sys_days, std::vector<Message>, InEach>;

class Message {
  public:
    /// Nothing to say.
    Message() = default;

    /// Takes as many fillings as the word has places; any other number does not compile.
    template <class... Fillings>
    Message(WordWith<sizeof...(Fillings)> with,  // NOLINT(google-explicit-constructor)
            Fillings&&... fillings)
        : said_(true), word_(with.word) {
        fillings_.reserve(sizeof...(fillings));
        (fillings_.push_back(filling(std::forward<Fillings>(fillings))), ...);
    }

    /// A text that is not in the table, the same in every language: what a library said.
    static Message verbatim(std::string text);
    static Message in_each(std::string vi, std::string en);

    bool empty() const { return !said_ && fillings_.empty(); }
    Word word() const { return word_; }

    friend std::string say(const Message& message, Language language);
    bool operator==(const Message&) const = default;

  private:
    template <class T>
    static Filling filling(T&& value) {
        using Plain = std::remove_cvref_t<T>;
        if constexpr (std::is_same_v<Plain, Message>) {
            std::vector<Message> one;
            one.push_back(std::forward<T>(value));
            return one;
        } else if constexpr (std::is_same_v<Plain, std::vector<Message>> ||
                             std::is_same_v<Plain, std::chrono::sys_days>) {
            return Filling(std::forward<T>(value));
        } else if constexpr (std::is_integral_v<Plain>) {
            static_assert(!std::is_same_v<Plain, char> && !std::is_same_v<Plain, bool>);
            return static_cast<std::int64_t>(value);
        } else {
            return std::string(std::forward<T>(value));
        }
    }

    bool said_ = false;
    Word word_{};
    std::vector<Filling> fillings_;
};

/// The sentence; empty where there is none. A counted word takes the form that goes with its first
/// filling. Days are written as people of the language write them among codes and ids:
/// "29/6/2022", "2022-06-29".
std::string say(const Message& message, Language language);

}  // namespace plantool
