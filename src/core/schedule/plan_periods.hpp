// The periods that an obligation of a plan has (semantics.md, section 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.hpp"

namespace plantool {

struct PlanPeriod {
    Period period;
    const ListedPeriod* listed = nullptr;  ///< where the obligation lists its periods
};

/// The periods of an obligation that is neither ad-hoc nor continuous, in time order: those that
/// its `periods` leaves. Reports entries that match none, listed ones that cannot be, and an
/// obligation that is left without any.
std::vector<PlanPeriod> periods_of(const Plan& plan, const Obligation& obligation,
                                   Diagnostics& diagnostics);

/// Reports `periods` of an obligation that has none, and a window without a rule.
void check_period_keys(const Plan& plan, const Obligation& obligation, Diagnostics& diagnostics);

/// Reports the keys of a due rule that match no period.
void check_due_keys(const Plan& plan, const Obligation& obligation, const DueRule& rule,
                    const std::vector<PlanPeriod>& periods, Diagnostics& diagnostics);

/// "its periods are 2022-Q1 to 2022-Q4", for a help line.
Message list_of(const std::vector<Period>& periods);

/// The period that a text names for this obligation, as its canonical id: of ad-hoc and listed ones
/// the text as it is.
std::optional<std::string> period_id_of(const Plan& plan, const Obligation& obligation,
                                        std::string_view text);

}  // namespace plantool
