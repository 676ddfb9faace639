// The due day: the last day on which a submission is on time (semantics.md, section 4).
#pragma once

#include <optional>

#include "core/plan/plan.hpp"
#include "text/message.hpp"

namespace plantool {

/// How a due day came about, for `explain`.
struct DueDerivation {
    std::optional<Day> anchor;  ///< for `within`
    Day unrolled;               ///< after `before` took its day off, before `roll`
    Day due;
    std::optional<int> at = std::nullopt;  ///< minutes of the day until which a paper is on time
    const DueDay* written = nullptr;       ///< the entry of the rule; none for `within`
};

/// What stands in the way of a due day.
struct DueFault {
    Code code;
    Span span;
    Message message;
    Message help;
};

struct DueResult {
    std::optional<DueDerivation> derivation;
    std::optional<DueFault> fault;
};

/// Whether the rule's form fits the cadence at all; one fault at most.
std::optional<DueFault> check_due_form(const Obligation& obligation, const DueRule& rule);

/// The due day of one period by the rule, which must have passed check_due_form. `raised` is in
/// period.span.from for an ad-hoc event.
DueResult due_day(const Plan& plan, const Obligation& obligation, const DueRule& rule,
                  const Period& period);

}  // namespace plantool
