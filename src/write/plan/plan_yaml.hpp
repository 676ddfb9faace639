// A plan as a file of YAML (formats.md, section 1).
#pragma once

#include <string>

#include "core/plan/plan.hpp"

namespace plantool {

/// What the reader makes of it is the plan, but for what events files add to it. `comment` stands
/// on top, each of its lines as a comment; the calendar's days come from `holidays`, a file beside
/// it, where that is given, else they are listed.
std::string plan_yaml(const Plan& plan, const std::string& comment = {},
                      const std::string& holidays = {});

}  // namespace plantool
