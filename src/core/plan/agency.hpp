// Agencies and groups of them: their names, and the days on which they exist (formats.md, section
// 1; semantics.md, section 5).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/entry.hpp"
#include "core/time/date.hpp"

namespace plantool {

/// A name that an agency bears from a day on.
struct Renaming {
    Day from;
    Text name;
    Text short_name;  ///< empty: the new name is not shortened
    std::string document;
    Provenance why;
};

struct Agency {
    Text id;
    Text name;  ///< the first that it bore
    Text short_name;
    std::vector<Text> aliases;
    Text email;
    std::optional<Day> active_from;
    std::optional<Day> active_to;   ///< inclusive
    Provenance active_why;          ///< of these two days
    std::vector<Renaming> renamed;  ///< resolved: by day, then as listed
    std::vector<Text> successors;   ///< as written: who answers after active_to
    Provenance why;
    std::vector<AgencyIx> successor_ixs;    ///< resolved, each once, in plan order
    std::vector<AgencyIx> predecessor_ixs;  ///< resolved: those that name it as a successor

    bool active_on(Day day) const {
        return (!active_from || *active_from <= day) && (!active_to || day <= *active_to);
    }
    /// Its name on a day: `name`, or that of the last renaming up to that day (section 5).
    const Text& name_on(Day day) const;
    /// Its short name on a day; may be empty.
    const Text& short_name_on(Day day) const;
};

struct Group {
    Text id;
    Text name;
    bool has_members = true;  ///< false: it could not be read, which was reported
    std::vector<Text> members;
    Provenance why;
    std::vector<AgencyIx> agencies;  ///< resolved: expanded, each once, in plan order
};

}  // namespace plantool
