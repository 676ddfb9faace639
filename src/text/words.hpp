// What people read, in the two languages of the tool: one table, and one way to say a word of it.
// The entries stand in text/words/*.inc, in parts by where they are read. States, cadences, periods
// and diagnostic codes have tables of their own, with what else is known of them.
//
// An entry may have placeholders as of fmt: `{}` in the same order in both languages, or `{0}` and
// `{1}` where the order differs. That a word gets as many arguments as it has placeholders is
// checked when the program is compiled; that its languages have the same ones, by a test.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "text/labels.hpp"

namespace plantool {

// GCC warns of an enumerator that has the name of a function, though a scoped one hides nothing.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
enum class Word : std::uint16_t {
#define WORD(id, vi, en) id,
#define COUNTED(id, vi, en_one, en_many) id,
#include "text/words/all.inc"
#undef WORD
#undef COUNTED
};
#pragma GCC diagnostic pop

struct WordEntry {
    std::string_view id;
    std::string_view vi;
    std::string_view en;
    std::string_view en_many;  ///< of several, where English tells one from several; else empty

    constexpr std::string_view in(Language language) const {
        return language == Language::vi ? vi : en;
    }
};

inline constexpr auto kWords = std::to_array<WordEntry>({
#define WORD(id, vi, en) {#id, vi, en, {}},
#define COUNTED(id, vi, en_one, en_many) {#id, vi, en_one, en_many},
#include "text/words/all.inc"
#undef WORD
#undef COUNTED
});

constexpr const WordEntry& entry_of(Word word) {
    return kWords[static_cast<std::size_t>(word)];
}

/// How many arguments a text takes: the number of its `{}`, or one more than the greatest `{n}`.
constexpr std::size_t placeholders(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '{') continue;
        if (text[i + 1] == '{') {
            ++i;  // a brace of the text
        } else if (text[i + 1] == '}') {
            ++count;
        } else if (const auto numbered = static_cast<std::size_t>(text[i + 1] - '0') + 1;
                   numbered > count) {
            count = numbered;
        }
    }
    return count;
}

/// A word that takes so many arguments; any other does not compile.
template <std::size_t Arguments>
struct WordWith {
    consteval WordWith(Word said) : word(said) {  // NOLINT(google-explicit-constructor)
        if (placeholders(entry_of(said).vi) != Arguments) {
            throw "the word takes another number of arguments";
        }
    }
    Word word;
};

/// The word, which has no placeholder.
std::string say(Word word, Language language);

/// The word with its placeholders filled in.
template <class... Arguments>
std::string say(WordWith<sizeof...(Arguments)> with, Language language,
                const Arguments&... arguments) requires(sizeof...(Arguments) > 0) {
    return fmt::vformat(entry_of(with.word).in(language), fmt::make_format_args(arguments...));
}

/// A counted word, in the form that goes with the count, which is its first argument: "3 days".
template <class... Arguments>
std::string say_count(WordWith<sizeof...(Arguments) + 1> with, Language language,
                      std::int64_t count, const Arguments&... arguments) {
    const auto& entry = entry_of(with.word);
    const bool many = language == Language::en && count != 1 && !entry.en_many.empty();
    return fmt::vformat(many ? entry.en_many : entry.in(language),
                        fmt::make_format_args(count, arguments...));
}

}  // namespace plantool
