// Numbers and days as offices write them in papers (papers.md, section 3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/time/date.hpp"
#include "read/office/workbook_cells.hpp"

namespace plantool {

/// A figure on its way to the readers of figures (core/submission/figure.hpp), which judge it.
struct PaperFigure {
    std::string text;
    bool vietnamese = false;  ///< dots part thousands; else it is in JSON's grammar
};

/// A figure that is written as text; nothing where there is none: empty, `-`, `x`. Blanks that part
/// thousands, a zero before one digit and, where the indicator's unit is the percent, its sign are
/// left out.
std::optional<PaperFigure> figure_in_text(std::string_view text, bool in_percent);

/// The same of a cell: a number as it is, times 100 where it is shown in percent and the
/// indicator's unit is the percent.
std::optional<PaperFigure> figure_in_cell(const SheetCell& cell, bool in_percent);

/// `24/6/2022`, `24-6-2022`, `24.6.2022`, `2022-06-24`, `ngày 24 tháng 6 năm 2022`: the whole text.
std::optional<Day> day_in_text(std::string_view text);

/// The first `ngày 24 tháng 6 năm 2022` or `ngày 24/6/2022` within the text.
std::optional<Day> day_within(std::string_view text);

}  // namespace plantool
