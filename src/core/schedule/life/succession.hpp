// Who answers for whom when agencies are merged, split and abolished (semantics.md, sections 5, 6
// and 8). Works on the successors that `resolve` has turned into indices; circles among them end
// nothing here, they are reported by check_succession.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/plan/plan.hpp"

namespace plantool {

/// The agencies that answer on a day in the place of one that an obligation names: itself while it
/// is active, after its end its successors, and so on; before its beginning nobody. Each once, in
/// plan order.
std::vector<AgencyIx> answering(const Plan& plan, AgencyIx named, Day day);
/// The same for all that an obligation names. `named` is in plan order.
std::vector<AgencyIx> answering(const Plan& plan, const std::vector<AgencyIx>& named, Day day);
/// Those among `named` for which the agency answers on that day, in plan order.
std::vector<AgencyIx> answers_for(const Plan& plan, const std::vector<AgencyIx>& named,
                                  AgencyIx agency, Day day);

/// The agency and all that follow it, on whatever day, in plan order.
std::vector<AgencyIx> followers(const Plan& plan, AgencyIx agency);
/// The agency and all that it follows, on whatever day, in plan order.
std::vector<AgencyIx> followed(const Plan& plan, AgencyIx agency);
/// Whether there is an agency that follows both; each follows itself. Then one may speak for what
/// goes on without a deadline at the other (section 8).
bool shares_a_follower(const Plan& plan, AgencyIx one, AgencyIx other);

/// Which agency's row a paper belongs to (section 6).
struct RowHolder {
    enum class Way { own, successor, predecessor };
    Way way = Way::own;
    std::vector<AgencyIx> agencies;  ///< none: nobody's; several: the paper must say whose
};
/// `has_row` says whether an agency has one. Looks at the sender itself; else at those that succeed
/// it, on each path as far as the first that has the row; else likewise at those that it succeeds
/// and whose `active.to` lies before the day received. Without a day no predecessor is asked.
RowHolder find_holder(const Plan& plan, AgencyIx sender, std::optional<Day> received,
                      const std::function<bool(AgencyIx)>& has_row);

/// Reports successors that run in a circle, that belong to an agency without an end, and that begin
/// later than the day after it.
void check_succession(const Plan& plan, Diagnostics& diagnostics);

}  // namespace plantool
