// How each agency stands, as a table of HTML: this report first, then all else that it owes.
#pragma once

#include <string>

#include "core/report/report.hpp"
#include "text/labels.hpp"

namespace plantool {

/// Cells hold the states in words, or, where there are many columns, their letters. Each row says
/// in `data-states` in which states this report is, and in `data-urgency` how many days the longest
/// outstanding report is late. Empty where no report is expected.
std::string heat_map(const Report& report, Language language);

}  // namespace plantool
