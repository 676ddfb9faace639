// Which agency of a plan a name means (formats.md, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"

namespace plantool {

/// How an agency's name was understood.
struct AgencyMatch {
    std::optional<AgencyIx> agency;
    std::vector<AgencyIx> candidates;  ///< when several agencies have the name
    bool exact = false;                ///< by id, or by the very spelling of its name
};

AgencyMatch find_agency(const Plan& plan, std::string_view written);

/// Every id, name, short name and alias, for suggestions.
std::vector<std::string> agency_names(const Plan& plan);
/// Ids of tasks alone, and of indicators, for the same.
std::vector<std::string> task_ids(const Plan& plan);
std::vector<std::string> indicator_ids(const Plan& plan);

}  // namespace plantool
