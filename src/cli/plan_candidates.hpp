// What the plan at hand knows by names, for the shell to offer.
#pragma once

#include <string>
#include <vector>

#include "cli/env.hpp"
#include "cli/options.hpp"

namespace plantool {

/// What may be typed, and what it is.
struct Candidate {
    std::string text;
    std::string about;
};

enum class PlanNames { agencies, groups, obligations, periods };

/// Those of the plans that a command with these options would ask, each once, in their order. None
/// where there is no plan, or one that cannot be read.
std::vector<Candidate> plan_candidates(PlanNames names, const GlobalOptions& options,
                                       const Env& env);

}  // namespace plantool
