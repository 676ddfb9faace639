// Papers that were sent back (semantics.md, section 6): which of a plan's returns strikes a paper.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plan/laid_plan.hpp"
#include "core/submission/paper.hpp"

namespace plantool {

class Returns {
  public:
    /// The plan must outlive it.
    explicit Returns(const LaidPlan& laid) : Returns(laid.plan, laid.schedule) {}
    Returns(const Plan& plan, const Schedule& schedule);

    bool empty() const { return by_paper_.empty(); }
    /// The return, as an index into Plan::returns, that strikes the paper on whatever day: the one
    /// of the earliest day where there are several. Document numbers are compared as names.
    std::optional<std::size_t> find(const Paper& paper, std::string_view document) const;

  private:
    struct Entry {
        std::size_t index = 0;
        std::string document;  ///< as names are compared
        Moment until;          ///< what came by then is struck
    };
    std::map<std::pair<SlotIx, AgencyIx>, std::vector<Entry>> by_paper_;
};

/// What is wrong with the returns of a plan, once everything that is on file was held against them:
/// `struck` are the papers that each of them strikes.
void check_returns(const Plan& plan, const std::vector<std::vector<Origin>>& struck,
                   Diagnostics& found);

}  // namespace plantool
