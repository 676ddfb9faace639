// What people call a period: "6 tháng đầu năm 2022" where a table says `2022-H1`.
#pragma once

#include <string>

#include "core/schedule/schedule.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"

namespace plantool {

/// The period's name inside a sentence. Periods that have none (an event's) are called by their id.
std::string period_title(Cadence cadence, const Period& period, Language language);
/// The same for a slot; an event is called by its title.
std::string period_title(const Plan& plan, const Slot& slot, Language language);
/// The same within a message, whose language is not known yet.
Message period_words(const Plan& plan, const Slot& slot);
/// The same in a heading or a cell: "6 tháng đầu năm 2022", "Quý I/2022", "Một lần".
std::string period_heading(const Plan& plan, const Slot& slot, Language language);
/// What a key of a due map names: "quý I" for `Q1`, "quý I năm 2022" for `2022-Q1`.
std::string period_key_title(Cadence cadence, std::string_view key, Language language);

}  // namespace plantool
