#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/figures/figure_grid.hpp"
#include "write/status/wording.hpp"

namespace plantool::xlsx {
namespace {

using Layout = FiguresLayout;

/// The table by agency with its totals. No figure is no zero: its cell stays empty.
class ByAgency {
  public:
    explicit ByAgency(FigureGrid& grid) : grid_(grid) {
        for (const auto& status : grid_.report.status.rows) {
            states_[agency_of(grid_.report, status.row)].push_back(status.state);
        }
    }

    void write() {
        for (std::size_t i = 0; i < grid_.agencies.size(); ++i) agency(i);
        grid_.totals(grid_.at.total, Layout::kFirst, [&](const IndicatorTable& table) {
            return TotalOf{table.total,
                           table.last ? std::optional(last_agency(*table.last)) : std::nullopt};
        });
        if (grid_.agencies.empty()) return;
        grid_.sheet.filter(Layout::kHeader, grid_.at.total - 1, grid_.last_col);
    }

  private:
    /// The states of the agency's rows; the first one's colour.
    void state(Row row, AgencyIx agency) {
        std::string text;
        std::optional<State> colour;
        for (const auto state : states_[agency]) {
            if (!text.empty()) text += "; ";
            text += state_label(state, grid_.language());
            if (!colour) colour = state;
        }
        grid_.sheet.text(row, 2, text, colour ? state_style(*colour) : cell_style());
    }

    void agency(std::size_t i) {
        const auto row = static_cast<Row>(Layout::kFirst + i);
        grid_.sheet.number(row, 0, static_cast<double>(i + 1), centred_style());
        grid_.sheet.text(row, 1, agency_name(grid_.report, grid_.agencies[i]), cell_style());
        state(row, grid_.agencies[i]);
        Col col = Layout::kFirstIndicator;
        for (const auto& table : grid_.report.indicators) {
            agency_value(row, col++, grid_.agencies[i], table);
        }
    }

    /// The first and the last row of an agency in the table by agency and task.
    std::pair<Row, Row> detail_rows(AgencyIx agency) const {
        const auto first =
            std::lower_bound(grid_.parts.begin(), grid_.parts.end(), Part(agency, 0, 0));
        const auto last = std::lower_bound(first, grid_.parts.end(), Part(agency + 1, 0, 0));
        const auto row = [&](auto at) {
            return grid_.at.detail_first + static_cast<Row>(at - grid_.parts.begin());
        };
        return {row(first), row(last) - 1};
    }

    /// The agency's value as its figures make it.
    void agency_value(Row row, Col col, AgencyIx agency, const IndicatorTable& table) {
        const auto style = figure_style(grid_.decimals[col - Layout::kFirstIndicator]);
        const auto* value = value_of(table.by_agency, agency);
        if (value == nullptr) return grid_.sheet.blank(row, col, style);
        const auto [first, last] = detail_rows(agency);
        const auto rule = grid_.report.plan().indicators[table.indicator].total;
        auto formula = formula_of(rule, range_name(first, col, last, col));
        if (formula.empty()) formula = "=" + cell_name(latest_part(agency, *value, col), col);
        grid_.sheet.formula(row, col, formula, *value, style);
    }

    /// The row of the figure that the agency's value is, for the rule `last`.
    Row latest_part(AgencyIx agency, double value, Col col) const {
        Row found = grid_.at.detail_first;
        const auto& values = grid_.values[col - Layout::kFirstIndicator];
        for (auto next = values.lower_bound(Part(agency, 0, 0)); next != values.end(); ++next) {
            if (std::get<0>(next->first) != agency) break;
            if (next->second != value) continue;
            found = grid_.part_row(next->first);
        }
        return found;
    }

    /// The row of the agency whose value the total is, for the rule `last`.
    Row last_agency(AgencyIx agency) const {
        const auto found = std::find(grid_.agencies.begin(), grid_.agencies.end(), agency);
        return Layout::kFirst + static_cast<Row>(found - grid_.agencies.begin());
    }

    FigureGrid& grid_;
    std::map<AgencyIx, std::vector<State>> states_;
};

/// One header for every table of indicators below it: it stays in sight, and on every page.
void header(FigureGrid& grid) {
    std::vector<std::string> titles{say(Word::ordinal, grid.language()),
                                    say(Word::column_agency_or_task, grid.language()),
                                    say(Word::column_state_or_task, grid.language())};
    for (const auto& table : grid.report.indicators) {
        const auto& indicator = grid.report.plan().indicators[table.indicator];
        titles.push_back(fmt::format("{}\n({}; {})", indicator.name.value, indicator.unit.value,
                                     total_label(indicator.total, grid.language())));
    }
    grid.sheet.header(Layout::kHeader, titles);
}

/// What stands above all tables of the sheet.
void top(FigureGrid& grid) {
    std::vector<double> widths{5, 37, 15};
    widths.resize(std::size_t{grid.last_col} + 1, 14);
    grid.sheet.landscape();
    grid.sheet.widths(widths);
    add_links(grid.context, grid.sheet, SheetId::figures, 1);
    add_sheet_top(grid.context, grid.sheet, say(Word::figures_title, grid.language()),
                  grid.last_col);
    header(grid);
    grid.sheet.freeze(Layout::kFirst, 2);
    grid.sheet.repeat(Layout::kHeader, Layout::kHeader);
}

}  // namespace

void add_figures_sheet(const Context& context) {
    FigureGrid grid(context);
    top(grid);
    if (context.report.indicators.empty()) {
        grid.sheet.merged(Layout::kFirst, 0, grid.last_col,
                          say(Word::no_indicators, context.language), cell_style());
        grid.sheet.print(Top::kTitle, Layout::kFirst, grid.last_col);
        return;
    }
    ByAgency(grid).write();
    write_comparison(grid);
    write_details(grid);
}

}  // namespace plantool::xlsx
