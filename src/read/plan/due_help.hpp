// What somebody meant who wrote a due day as people do: `06-30`, `trước 30/6`, `15/07/2027`.
#pragma once

#include <string>
#include <string_view>

#include "text/message.hpp"

namespace plantool {

/// The day as a due rule has it, from `30/6` or `15/07/2027`; empty when it is neither.
std::string due_day_meant(std::string_view text);
/// The help where a due day is asked for.
Message help_for_day(std::string_view text);
/// The help where a whole due rule is asked for and a text stands there.
Message help_for_rule(std::string_view text);

}  // namespace plantool
