// Whose a paper or an entry of an events file is, where several plans are known (semantics.md,
// section 10).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/plan/laid_plan.hpp"

namespace plantool {

/// Which of some plans it is. None: nobody's; several: it does not say enough.
using PlanChoice = std::vector<std::uint32_t>;

/// What there is to say which plan the day chooses: its days, the day as that plan's zone has it,
/// and its place among all.
struct PlanDay {
    std::uint32_t plan = 0;
    Days span;
    Day day;
};

/// The plans that hold the day; where none does, the last that ended before it, else the first.
PlanChoice choose_by_day(std::span<const PlanDay> plans);

/// Gives each of the plans those of the entries that are its own: by `plan`, else by the obligation
/// and its period or the day of an event. What fits no plan goes to the first, which will say why.
/// Reports what fits several. The plans need not be resolved, but their own events are there.
struct RoutedEvents {
    std::vector<EventEntries> of_plan;  ///< one for each
    std::int64_t elsewhere = 0;         ///< entries of plans that are not known
};
RoutedEvents route_events(EventEntries entries, std::span<Plan* const> plans,
                          Diagnostics& diagnostics);

/// The day after which nothing of the plan is chased any more, as it is known on its as-of: the
/// last closing day, and not before the plan's end. It is live from its first day until then.
Day last_closing(const LaidPlan& laid);

}  // namespace plantool
