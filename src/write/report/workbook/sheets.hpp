// The sheets of a report's workbook, one function each. They are called in the order in which the
// sheets stand. Each begins with links to the others, a title and notes, and is protected from
// slips.
#pragma once

#include <string>
#include <vector>

#include "core/report/report.hpp"
#include "write/kit/book/book.hpp"

namespace plantool::xlsx {

/// What every sheet is written from.
struct Context {
    Book& book;
    const Report& report;
    Language language;
    std::string footer;
};

enum class SheetId {
    summary,
    timeliness,
    follow_up,
    quiet,
    results,
    figures,
    data,
    status_register,
    sources
};

std::string sheet_name(SheetId id, Language language);
/// The sheet with its name, tab and footer.
Sheet open_sheet(const Context& context, SheetId id);

/// The rows that stand above every table but that of the first sheet: links, and title, period and
/// notes in one. With the header below them they stay in sight and leave room for the table.
struct Top {
    static constexpr Row kLinks = 0;
    static constexpr Row kTitle = 1;
    static constexpr Row kNext = 2;
};

/// Links to the other sheets in the row 0, one a column, the first at `first`. They are not
/// printed.
void add_links(const Context& context, Sheet& sheet, SheetId self, Col first);
/// The title, then the period, then notes where there are any.
std::vector<std::string> sheet_lines(const Context& context, const std::string& title);
void add_sheet_top(const Context& context, Sheet& sheet, const std::string& title, Col last_col,
                   const std::string& last_line = {});

/// The place of signature, a part of the columns for each who signs, one alone at the right; from
/// the row on. Returns the first row below it. Nobody signs where the plan names no signatory, and
/// more than four do not fit side by side.
Row add_signatures(const Context& context, Sheet& sheet, Row row, Col last_col);

/// Where the tables of the sheet of timeliness stand.
struct TimelinessLayout {
    static constexpr Row kHeader = Top::kNext;
    static constexpr Row kFirst = kHeader + 1;
    static constexpr Col kFirstSlot = 2;
    /// Of each column of the matrix. Behind one of the report's own stand the days late.
    std::vector<Col> slots = {};
    Row last = 0;   ///< of the matrix
    Row rates = 0;  ///< the first of two rows of rates
    Row key = 0;    ///< the first of two rows of the coloured legend
    Col first_rate = 0;
    Col last_col = 0;
};
TimelinessLayout timeliness_layout(const Report& report);
/// How many of this report's rows have the symbol (`?`: any), counted in the sheet of timeliness.
std::string count_of_report(const Report& report, std::string_view symbol, Language language);

/// Where the tables of the sheet of figures stand.
struct FiguresLayout {
    static constexpr Row kHeader = Top::kNext;
    static constexpr Row kFirst = kHeader + 1;
    static constexpr Col kFirstIndicator = 3;
    Row total = 0;
    Row comparison = 0;  ///< the period before, the change, the change in per cent; or one row
    Row before = 0;      ///< heading of the table of the period before
    Row before_total = 0;
    Row detail_first = 0;  ///< first row of the figures by agency and task
};
FiguresLayout figures_layout(const Report& report);

/// The head of the document, the key figures, two charts, what needs attention first.
void add_summary_sheet(const Context& context);
/// Agencies by obligations and periods as a heat map, with rates and what was received.
void add_timeliness_sheet(const Context& context);
/// All that the report's agencies owe, whichever report and period it is of, most urgent first.
void add_follow_up_sheet(const Context& context);
/// Continuous tasks gone quiet.
void add_quiet_sheet(const Context& context);
/// What each agency says of each task, with its figures; difficulties, proposals, what comes next.
void add_results_sheet(const Context& context);
/// Indicators by agency and task with totals as formulas, and the period before.
void add_figures_sheet(const Context& context);
/// Every figure of every expected report on a line of its own, to pivot.
void add_data_sheet(const Context& context);
/// All that the plan expects, as `status` tells it.
void add_register_sheet(const Context& context);
/// Where everything comes from: plan, assumptions, submissions counted and refused, files.
void add_sources_sheet(const Context& context);

/// Agencies that owe this report, each once, in plan order.
std::vector<AgencyIx> expected_agencies(const Report& report);

}  // namespace plantool::xlsx
