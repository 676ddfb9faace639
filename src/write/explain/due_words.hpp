// Due rules and amounts in words, and places of files. Explanations and calendars are
// told so.
#pragma once

#include <string>

#include "core/schedule/schedule.hpp"
#include "text/labels.hpp"

namespace plantool {

/// "5 ngày làm việc", "2 weeks".
std::string amount_in_words(Amount amount, Language language);
/// "kết thúc kỳ", "the period ends".
std::string anchor_in_words(Anchor anchor, Language language);
/// "trước ngày 30/6", "working day 5 after the period ends": the rule as it holds for the period
/// whose day was found so.
std::string rule_in_words(const DueRule& rule, const DueDerivation& due, Language language);
/// "16:30", of minutes of the day.
std::string time_of_day(int minutes);
/// "plan.yaml:21"; empty where it is not known.
std::string file_and_line(const Span& span);

}  // namespace plantool
