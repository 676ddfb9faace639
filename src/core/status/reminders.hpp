// Whom to remind of what: the reports that are owed, by who has to send them now.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/status/status.hpp"

namespace plantool {

struct Owed {
    const Assessment* assessment = nullptr;
    StatusRow row;
};

/// What one agency is reminded of, in one letter for all plans.
struct Reminder {
    std::string agency;      ///< its id
    std::string name;        ///< on as-of
    std::string email;       ///< empty: not known
    std::vector<Owed> rows;  ///< the most days late first, then by due day
};

struct Reminders {
    std::vector<Reminder> letters;  ///< in the order of the plans and their agencies
    std::vector<Owed> nobodys;      ///< of agencies that have ended and whom nobody succeeds
};

/// Of the rows that were selected. An agency that has ended by as-of is not written to: those that
/// answer for it then are.
Reminders reminders_of(std::span<const Status> plans);

}  // namespace plantool
