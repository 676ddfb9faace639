// The calendar of a plan as it is written, for outlines; Calendar answers by it (formats.md,
// section 1).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/entry.hpp"
#include "core/time/date.hpp"

namespace plantool {

/// A day off, or a day worked in exchange.
struct CalendarDay {
    Day date;
    std::string name;  ///< may be empty
    Provenance why;
};

/// A file of holidays that the plan, or the command, names.
struct HolidaysFile {
    std::string name;  ///< as it was named
    std::optional<Day> valid_until;
    Provenance why;
};

struct CalendarEntries {
    std::vector<HolidaysFile> files;
    std::vector<CalendarDay> holidays;      ///< as listed
    std::vector<CalendarDay> working_days;  ///< as listed; those of the plan's file first
    Provenance why;
};

}  // namespace plantool
