#include "core/time/period_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "text/string_map.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLongest = 100;  // bytes: longer than any name of a period

/// Split at blanks and at slashes; a slash stays as a word of its own.
Words words_of(std::string_view text) {
    Words words;
    bool open = false;
    for (const char c : fold_name(text)) {
        if (c == ' ' || c == '/') {
            open = false;
            if (c == '/') words.emplace_back("/");
            continue;
        }
        if (!open) words.emplace_back();
        open = true;
        words.back() += c;
    }
    return words;
}

std::optional<int> number(std::string_view word, std::size_t most_digits) {
    int value = 0;
    const auto* end = word.data() + word.size();
    const bool digits =
        !word.empty() && word.size() <= most_digits &&
        std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || std::from_chars(word.data(), end, value).ptr != end) return std::nullopt;
    return value;
}

/// `2022`, or `2026-2027` for a year that begins in the first of the two.
std::optional<int> year_word(std::string_view word) {
    const auto year = word.size() == 4 ? number(word, 4) : std::nullopt;
    if (year) return year;
    if (word.size() != 9 || word[4] != '-') return std::nullopt;
    const auto first = number(word.substr(0, 4), 4);
    const auto second = number(word.substr(5), 4);
    return first && second && *second == *first + 1 ? first : std::nullopt;
}

/// 1 to 4 from `3` or `iii`.
std::optional<int> quarter_word(std::string_view word) {
    constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
    const auto* const found = std::find(kRoman.begin(), kRoman.end(), word);
    if (found != kRoman.end()) return static_cast<int>(found - kRoman.begin()) + 1;
    return number(word, 1);
}

/// The form in which words are compared; of the few that the patterns have, made once.
std::string_view folded(std::string_view literal) {
    static const auto known = [] {
        StringMap<std::string> words;
        for (const auto* word : {"tuần", "tháng", "quý", "năm", "đầu", "cuối"}) {
            words.emplace(word, fold_name(word));
        }
        return words;
    }();
    const auto found = known.find(literal);
    return found == known.end() ? literal : std::string_view(found->second);
}

/// Whether the words are these, where `#` stands for any one word, which is taken out. A word in
/// the pattern that begins with `?` may be left out.
std::optional<Words> match(const Words& words, std::initializer_list<std::string_view> pattern) {
    Words taken;
    auto at = words.begin();
    for (const auto expected : pattern) {
        const bool optional = expected.starts_with('?');
        const auto literal = folded(optional ? expected.substr(1) : expected);
        const bool there = at != words.end();
        if (there && expected == "#" && *at != "/") {
            taken.push_back(*at++);
        } else if (there && *at == literal) {
            ++at;
        } else if (!optional) {
            return std::nullopt;
        }
    }
    return at == words.end() ? std::optional(taken) : std::nullopt;
}

struct Numbered {
    int number = 0;
    int year = 0;
};

std::optional<Numbered> numbered(const std::optional<Words>& taken,
                                 std::optional<int> (*read)(std::string_view), int most) {
    if (!taken) return std::nullopt;
    const auto value = read(taken->at(0));
    const auto year = year_word(taken->at(1));
    if (!value || !year || *value < 1 || *value > most) return std::nullopt;
    return Numbered{*value, *year};
}

std::optional<int> two_digits(std::string_view word) {
    return number(word, 2);
}

std::optional<std::string> half_of(const Words& words) {
    for (const int half : {1, 2}) {
        const auto which = half == 1 ? "đầu" : "cuối";
        for (const auto& taken : {match(words, {"6", "tháng", which, "?năm", "#"}),
                                  match(words, {"6", "tháng", which, "/", "#"})}) {
            const auto year = taken ? year_word(taken->front()) : std::nullopt;
            if (year) return fmt::format("{:04}-H{}", *year, half);
        }
    }
    return std::nullopt;
}

std::optional<std::string> write(const std::optional<Numbered>& found, std::string_view pattern) {
    if (!found) return std::nullopt;
    return fmt::format(fmt::runtime(pattern), found->year, found->number);
}

std::optional<std::string> first_of(std::optional<std::string> one,
                                    std::optional<std::string> other) {
    return one ? std::move(one) : std::move(other);
}

}  // namespace

std::optional<std::string> period_id_in_words(Cadence cadence, std::string_view text) {
    if (text.empty() || text.size() > kLongest) return std::nullopt;
    const auto words = words_of(text);
    switch (cadence) {
        case Cadence::weekly:
            return first_of(
                write(numbered(match(words, {"tuần", "#", "/", "#"}), two_digits, 53),
                      "{:04}-W{:02}"),
                write(numbered(match(words, {"tuần", "#", "?năm", "#"}), two_digits, 53),
                      "{:04}-W{:02}"));
        case Cadence::monthly:
            return first_of(
                write(numbered(match(words, {"?tháng", "#", "/", "#"}), two_digits, 12),
                      "{:04}-{:02}"),
                write(numbered(match(words, {"tháng", "#", "?năm", "#"}), two_digits, 12),
                      "{:04}-{:02}"));
        case Cadence::quarterly:
            return first_of(
                write(numbered(match(words, {"quý", "#", "/", "#"}), quarter_word, 4), "{:04}-Q{}"),
                write(numbered(match(words, {"quý", "#", "?năm", "#"}), quarter_word, 4),
                      "{:04}-Q{}"));
        case Cadence::semiannual:
            return half_of(words);
        case Cadence::nine_month: {
            for (const auto& taken : {match(words, {"9", "tháng", "?đầu", "?năm", "#"}),
                                      match(words, {"9", "tháng", "/", "#"})}) {
                const auto year = taken ? year_word(taken->front()) : std::nullopt;
                if (year) return fmt::format("{:04}-9M", *year);
            }
            return std::nullopt;
        }
        case Cadence::annual: {
            const auto taken = match(words, {"năm", "#"});
            const auto year = taken ? year_word(taken->front()) : std::nullopt;
            return year ? std::optional(fmt::format("{:04}", *year)) : std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

}  // namespace plantool
