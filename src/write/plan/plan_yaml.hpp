// A plan as a file of YAML (formats.md, section 1).
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.hpp"

namespace plantool {

/// What the reader makes of it is the plan, but for what events files add to it. `comment` stands
/// on top, each of its lines as a comment; the calendar's days come from `holidays`, a file beside
/// it, where that is given, else they are listed.
std::string plan_yaml(const Plan& plan, const std::string& comment = {},
                      const std::string& holidays = {});

/// Comments by where they stand, each of their lines as one; empty: none. A list may be shorter
/// than what it goes with.
struct PlanComments {
    std::string top;
    std::string plan;                      ///< above the head
    std::string signatories;               ///< above those
    std::vector<std::string> preamble;     ///< above each part
    std::vector<std::string> agencies;     ///< above each
    std::vector<std::string> obligations;  ///< above each
    std::string behind_tasks;
};
std::string plan_yaml(const Plan& plan, const PlanComments& comments,
                      const std::string& holidays = {});

}  // namespace plantool
