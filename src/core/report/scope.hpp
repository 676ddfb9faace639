// Which rows a report speaks of, and which earlier ones its figures can be held against.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/schedule/schedule.hpp"

namespace plantool {

/// An earlier period of the same obligations.
struct EarlierPeriod {
    bool year_before = false;  ///< the same period of the year before; else the period just before
    std::vector<SlotIx> slots;
    std::vector<RowIx> rows;
};

/// The rows of a period's report: those of `obligations` in that period.
struct ReportScope {
    std::string period_id;
    std::vector<ObligationIx> obligations;  ///< those that have the period, in plan order
    std::vector<SlotIx> slots;
    std::vector<RowIx> rows;
    std::vector<EarlierPeriod> earlier;  ///< to compare with, the better first; often none
};

/// The scope of a period's report. `period` is a period as the user may write it, or the part after
/// the year alone (`H1`) where it names one period. Empty `obligations` stand for every report
/// obligation with that period or, where no report has it, for every task that has. Nothing when no
/// such obligation has the period.
std::optional<ReportScope> find_scope(const Plan& plan, const Schedule& schedule,
                                      const std::string& period,
                                      const std::vector<ObligationIx>& obligations);

/// Of each cadence the newest period (by due day, then by its last day) that has come due by as-of,
/// in the order of the cadences, each period once. Empty `obligations` stand for every report or,
/// in a plan without any, for every task.
std::vector<ReportScope> latest_scopes(const Plan& plan, const Schedule& schedule,
                                       const std::vector<ObligationIx>& obligations, Day as_of);

}  // namespace plantool
