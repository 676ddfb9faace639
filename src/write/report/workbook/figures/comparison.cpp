#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/figures/figure_grid.hpp"

namespace plantool::xlsx {
namespace {

using Layout = FiguresLayout;

/// What the totals are compared with: the period before.
class Comparison {
  public:
    explicit Comparison(FigureGrid& grid) : grid_(grid) {}

    void comparison() {
        auto row = grid_.at.comparison;
        grid_.sheet.keep_together(grid_.at.total - 1, grid_.at.comparison + 2);
        if (!grid_.report.before) {
            grid_.sheet.merged(row, 0, grid_.last_col,
                               say(Word::nothing_to_compare, grid_.language()), {.italic = true});
            return;
        }
        const auto line = [&](Row at, const std::string& text) {
            grid_.sheet.blank(at, 0, cell_style());
            grid_.sheet.merged(at, 1, 2, text, cell_style());
        };
        line(row, before_label(grid_.report, grid_.language()));
        line(row + 1, say(Word::change, grid_.language()));
        line(row + 2, say(Word::change_percent, grid_.language()));
        Col col = Layout::kFirstIndicator;
        for (const auto& table : grid_.report.indicators) compare(row, col++, table);
    }

    /// The agencies of the period before, of which some may not owe this report.
    void before() {
        grid_.heading(grid_.at.before, before_label(grid_.report, grid_.language()));
        for (const auto& table : grid_.report.indicators) {
            for (const auto& value : table.before_by_agency) rows_before_[value.of];
        }
        auto row = grid_.at.before + 1;
        for (auto& [agency, at] : rows_before_) {
            at = row++;
            grid_.sheet.number(at, 0, static_cast<double>(at - grid_.at.before), centred_style());
            grid_.sheet.text(at, 1, agency_name(grid_.report, agency), cell_style());
            grid_.sheet.blank(at, 2, cell_style());
            Col col = Layout::kFirstIndicator;
            for (const auto& table : grid_.report.indicators) {
                grid_.value(at, col++, value_of(table.before_by_agency, agency));
            }
        }
        grid_.totals(grid_.at.before_total, grid_.at.before + 1, [&](const IndicatorTable& table) {
            return TotalOf{table.before, last_agency(table)};
        });
    }

  private:
    void compare(Row row, Col col, const IndicatorTable& table) {
        const auto style = figure_style(total_decimals(grid_.report, table));
        const auto percent = with(style, [](Style& s) { s.number = "+0.0%;-0.0%;0%"; });
        if (table.before) {
            grid_.sheet.formula(row, col, "=" + cell_name(grid_.at.before_total, col),
                                *table.before, style);
        } else {
            grid_.sheet.text(row, col, "–", style);
        }
        if (!table.total || !table.before) {
            grid_.sheet.text(row + 1, col, "–", style);
            grid_.sheet.text(row + 2, col, "–", percent);
            return;
        }
        const auto now = cell_name(grid_.at.total, col);
        const auto then = cell_name(row, col);
        const double change = total_of(Total::sum, {*table.total, -*table.before}).value_or(0);
        grid_.sheet.formula(
            row + 1, col, fmt::format("={}-{}", now, then), change,
            with(style, [](Style& s) { s.number = "+" + s.number + ";-" + s.number + ";0"; }));
        if (*table.before == 0) return grid_.sheet.text(row + 2, col, "–", percent);
        grid_.sheet.formula(row + 2, col, fmt::format("={}/{}-1", now, then),
                            *table.total / *table.before - 1, percent);
    }

    /// The row of any agency whose value the total is, for the rule `last`.
    std::optional<Row> last_agency(const IndicatorTable& table) const {
        for (const auto& value : table.before_by_agency) {
            if (value.value == table.before) return rows_before_.at(value.of);
        }
        return std::nullopt;
    }

    FigureGrid& grid_;
    std::map<AgencyIx, Row> rows_before_;
};

}  // namespace

void write_comparison(FigureGrid& grid) {
    Comparison comparison(grid);
    comparison.comparison();
    if (grid.report.before) comparison.before();
}

}  // namespace plantool::xlsx
