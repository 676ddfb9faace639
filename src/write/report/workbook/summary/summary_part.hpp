// What the parts of the first sheet share. Each is written below those before it.
#pragma once

#include <string>

#include "core/report/report.hpp"
#include "write/report/workbook/sheets.hpp"

namespace plantool::xlsx {

/// The first sheet as far as it is written.
struct SummarySheet {
    const Context& context;
    Sheet sheet;
    Row row = 1;  ///< the next one: below the links at first
};

class SummaryPart {
  public:
    explicit SummaryPart(SummarySheet& of)
        : c_(of.context), report_(of.context.report), sheet_(of.sheet), row_(of.row) {}

  protected:
    static constexpr Col kLast = 7;

    static Style counted() {
        return with(number_style(), [](Style& s) { s.align = Align::center; });
    }

    void across(const std::string& text, const Style& style) {
        sheet_.merged(row_++, 0, kLast, text, style);
    }

    void heading(const std::string& text) { across(text, heading_style()); }

    const Context& c_;
    const Report& report_;
    Sheet& sheet_;
    Row& row_;
};

/// How many reports are in which state, and the rates.
void write_key_figures(SummarySheet& sheet);
/// The totals of the indicators.
void write_totals(SummarySheet& sheet);
/// The states by group, as a table and a chart.
void write_groups(SummarySheet& sheet);
/// Reports due and received over the days, likewise.
void write_receipt(SummarySheet& sheet);

}  // namespace plantool::xlsx
