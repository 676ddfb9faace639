// Which of the plan's assumptions a report rests on (semantics.md, section 9).
#pragma once

#include <vector>

#include "core/report/report.hpp"

namespace plantool {

/// Those of the plan, of the obligations reported and the tasks gone quiet, of the groups and
/// agencies that owe the report, of its indicators, and of the waivers and extensions of its rows.
/// The report must hold its rows, indicators and quiet tasks by now.
std::vector<Assumption> assumptions_behind(const Report& report);

}  // namespace plantool
