// Which waiver and which extension stands for a row (semantics.md, section 5), and which entries of
// events files speak of no row. Only schedule.cpp uses this.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "core/schedule/life/stages.hpp"
#include "core/schedule/schedule.hpp"

namespace plantool {

/// The exceptions of one kind, by the slot that they speak of, in the order listed.
using ExceptionsBySlot = std::map<SlotIx, std::vector<const Exception*>>;

/// Finds the slot of each, and reports those that name no period of their obligation.
/// `is_undated`: whether an obligation has no slots because of a fault that was told already.
ExceptionsBySlot sort_exceptions(const Plan& plan, const Schedule& schedule,
                                 const std::vector<Exception>& exceptions,
                                 const std::function<bool(ObligationIx)>& is_undated,
                                 Diagnostics& diagnostics);

/// The one that stands for the agency's row on as-of: of several the one decided last, of those the
/// first listed. nullptr: none.
const Exception* standing_exception(const Plan& plan, const std::vector<const Exception*>& listed,
                                    const Stage& stage, AgencyIx agency, Day as_of);

/// Reports exceptions that stand for no row on any day, those that speak of an agency whose rows
/// have passed to another, and those between which only their order decides. `stages` by slot.
void check_exceptions(const Plan& plan, const Schedule& schedule, const ExceptionsBySlot& sorted,
                      const std::vector<std::vector<Stage>>& stages, Diagnostics& diagnostics);

/// Reports explanations of lateness that no row shows, once all rows are there.
void check_explanations(const Plan& plan, const Schedule& schedule,
                        const std::function<bool(ObligationIx)>& is_undated,
                        Diagnostics& diagnostics);

}  // namespace plantool
