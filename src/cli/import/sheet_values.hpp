// What cells of a workbook mean where a certain value is expected (formats.md, section 5).
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/plan/plan.hpp"
#include "read/office/workbook_cells.hpp"
#include "text/message.hpp"

namespace plantool {

/// The value as a submission has it, empty where there is none; or why it is none.
using SheetValue = std::variant<std::string, Message>;

/// A text, whatever was typed.
std::string sheet_text(const SheetCell& cell);
/// A day as `YYYY-MM-DD`: of a date, of a day's number, or as papers write it.
SheetValue sheet_day(const SheetCell& cell);
/// A figure in JSON's grammar: a number as it is, of a cell in percent times 100 where the unit is
/// %; a text as papers write it.
SheetValue sheet_figure(const SheetCell& cell, const Indicator& indicator);
/// `true` for `x`, `có`, `true`; empty for `không` and `-`.
SheetValue sheet_flag(const SheetCell& cell);

}  // namespace plantool
