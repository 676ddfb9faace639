// Which agency of a plan a name means (formats.md, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.hpp"
#include "text/string_map.hpp"

namespace plantool {

/// How an agency's name was understood.
struct AgencyMatch {
    std::optional<AgencyIx> agency;
    std::vector<AgencyIx> candidates;  ///< when several agencies have the name
    bool exact = false;  ///< by id, or by the very spelling of a name or short name that it bore
    std::optional<Day> borne_until;  ///< the last day of that name; none: it is borne still
};

AgencyMatch find_agency(const Plan& plan, std::string_view written);

/// Every id, name, short name and alias, for suggestions.
std::vector<std::string> agency_names(const Plan& plan);
/// Ids of tasks alone, and of indicators, for the same.
std::vector<std::string> task_ids(const Plan& plan);
std::vector<std::string> indicator_ids(const Plan& plan);

/// The id without white space at its ends and without letters that nobody sees, which text from
/// elsewhere brings along; nothing where it has none of these.
std::optional<std::string> tidy_id(std::string_view written);

/// Ids of indicators by what they are called: their ids and names, folded. Empty for a name that
/// two of them have.
using IndicatorNames = StringMap<std::string>;
IndicatorNames indicator_names(const Plan& plan);

}  // namespace plantool
