#include "write/report/workbook/figures/figure_grid.hpp"

#include <algorithm>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool::xlsx {
namespace {

using Layout = FiguresLayout;

Style total_style(int decimals) {
    return with(figure_style(decimals), [](Style& s) {
        s.bold = true;
        s.fill = header_style().fill;
    });
}

}  // namespace

Style figure_style(int decimals) {
    return with(number_style(), [&](Style& s) { s.number = number_format(decimals); });
}

Style centred_style() {
    return with(cell_style(), [](Style& s) { s.align = Align::center; });
}

FigureGrid::FigureGrid(const Context& of)
    : context(of),
      report(of.report),
      agencies(expected_agencies(of.report)),
      at(figures_layout(of.report)),
      sheet(open_sheet(of, SheetId::figures)) {
    for (const auto& table : report.indicators) {
        values.push_back(parts_of(table));
        for (const auto& [part, value] : values.back()) parts.push_back(part);
        decimals.push_back(table_decimals(report, table));
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    constexpr std::size_t kFewest = 5;  // columns, so that titles have room
    const auto columns = std::max(report.indicators.size(), kFewest);
    last_col = static_cast<Col>(Layout::kFirstIndicator + columns - 1);
}

void FigureGrid::heading(Row row, const std::string& text) {
    sheet.keep_together(row, row + 1);
    sheet.merged(row, 0, last_col, text, heading_style());
}

void FigureGrid::value(Row row, Col col, const double* value) {
    const auto style = figure_style(decimals[col - Layout::kFirstIndicator]);
    if (value == nullptr) {
        sheet.blank(row, col, style);
    } else {
        sheet.number(row, col, *value, style);
    }
}

Row FigureGrid::part_row(const Part& part) const {
    const auto found = std::lower_bound(parts.begin(), parts.end(), part);
    return at.detail_first + static_cast<Row>(found - parts.begin());
}

void FigureGrid::totals(Row row, Row first,
                        const std::function<TotalOf(const IndicatorTable&)>& of) {
    sheet.blank(row, 0, header_style());
    sheet.text(row, 1, say(Word::total, language()), header_style());
    sheet.blank(row, 2, header_style());
    Col col = Layout::kFirstIndicator;
    for (const auto& table : report.indicators) {
        const auto style = total_style(total_decimals(report, table));
        const auto total = of(table);
        const auto rule = report.plan().indicators[table.indicator].total;
        auto formula = formula_of(rule, range_name(first, col, row - 1, col));
        if (formula.empty() && total.last) formula = "=" + cell_name(*total.last, col);
        if (!total.value) {
            sheet.text(row, col, "–", style);
        } else if (formula.empty()) {
            sheet.number(row, col, *total.value, style);
        } else {
            sheet.formula(row, col, formula, *total.value, style);
        }
        ++col;
    }
}

}  // namespace plantool::xlsx
