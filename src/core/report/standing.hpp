// How the agencies of a report stand: by group, over time, and one by one against everything that
// they owe. Values for charts and for the heat map.
#pragma once

#include <optional>
#include <vector>

#include "core/status/status.hpp"

namespace plantool {

/// The states of the agencies of one group, counted.
struct GroupStanding {
    const Group* group = nullptr;  ///< of the plan; nothing for agencies that no group holds
    Summary summary;
};

/// How many reports were due, and how many were there, day by day.
struct ReceiptCurve {
    struct Point {
        Day day;
        int due = 0;                  ///< reports whose due day has come
        std::optional<int> received;  ///< nothing after as-of
    };
    /// The day before anything happened, every day on which a number changes and the day before it,
    /// and the last day that matters: between two neighbours nothing changes.
    std::vector<Point> points;
    int expected = 0;           ///< reports, waived ones apart
    std::vector<Day> due_days;  ///< each once, extensions too
};

/// Agencies by obligations and periods.
struct Timeliness {
    struct Column {
        SlotIx slot = 0;
        bool of_report = false;
        Summary summary;  ///< of the report's agencies alone
    };
    struct Row {
        AgencyIx agency = 0;
        std::vector<std::optional<StatusRow>> cells;  ///< one a column; nothing where none is owed
        Summary summary;                              ///< of the cells
    };
    std::vector<Column> columns;  ///< in the order of every table
    std::vector<Row> rows;        ///< in plan order
};

/// The rows by the plan's groups, in the plan's order, agencies that no group holds last; empty
/// groups are left out. An agency stands in the first of the groups that its obligation names, a
/// group's member groups before the group itself, and in any other group only when none of those
/// holds it. Without groups there is one entry.
std::vector<GroupStanding> standing_by_group(const Assessment& assessment,
                                             const std::vector<ObligationIx>& obligations,
                                             const std::vector<StatusRow>& rows);

ReceiptCurve receipt_curve(const Assessment& assessment, const std::vector<StatusRow>& rows);

/// The agencies of the rows against `slots`, and, so that the slots can be read in their context,
/// against whatever else these agencies owe in periods that have begun.
Timeliness timeliness_of(const Assessment& assessment, const std::vector<SlotIx>& slots,
                         const std::vector<StatusRow>& rows);

}  // namespace plantool
