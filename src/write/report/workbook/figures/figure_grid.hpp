// The sheet of figures as far as its tables look at one another: what there is of each indicator,
// and where it stands.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/report/report.hpp"
#include "write/report/workbook/figures/figure_parts.hpp"
#include "write/report/workbook/sheets.hpp"

namespace plantool::xlsx {

Style figure_style(int decimals);
Style centred_style();

/// A total, and by the rule `last` the row whose value it is.
struct TotalOf {
    std::optional<double> value;
    std::optional<Row> last;
};

class FigureGrid {
  public:
    explicit FigureGrid(const Context& of);

    const Context& context;
    const Report& report;
    std::vector<AgencyIx> agencies;
    std::vector<Part> parts;                     ///< the rows of the table by agency and task
    std::vector<std::map<Part, double>> values;  ///< one an indicator
    std::vector<int> decimals;                   ///< likewise
    FiguresLayout at;
    Sheet sheet;
    Col last_col = 0;

    Language language() const { return context.language; }

    /// A heading of a table, not to be parted from its first row.
    void heading(Row row, const std::string& text);
    /// No figure is no zero: the cell stays empty.
    void value(Row row, Col col, const double* value);
    /// Where the table by agency and task has this part.
    Row part_row(const Part& part) const;
    /// A row of totals over the rows from `first` on.
    void totals(Row row, Row first, const std::function<TotalOf(const IndicatorTable&)>& of);
};

/// Below the totals: those of the period before, and what has changed; then the agencies of that
/// period.
void write_comparison(FigureGrid& grid);

/// Each figure by agency and task, then the tasks.
void write_details(FigureGrid& grid);

}  // namespace plantool::xlsx
