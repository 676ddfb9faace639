// What a server has folded by itself, brought into an assessment as if its papers had been read one
// by one (store.md, section 4).
#pragma once

#include "core/status/assessment.hpp"
#include "intake/shared_store.hpp"

namespace plantool {

/// Whether a server can fold the papers of the plan: that they are accepted is the same whatever
/// the day, as long as the plan grades no finding by itself.
bool can_be_folded(const Plan& plan);

/// What a server is to fold of the plan. Papers of agencies that follow others or are followed, and
/// of those to which a paper was sent back, it leaves alone.
FoldQuestion fold_question(const Plan& plan, Day as_of);

/// Adds the server's fold to an assessment of the same plan and day.
void add_folded(const FoldedPlan& folded, Assessment& assessment);

}  // namespace plantool
