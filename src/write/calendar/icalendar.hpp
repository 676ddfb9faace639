// iCalendar (RFC 5545) of all-day events: what Outlook, Google and telephones take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"
#include "write/kit/text_sink.hpp"

namespace plantool {

/// An all-day event. Texts may have line breaks.
struct CalendarEntry {
    std::string uid;  ///< the same for ever: who takes the calendar again replaces the entry
    Day day;
    std::string summary;
    std::string description;
    std::string category;
    bool cancelled = false;
    std::vector<int> alarms;  ///< days before, from 0
};

/// `made` is the day that the entries are of; `name` is what programs call the calendar. Lines are
/// folded at 75 octets, between letters.
void write_icalendar(const std::vector<CalendarEntry>& entries, std::string_view name, Day made,
                     const TextSink& sink);

}  // namespace plantool
