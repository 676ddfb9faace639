// What an obligation asks on a given as-of, once its amendments are laid over it (semantics.md,
// section 5).
#pragma once

#include <vector>

#include "core/plan/plan.hpp"

namespace plantool {

/// The values that hold for one period. Points into the plan.
struct Terms {
    const DueRule* due = nullptr;  ///< none for continuous ones
    Amount closes_after;
    const std::vector<AgencyIx>* agencies = nullptr;  ///< that are named, in plan order
    int quiet_after = 0;                              ///< days
    bool lifted = false;
    std::vector<const Amendment*> amendments;  ///< that hold, in the order in which they do
};

/// The terms of an obligation on `as_of` for a period that ends on `last_day`; for an event that is
/// the day it was raised, for what is continuous as-of itself.
Terms terms_of(const Plan& plan, const Obligation& obligation, Day as_of, Day last_day);
/// The same, leaving one amendment out: what would hold without it.
Terms terms_without(const Plan& plan, const Obligation& obligation, const Amendment* left_out,
                    Day as_of, Day last_day);

/// The days from which on an obligation's terms are others than before, rising, each once; behind a
/// first day on which no amendment is known. The terms of two as-ofs are the same where the same
/// entry is the last that is not after them.
std::vector<Day> turning_days(const Obligation& obligation);

}  // namespace plantool
