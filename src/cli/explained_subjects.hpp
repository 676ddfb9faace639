// What `explain OBLIGATION AGENCY [PERIOD]` is about, and its explanation.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "write/explain/explanation.hpp"

namespace plantool {

/// A subject, and of which of the plans that are asked.
struct PlanSubject {
    std::size_t plan = 0;
    Subject subject;
};

/// `words` are an obligation, an agency and perhaps a period, as people write them; each plan that
/// is asked and knows them is. Throws UsageError where none does, and where a period is missing.
std::vector<PlanSubject> find_subjects(const std::vector<std::string>& words,
                                       const Session& session);

/// The explanations, and what they point into.
struct ExplainedSubjects {
    std::vector<std::unique_ptr<Assessment>> assessments;  ///< of the plans that are asked
    std::vector<Explained> subjects;
};

/// Reads the submissions.
ExplainedSubjects explain_subjects(const std::vector<PlanSubject>& subjects,
                                   const Session& session);

}  // namespace plantool
