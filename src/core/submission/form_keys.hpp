// The keys by which forms and the register are read back, wherever their cells have moved to
// (formats.md, section 5).
#pragma once

#include <array>
#include <string_view>

namespace plantool::form {

/// The hidden sheet that says what a workbook is.
inline constexpr std::string_view kKeySheet = "_plantool";
inline constexpr std::string_view kFormFormat = "plantool/form@1";
inline constexpr std::string_view kRegisterFormat = "plantool/register@1";

// Of a form: row keys in the first column, besides the ids of tasks; column keys in the first row,
// besides the ids of indicators.
inline constexpr std::string_view kNumber = "number";
inline constexpr std::string_view kDate = "date";
inline constexpr std::string_view kNil = "nil";
inline constexpr std::string_view kDifficulties = "difficulties";
inline constexpr std::string_view kProposals = "proposals";
inline constexpr std::string_view kNext = "next";
inline constexpr std::string_view kNote = "note";
inline constexpr std::string_view kWhole = "whole";
inline constexpr std::string_view kValue = "value";
inline constexpr std::string_view kSummary = "summary";

/// Of the register: column keys in the first row.
inline constexpr std::array<std::string_view, 10> kRegisterColumns = {
    "agency",          "obligation",    "period", "due", "received",
    "document_number", "document_date", "via",    "nil", "note"};
/// One more where the register is of several plans.
inline constexpr std::string_view kRegisterPlan = "plan";

}  // namespace plantool::form
