// The words of a sentence with their places, so that what is recognised by its words can be taken
// out as it was written.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plantool {

/// A run of letters and digits, with the marks within it: `30/6`, `TT&TT`, `06/CTr-UBND`.
struct WordAt {
    std::string folded;  ///< as names are compared
    std::size_t begin = 0;
    std::size_t end = 0;  ///< bytes of the text
};

/// A phrase that was found: words [first, next).
struct PhraseAt {
    std::size_t first = 0;
    std::size_t next = 0;
};

/// The text must outlive it.
class WordsIn {
  public:
    explicit WordsIn(std::string_view text);

    std::size_t size() const { return words_.size(); }
    const std::string& operator[](std::size_t at) const;  ///< folded; empty beyond the end
    std::string_view written(std::size_t at) const;
    /// From the beginning of one word to the end of the one before `next`.
    std::string_view written(std::size_t first, std::size_t next) const;
    /// Behind the word before `next`, to the end.
    std::string_view behind(std::size_t next) const;
    std::string_view before(std::size_t first) const;
    /// What stands between the word before and this one.
    std::string_view gap(std::size_t at) const;
    bool is_upper(std::size_t at) const;  ///< begins with a capital

    /// How many words of the phrase stand at `at`: all of them, or 0.
    std::size_t match(std::size_t at, std::string_view phrase) const;
    std::size_t match_any(std::size_t at, std::initializer_list<std::string_view> phrases) const;
    std::optional<PhraseAt> find(std::string_view phrase, std::size_t from = 0) const;
    /// The first place at which one of them stands.
    std::optional<PhraseAt> find_any(std::initializer_list<std::string_view> phrases,
                                     std::size_t from = 0) const;
    bool has(std::string_view phrase) const { return find(phrase).has_value(); }
    bool has_any(std::initializer_list<std::string_view> phrases) const {
        return find_any(phrases).has_value();
    }
    /// A whole number of at most so many digits, all of the word.
    std::optional<int> number(std::size_t at, std::size_t most_digits = 2) const;

  private:
    std::string_view text_;
    std::vector<WordAt> words_;
};

}  // namespace plantool
