// A plan as data: who owes what, when, by which clause (formats.md, section 1). Values only; texts
// keep the place where they stand. `resolve` turns the names in it into indices.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/agency.hpp"
#include "core/plan/calendar_entries.hpp"
#include "core/plan/entry.hpp"
#include "core/plan/events.hpp"
#include "core/plan/head.hpp"
#include "core/plan/obligation.hpp"
#include "core/time/calendar.hpp"
#include "core/time/date.hpp"
#include "core/time/period.hpp"
#include "core/time/zone.hpp"
#include "diag/diagnostic.hpp"
#include "diag/source.hpp"
#include "text/string_map.hpp"

namespace plantool {

enum class FigureType { integer, decimal };
enum class Total { sum, max, mean, last };

struct Indicator {
    Text id;
    Text name;
    Text unit;
    FigureType type = FigureType::integer;
    Total total = Total::sum;
    std::optional<double> min;
    std::optional<double> max;
    bool has_tasks = false;
    std::vector<Text> tasks;
    Provenance why;
    TaskList applies_to;  ///< resolved tasks; every task by default
};

/// How an agency can be named, and by whom.
struct AgencyNames {
    StringMap<AgencyIx> by_id;
    StringMap<std::vector<AgencyIx>> by_folded_name;
};

/// What a file says of itself as a whole.
struct FileProvenance {
    std::string name;  ///< as it was named
    Provenance why;
};

/// With the waivers and extensions of the plan file itself, and what its events files add.
struct Plan : EventEntries {
    PlanHead head;
    Calendar calendar;
    CalendarEntries calendar_entries;
    std::vector<Agency> agencies;
    std::vector<Group> groups;
    std::vector<Obligation> obligations;  ///< tasks, then reports
    std::vector<Indicator> indicators;
    Severities severities;  ///< of findings, where the plan changes them
    Provenance severities_why;
    std::vector<FileProvenance> files_why;  ///< of the plan's file, then of its events files
    std::vector<std::string> notices;  ///< what the events files say of the whole, such as that it
                                       ///< is invented
    std::vector<std::shared_ptr<const Source>> sources;  ///< what the spans point into
    std::vector<std::string> digests;  ///< SHA-256 of each of these files, as it was read

    AgencyNames names;                       ///< resolved
    StringMap<std::size_t> group_ids;        ///< resolved
    StringMap<ObligationIx> obligation_ids;  ///< resolved
    StringMap<IndicatorIx> indicator_ids;    ///< resolved

    const Zone& zone() const { return head.zone; }
    int quiet_after(const Obligation& o) const { return o.quiet_after.value_or(head.quiet_after); }
    Amount closes_after(const Obligation& o) const {
        return o.closes_after.value_or(head.closes_after);
    }
};

/// Turns every name in the plan into an index and reports what cannot be: unknown and duplicate
/// ids, cycles and empty groups, obligations that reach no agency, shared names. Idempotent only on
/// a plan fresh from reading.
void resolve(Plan& plan, Diagnostics& diagnostics);

/// Ids of agencies and groups, for suggestions.
std::vector<std::string> agency_and_group_ids(const Plan& plan);
/// Ids of tasks and reports, for suggestions.
std::vector<std::string> obligation_ids(const Plan& plan);

}  // namespace plantool
