// How a period or event stands on each as-of: from one amendment to the next nothing of it changes
// (semantics.md, section 5). Only schedule.cpp, its checks and the reasoning
// of `explain` use this.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/schedule/due.hpp"
#include "core/schedule/life/terms.hpp"
#include "core/schedule/plan_periods.hpp"

namespace plantool {

/// One period or event on the as-ofs of [from, until).
struct Stage {
    Day from;
    std::optional<Day> until;  ///< none: for ever
    Terms terms;
    DueDerivation due;
    Day closes;
    Day reference;
    const DueRule* rule = nullptr;  ///< none where the period or event has a day of its own
    const std::vector<AgencyIx>* named = nullptr;
    std::vector<AgencyIx> agencies;  ///< that answer, in plan order; none where lifted
    /// Whether the stage has an as-of on or after the day.
    bool lasts_beyond(Day day) const { return !until || *until > day; }
};

/// Something that an obligation is owed for: a period, or an event with the days raised and due.
struct Occasion {
    Period period;
    const ListedPeriod* listed = nullptr;
    const Event* event = nullptr;
};

struct Stages {
    std::vector<Stage> stages;  ///< rising; empty where there is a fault
    std::optional<DueFault> fault;
};

/// The stages of an occasion, the first of them before any amendment is known.
Stages stages_of(const Plan& plan, const Obligation& obligation, const Occasion& occasion);
/// One stage: on that as-of, leaving an amendment out where one is given.
std::optional<DueFault> stand_on(const Plan& plan, const Obligation& obligation,
                                 const Occasion& occasion, Day as_of, const Amendment* left_out,
                                 Stage& stage);

/// Reports amendments that change nothing on any day.
void check_amendments(const Plan& plan, const Obligation& obligation,
                      const std::vector<Occasion>& occasions, Diagnostics& diagnostics);

/// Reports due days before their period, days that several periods share, and days that were
/// probably meant for the next year. `stages` are those of the occasions, in their order.
void check_due_days(const Obligation& obligation, const std::vector<Occasion>& occasions,
                    std::span<const std::vector<Stage>> stages, Diagnostics& diagnostics);

}  // namespace plantool
