// The plan as a readable outline, and as JSON.
#pragma once

#include <string>

#include "core/schedule/schedule.hpp"
#include "text/labels.hpp"

namespace plantool {

std::string plan_outline(const Plan& plan, const Schedule& schedule, Language language);
/// What the plan file assumes, entry by entry, with the reason.
std::string plan_assumptions(const Plan& plan, Language language);

/// `plantool/outline@1`: the plan resolved, groups expanded, with every period and its due day.
std::string plan_outline_json(const Plan& plan, const Schedule& schedule);
/// `plantool/assumptions@1`.
std::string plan_assumptions_json(const Plan& plan);

}  // namespace plantool
