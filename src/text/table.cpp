#include "text/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 8;

}  // namespace

std::vector<int> TextTable::fit(int width) const {
    std::vector<int> widths(elastic.size(), 0);
    for (const auto& cells : rows) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(cells[i].text));
        }
    }
    if (width <= 0) return widths;
    const auto used = static_cast<int>(std::count_if(widths.begin(), widths.end(),
                                                     [](int w) { return w > 0; }));
    int excess = std::accumulate(widths.begin(), widths.end(), 0) + kGap * used - width;
    while (excess > 0) {
        auto widest = widths.end();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (!elastic[i] || widths[i] <= kNarrowest) continue;
            const auto at = widths.begin() + static_cast<std::ptrdiff_t>(i);
            if (widest == widths.end() || *at > *widest) widest = at;
        }
        if (widest == widths.end()) break;
        --*widest;
        --excess;
    }
    return widths;
}

std::string TextTable::row(std::size_t index, const std::vector<int>& widths, bool color) const {
    std::string out;
    std::string pending;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] == 0) continue;
        pending.append(kGap, ' ');
        const auto& cell = rows[index][i];
        const auto text = clip_to_width(cell.text, widths[i]);
        const auto missing = static_cast<std::size_t>(std::max(0, widths[i] - display_width(text)));
        if (right[i]) pending.append(missing, ' ');
        if (!text.empty()) {
            out += pending;
            pending.clear();
            out += color && !cell.sgr.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", cell.sgr, text)
                                              : text;
        }
        if (!right[i]) pending.append(missing, ' ');
    }
    return out + '\n';
}

}  // namespace plantool
