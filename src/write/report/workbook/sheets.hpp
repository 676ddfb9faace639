// The sheets of a report's workbook, one function each. They are called in the order in which the
// sheets stand. Each begins with links to the others, a title and notes, and is protected from
// slips.
#pragma once

#include <string>

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

enum class SheetId { summary, timeliness, follow_up, results, figures, sources };

std::string sheet_name(SheetId id, Language language);
/// The sheet with its name, tab and footer.
Sheet open_sheet(const Context& context, SheetId id);

/// The rows that stand above every table but that of the first sheet: links, title, period, notes.
struct Top {
    static constexpr Row kLinks = 0;
    static constexpr Row kTitle = 1;
    static constexpr Row kPeriod = 2;
    static constexpr Row kNotes = 3;
    static constexpr Row kNext = 4;
};

/// Links to the other sheets in the row 0, one a column, the first at `first`. They are not
/// printed.
void add_links(const Context& context, Sheet& sheet, SheetId self, Col first);
void add_sheet_top(const Context& context, Sheet& sheet, const std::string& title, Col last_col);

/// The place of signature, a part of the columns for each who signs, one alone at the right; from
/// the row on. Returns the first row below it. Nobody signs where the plan names no signatory, and
/// more than four do not fit side by side.
Row add_signatures(const Context& context, Sheet& sheet, Row row, Col last_col);

/// Where the tables of the sheet of timeliness stand.
struct TimelinessLayout {
    static constexpr Row kLegend = Top::kNext;
    static constexpr Row kHeader = kLegend + 1;
    static constexpr Row kFirst = kHeader + 1;
    static constexpr Col kFirstSlot = 2;
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
/// Overdue and missing reports, most urgent first; tasks gone quiet.
void add_follow_up_sheet(const Context& context);
/// What each agency says of each task; difficulties, proposals, what comes next.
void add_results_sheet(const Context& context);
/// Indicators by agency and task with totals as formulas, and the period before.
void add_figures_sheet(const Context& context);
/// Where everything comes from: plan, assumptions, submissions counted and refused, files.
void add_sources_sheet(const Context& context);

/// Agencies that owe this report, each once, in plan order.
std::vector<AgencyIx> expected_agencies(const Report& report);

}  // namespace plantool::xlsx
