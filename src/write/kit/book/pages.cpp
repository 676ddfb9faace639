#include "write/kit/book/pages.hpp"

#include <array>

namespace plantool::xlsx {

std::vector<lxw_row_t> page_breaks(const PrintedRows& rows,
                                   const std::function<double(lxw_row_t)>& height_of) {
    using Row = lxw_row_t;
    const auto& together = rows.together;
    const auto height_of_all = [&](Row from, Row to) {
        double height = 0;
        for (Row row = from; row <= to; ++row) height += height_of(row);
        return height;
    };
    constexpr std::size_t kMost = LXW_BREAKS_MAX - 1;
    constexpr double kSure = 0.98;         // of a page
    constexpr double kLibreOffice = 1.03;  // whose pages hold so much more than Excel's
    struct Paper {
        double height = 0;
        Row begin = 0;  ///< of the page at hand
        double used = 0;
    };
    std::array papers{Paper{rows.page, rows.first}, Paper{rows.page * kLibreOffice, rows.first}};
    const auto repeated = [&](Row at) {
        return rows.repeated && at > rows.repeated->second
                   ? height_of_all(rows.repeated->first, rows.repeated->second)
                   : 0.0;
    };
    std::vector<Row> breaks;
    auto block = together.begin();
    for (Row row = rows.first; row <= rows.last && block != together.end(); ++row) {
        while (block != together.end() && block->first < row) ++block;
        bool parted = false;
        if (block != together.end() && block->first == row && breaks.size() < kMost) {
            const double height = height_of_all(block->first, block->second);
            for (const auto& paper : papers) {
                const bool fits = paper.used + height <= paper.height * kSure;
                const bool could = height + repeated(row) <= paper.height;
                parted = parted || (!fits && could && row > paper.begin);
            }
        }
        if (parted) breaks.push_back(row);
        const double height = height_of(row);
        for (auto& paper : papers) {
            if (parted || paper.used + height > paper.height) {
                paper.begin = row;
                paper.used = repeated(row);
            }
            paper.used += height;
        }
    }
    return breaks;
}

void set_margins(lxw_worksheet* sheet, const Page& page) {
    worksheet_set_margins(sheet, inches(page.left), inches(page.right), inches(page.top),
                          inches(page.bottom));
}

}  // namespace plantool::xlsx
