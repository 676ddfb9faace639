// The due day: the last day on which a submission is on time (semantics.md, section 4).
#pragma once

#include <optional>
#include <string>

#include "core/plan.hpp"

namespace plantool {

/// How a due day came about, for `explain`.
struct DueDerivation {
    std::optional<Day> anchor;  ///< for `within`
    Day unrolled;               ///< after `before` took its day off, before `roll`
    Day due;
};

/// What stands in the way of a due day.
struct DueFault {
    Code code;
    Span span;
    std::string message;
    std::string help;
};

struct DueResult {
    std::optional<DueDerivation> derivation;
    std::optional<DueFault> fault;
};

/// Whether the rule's form fits the cadence at all; one fault at most.
std::optional<DueFault> check_due_form(const Obligation& obligation);

/// The due day of one period. `raised` is in period.span.from for an ad-hoc event. The rule must
/// have passed check_due_form.
DueResult due_day(const Obligation& obligation, const Period& period, const Calendar& calendar);

}  // namespace plantool
