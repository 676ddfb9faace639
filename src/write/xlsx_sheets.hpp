// The sheets of a report's workbook, one function each. They are called in the order in which the
// sheets stand.
#pragma once

#include <string>

#include "core/report.hpp"
#include "write/xlsx_book.hpp"

namespace plantool::xlsx {

/// What every sheet is written from.
struct Context {
    Book& book;
    const Report& report;
    Language language;
    std::string footer;

    std::string say(std::string_view vi, std::string_view en) const {
        return std::string(language == Language::vi ? vi : en);
    }
};

/// Where the table of the sheet of rows stands, for formulas elsewhere.
struct RowsLayout {
    static constexpr Row kHeader = 3;
    static constexpr Col kState = 7;
};

/// Where the totals of the sheet of figures stand.
struct FiguresLayout {
    static constexpr Row kHeader = 3;
    static constexpr Col kFirstIndicator = 3;
};

std::string rows_sheet_name(Language language);
std::string figures_sheet_name(Language language);
std::string sources_sheet_name(Language language);

/// The head of the document, the key figures, what needs attention first.
void add_summary_sheet(const Context& context);
/// Every expected report with its state.
void add_rows_sheet(const Context& context);
/// Overdue and missing reports, most urgent first; tasks gone quiet.
void add_follow_up_sheet(const Context& context);
/// What each agency says of each task; difficulties, proposals, what comes next.
void add_results_sheet(const Context& context);
/// Indicators by agency with totals as formulas, and by task.
void add_figures_sheet(const Context& context);
/// Where everything comes from: plan, assumptions, submissions counted and refused.
void add_sources_sheet(const Context& context);

/// Title, period and notes above a table: rows 0 to 2.
void add_sheet_top(const Context& context, Sheet& sheet, const std::string& title, Col last_col);
/// The row of the total in the sheet of figures.
Row figures_total_row(const Report& report);
/// Agencies that owe this report, each once, in plan order.
std::vector<AgencyIx> expected_agencies(const Report& report);
/// How a state is coloured: by fills of clearly different grey, so that it also tells in print.
Style state_style(State state);

}  // namespace plantool::xlsx
