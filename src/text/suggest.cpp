#include "text/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

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

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const auto from = code_points(a);
    const auto to = code_points(b);
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
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[to.size()];
}

std::optional<std::string> nearest(std::string_view written,
                                   std::span<const std::string> candidates) {
    if (written.size() > kLongestName) return std::nullopt;
    const auto plain = fold_without_diacritics(written);
    const std::string* best = nullptr;
    std::size_t best_distance = std::max<std::size_t>(1, count_code_points(plain) / 3) + 1;
    for (const auto& candidate : candidates) {
        if (candidate.size() > kLongestName) continue;
        const auto distance = edit_distance(plain, fold_without_diacritics(candidate));
        if (distance < best_distance) {
            best = &candidate;
            best_distance = distance;
        }
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

std::string did_you_mean(std::string_view written, std::span<const std::string> candidates) {
    const auto found = nearest(written, candidates);
    return found ? fmt::format("did you mean `{}`?", printable(*found)) : std::string();
}

}  // namespace plantool
