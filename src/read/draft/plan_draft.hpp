// A plan as it is read from its document, with what a person has to look at (papers.md, section 4).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/plan/plan.hpp"
#include "read/draft/document/plan_document.hpp"

namespace plantool {

/// A line of the document, to stand as a comment.
struct DraftNote {
    std::string line;
    bool unread = false;  ///< it gives somebody something to do and was not understood
};
using DraftNotes = std::vector<DraftNote>;

/// Each line of the document stands in the plan as a value, or in these notes, or in both.
struct PlanDraft {
    Plan plan;  ///< as if it were read from a file; its values have no place in one
    DraftNotes head;
    std::vector<DraftNotes> preamble;     ///< above each of its parts
    std::vector<DraftNotes> agencies;     ///< above each
    std::vector<DraftNotes> obligations;  ///< above each
    DraftNotes behind_tasks;
    DraftNotes signature;
    std::size_t assumed = 0;  ///< entries that say that something of them was assumed
    std::size_t unread = 0;   ///< notes that were not understood
};

/// A document that has no day of its own is of `today`. Whatever it says, the plan that comes of it
/// is without errors, if it has an obligation.
PlanDraft draft_of(const PlanDocument& document, Day today);

}  // namespace plantool
