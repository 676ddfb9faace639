// Every entry of a plan that says of itself where it comes from (semantics.md, section 9).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.hpp"

namespace plantool {

struct ProvenanceEntry {
    std::string_view kind;  ///< "agency", "group", "task", "report", …
    std::string id;
    std::string name;
    Provenance why;
};

/// The entries that are assumed, in the order of the plan file.
std::vector<ProvenanceEntry> assumed_entries(const Plan& plan);

}  // namespace plantool
