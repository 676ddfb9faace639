// A plan and what it expects, which never part: the schedule points into the plan.
#pragma once

#include "core/plan/plan.hpp"
#include "core/schedule/schedule.hpp"

namespace plantool {

struct LaidPlan {
    Plan plan;
    Schedule schedule;

    LaidPlan() = default;
    LaidPlan(const LaidPlan&) = delete;
    LaidPlan& operator=(const LaidPlan&) = delete;
};

}  // namespace plantool
