#include "text/suggest.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
    return out;
}

// Names longer than this are not compared letter by letter: the cost grows with the square, and
// nobody mistypes a page.
constexpr std::size_t kLongestName = 200;

/// The distance, or `limit` when it is not below that.
std::size_t distance_below(std::size_t limit, const std::u32string& from,
                           const std::u32string& to) {
    const auto difference =
        from.size() > to.size() ? from.size() - to.size() : to.size() - from.size();
    if (difference >= limit) return limit;
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const bool same = from[i - 1] == to[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            const bool swapped =
                i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        // A swap reaches back two rows; when both are too far already, so is all that follows.
        const auto least = std::min(*std::min_element(row.begin(), row.end()),
                                    *std::min_element(last.begin(), last.end()));
        if (least >= limit) return limit;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return std::min(limit, last[to.size()]);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const auto from = code_points(a);
    const auto to = code_points(b);
    return distance_below(from.size() + to.size() + 1, from, to);
}

Suggester::Suggester(std::vector<std::string> names) : names_(std::move(names)) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (names_[i].size() > kLongestName) continue;
        auto folded = code_points(fold_without_diacritics(names_[i]));
        const auto counts = count_letters(folded);
        candidates_.push_back({i, std::move(folded), counts});
    }
}

Suggester::LetterCounts Suggester::count_letters(const std::u32string& text) {
    LetterCounts counts{};
    for (const auto c : text) {
        auto& count = counts[static_cast<std::size_t>(c) % counts.size()];
        if (count < std::numeric_limits<std::uint8_t>::max()) ++count;
    }
    return counts;
}

/// No fewer changes turn one name into the other: each adds one letter, takes one, or does both.
std::size_t Suggester::least_distance(const LetterCounts& a, const LetterCounts& b) {
    unsigned more = 0;
    unsigned fewer = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        more += a[i] > b[i] ? static_cast<unsigned>(a[i] - b[i]) : 0U;
        fewer += b[i] > a[i] ? static_cast<unsigned>(b[i] - a[i]) : 0U;
    }
    return std::max(more, fewer);
}

std::optional<std::string> Suggester::nearest(std::string_view written) const {
    if (written.size() > kLongestName) return std::nullopt;
    const auto plain = code_points(fold_without_diacritics(written));
    const auto counts = count_letters(plain);
    const std::string* best = nullptr;
    std::size_t best_distance = std::max<std::size_t>(1, plain.size() / 3) + 1;
    for (const auto& candidate : candidates_) {
        if (least_distance(counts, candidate.counts) >= best_distance) continue;
        const auto distance = distance_below(best_distance, plain, candidate.folded);
        if (distance >= best_distance) continue;
        best = &names_[candidate.name];
        best_distance = distance;
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

Message Suggester::suggestion(std::string_view written, Message otherwise) const {
    const auto found = nearest(written);
    return found ? Message(Word::did_you_mean, printable(*found)) : std::move(otherwise);
}

std::optional<std::string> nearest(std::string_view written,
                                   std::span<const std::string> candidates) {
    return Suggester({candidates.begin(), candidates.end()}).nearest(written);
}

Message suggestion(std::string_view written, std::span<const std::string> candidates,
                   Message otherwise) {
    return Suggester({candidates.begin(), candidates.end()})
        .suggestion(written, std::move(otherwise));
}

}  // namespace plantool
