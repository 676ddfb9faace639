#include "read/draft/phrases/words_in.hpp"

#include <algorithm>

#include "text/string_map.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

bool is_word_letter(char32_t c) {
    if (c < 0x80) {
        return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    }
    // Letters, and the marks that stand on them; not the marks of sentences.
    return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c > 0x2FFF;
}

/// Marks that stay within a word where letters or digits are on both sides.
bool is_inner_mark(char32_t c) {
    return c == U'/' || c == U'&' || c == U'.' || c == U'-' || c == U'@' || c == U'_';
}

std::vector<std::string> fold_words(std::string_view phrase) {
    std::vector<std::string> out;
    const WordsIn words(phrase);
    for (std::size_t i = 0; i < words.size(); ++i) out.push_back(words[i]);
    return out;
}

/// Phrases are literals that are looked for in every sentence: each is folded once.
const std::vector<std::string>& folded_phrase(std::string_view phrase) {
    thread_local StringMap<std::vector<std::string>> known;
    const auto found = known.find(phrase);
    if (found != known.end()) return found->second;
    return known.emplace(std::string(phrase), fold_words(phrase)).first->second;
}

}  // namespace

WordsIn::WordsIn(std::string_view text) : text_(text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto begin = at;
        if (!is_word_letter(next_code_point(text, at))) continue;
        auto end = at;
        while (at < text.size()) {
            const auto c = next_code_point(text, at);
            if (is_word_letter(c)) {
                end = at;
                continue;
            }
            if (!is_inner_mark(c) || at >= text.size()) break;
            auto ahead = at;
            if (!is_word_letter(next_code_point(text, ahead))) break;
        }
        at = end;
        words_.push_back({fold_name(text.substr(begin, end - begin)), begin, end});
    }
}

const std::string& WordsIn::operator[](std::size_t at) const {
    static const std::string none;
    return at < words_.size() ? words_[at].folded : none;
}

std::string_view WordsIn::written(std::size_t at) const {
    return at < words_.size() ? written(at, at + 1) : std::string_view();
}

std::string_view WordsIn::written(std::size_t first, std::size_t next) const {
    next = std::min(next, words_.size());
    if (first >= next) return {};
    return text_.substr(words_[first].begin, words_[next - 1].end - words_[first].begin);
}

std::string_view WordsIn::behind(std::size_t next) const {
    if (next == 0) return text_;
    return next <= words_.size() ? text_.substr(words_[next - 1].end) : std::string_view();
}

std::string_view WordsIn::before(std::size_t first) const {
    return first < words_.size() ? text_.substr(0, words_[first].begin) : text_;
}

std::string_view WordsIn::gap(std::size_t at) const {
    if (at == 0 || at >= words_.size()) return {};
    return text_.substr(words_[at - 1].end, words_[at].begin - words_[at - 1].end);
}

bool WordsIn::is_upper(std::size_t at) const {
    if (at >= words_.size()) return false;
    std::size_t next = words_[at].begin;
    const auto c = next_code_point(text_, next);
    const auto base = base_letter(c);
    return base >= U'A' && base <= U'Z';
}

std::size_t WordsIn::match(std::size_t at, std::string_view phrase) const {
    const auto& words = folded_phrase(phrase);
    if (at + words.size() > words_.size()) return 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words_[at + i].folded != words[i]) return 0;
    }
    return words.size();
}

std::size_t WordsIn::match_any(std::size_t at,
                               std::initializer_list<std::string_view> phrases) const {
    std::size_t longest = 0;
    for (const auto phrase : phrases) longest = std::max(longest, match(at, phrase));
    return longest;
}

std::optional<PhraseAt> WordsIn::find(std::string_view phrase, std::size_t from) const {
    return find_any({phrase}, from);
}

std::optional<PhraseAt> WordsIn::find_any(std::initializer_list<std::string_view> phrases,
                                          std::size_t from) const {
    for (auto at = from; at < words_.size(); ++at) {
        if (const auto length = match_any(at, phrases)) return PhraseAt{at, at + length};
    }
    return std::nullopt;
}

std::optional<int> WordsIn::number(std::size_t at, std::size_t most_digits) const {
    if (at >= words_.size()) return std::nullopt;
    const auto word = written(at);
    const bool digits =
        !word.empty() && word.size() <= most_digits && word.size() <= 6 &&
        std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional(std::stoi(std::string(word))) : std::nullopt;
}

}  // namespace plantool
