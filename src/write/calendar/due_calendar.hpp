// The due days of plans as entries of a calendar (`plantool calendar`).
#pragma once

#include <span>
#include <vector>

#include "core/status/status.hpp"
#include "text/labels.hpp"
#include "write/calendar/icalendar.hpp"

namespace plantool {

struct DueCalendar {
    std::span<const Status> plans;    ///< what was selected of each, in the order of the plans
    std::span<const Filter> filters;  ///< by which; one each
    bool by_agency = false;           ///< an entry a row, with its extension, in place of one for
                                      ///< all who owe the same
    std::vector<Amount> alarms;       ///< before the due day
};

/// In the order of every table: of what is owed, what is waived, and what an amendment lifted.
std::vector<CalendarEntry> calendar_entries(const DueCalendar& calendar, Language language);

}  // namespace plantool
