#include "read/paper/period_phrase.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/vietnamese.hpp"

namespace plantool {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// The words of the text as they are compared, without what parts them.
class Words {
  public:
    explicit Words(std::string_view text) : plain_(is_ascii(text)) {
        std::string word;
        for (const char c : folded(text) + " ") {
            const bool part = (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (part) {
                word += c;
            } else if (!word.empty()) {
                words_.push_back(std::exchange(word, {}));
            }
        }
    }

    std::size_t size() const { return words_.size(); }
    bool is(std::size_t at, std::string_view word) const {
        return at < words_.size() && words_[at] == folded(word);
    }
    std::string_view operator[](std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at]) : std::string_view();
    }
    /// A whole number of at most two digits; 0 where there is none.
    int small_number(std::size_t at) const {
        const auto word = (*this)[at];
        const bool digits = !word.empty() && word.size() <= 2 && is_digits(word);
        return digits ? std::stoi(std::string(word)) : 0;
    }
    std::optional<int> year(std::size_t at) const {
        const auto word = (*this)[at];
        if (word.size() != 4 || !is_digits(word)) return std::nullopt;
        const int year = std::stoi(std::string(word));
        return year >= 1900 && year < 2200 ? std::optional(year) : std::nullopt;
    }

  private:
    static bool is_digits(std::string_view word) {
        return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
    std::string folded(std::string_view text) const {
        return plain_ ? fold_without_diacritics(text) : fold_name(text);
    }

    bool plain_;
    std::vector<std::string> words_;
};

int quarter_of(const Words& words, std::size_t at) {
    constexpr std::string_view kRoman[] = {"i", "ii", "iii", "iv"};
    for (int i = 0; i < 4; ++i) {
        if (words[at] == kRoman[i]) return i + 1;
    }
    return words.small_number(at);
}

/// What begins at a word: in the words that periods are read from, but for the year.
struct Found {
    Cadence cadence = Cadence::annual;
    std::string words;
    std::size_t next = 0;
};

std::optional<Found> found_at(const Words& words, std::size_t at) {
    const bool quarter = words.is(at, "quý") || words.is(at, "quí");
    if (quarter && quarter_of(words, at + 1) > 0) {
        return Found{Cadence::quarterly, fmt::format("quý {}", quarter_of(words, at + 1)), at + 2};
    }
    if (words.is(at, "tuần") && words.small_number(at + 1) > 0) {
        return Found{Cadence::weekly, fmt::format("tuần {}", words.small_number(at + 1)), at + 2};
    }
    const bool six = words.small_number(at) == 6 || words.is(at, "sáu");
    const bool nine = words.small_number(at) == 9 || words.is(at, "chín");
    if ((six || nine) && words.is(at + 1, "tháng")) {
        const bool first = words.is(at + 2, "đầu");
        if (nine) {
            return Found{Cadence::nine_month, "9 tháng đầu", at + (first ? 3U : 2U)};
        }
        if (first || words.is(at + 2, "cuối")) {
            const auto* which = first ? "6 tháng đầu" : "6 tháng cuối";
            return Found{Cadence::semiannual, which, at + 3};
        }
        return std::nullopt;
    }
    // `tháng 6 năm 2022` in `ngày 24 tháng 6 năm 2022` is no month's report.
    const bool of_a_day = at >= 2 && words.is(at - 2, "ngày");
    if (words.is(at, "tháng") && words.small_number(at + 1) > 0 && !of_a_day) {
        return Found{Cadence::monthly, fmt::format("tháng {}", words.small_number(at + 1)), at + 2};
    }
    return std::nullopt;
}

}  // namespace

std::vector<PeriodPhrase> period_phrases(std::string_view text, std::optional<int> year) {
    const Words words(text);
    std::vector<PeriodPhrase> out;
    const auto add = [&](Cadence cadence, const std::string& phrase, std::optional<int> written) {
        if (!written && !year) return;
        const auto id = canonical_period_id(
            cadence, fmt::format("{}{}năm {:04}", phrase, phrase.empty() ? "" : " ",
                                 written ? *written : *year));
        if (id) out.push_back({cadence, *id, written.has_value()});
    };
    for (std::size_t at = 0; at < words.size();) {
        const auto found = found_at(words, at);
        if (found) {
            auto next = found->next;
            if (words.is(next, "của")) ++next;
            if (words.is(next, "năm")) ++next;
            const auto written = words.year(next);
            add(found->cadence, found->words, written);
            at = written ? next + 1 : std::max(found->next, next);
        } else if (words.is(at, "năm") && words.year(at + 1) &&
                   !(at >= 2 && words.is(at - 2, "tháng"))) {
            add(Cadence::annual, "", words.year(at + 1));
            at += 2;
        } else {
            ++at;
        }
    }
    return out;
}

}  // namespace plantool
