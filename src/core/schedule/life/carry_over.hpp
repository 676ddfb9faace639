// Next year's plan from this year's: what is kept, what is moved, and what somebody has to look at.
#pragma once

#include <vector>

#include "core/plan/plan.hpp"
#include "text/message.hpp"

namespace plantool {

struct CarriedPlan {
    Plan plan;                        ///< not resolved; without events and decisions
    std::vector<Message> to_look_at;  ///< in the order of the file
};

/// The resolved plan for the year in which it is to begin, which is later than its own.
/// Ids, agencies with their lives and names, groups, tasks, reports and indicators are kept. Days
/// of the year move by whole years. What amendments changed to the end of the plan has its new
/// value; an agency whose life ends before the new plan begins gives its place in groups, leads and
/// the like to those that answer for it then. Waivers, extensions and what arose stay with the old
/// plan.
CarriedPlan carry_over(const Plan& plan, int year);

}  // namespace plantool
