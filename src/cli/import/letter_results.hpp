// What a paper says of each task, by its headings and tables.
#pragma once

#include <vector>

#include "core/plan/plan.hpp"
#include "core/submission/composed.hpp"
#include "core/submission/imported.hpp"
#include "read/paper/paper_facts.hpp"

namespace plantool {

/// Fills results and texts. `tasks`: those that the report covers.
void read_results(const Plan& plan, const std::vector<ObligationIx>& tasks, const PaperFacts& facts,
                  ComposedSubmission& out, std::vector<Reason>& doubts);

}  // namespace plantool
