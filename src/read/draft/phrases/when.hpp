// When a plan wants something done, as its documents say it (papers.md, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/due_rule.hpp"
#include "core/time/period.hpp"
#include "text/message.hpp"

namespace plantool {

/// What a plan can hold of it. Where the cadence asks for a due day, there is one.
struct When {
    Cadence cadence = Cadence::continuous;
    std::optional<DueRule> due;
    std::vector<std::string> period_keys;
    std::vector<Message> assumed;  ///< what the words leave open, and how it was filled
};

/// The whole of a phrase: `Thường xuyên`, `Quý II/2023`, `chậm nhất ngày 25 hằng tháng`. A day
/// without a year is of the year given. Nothing where the words tell no time.
std::optional<When> read_when(std::string_view text, int year);

/// The same with the cadence known from elsewhere: of a report its day alone.
std::optional<When> read_when_of(Cadence cadence, std::string_view text, int year);

/// What stands in a plan that says nothing of the time.
When continuous_by_default();
/// The due day of a cadence for which none is written.
When without_day(Cadence cadence);

}  // namespace plantool
