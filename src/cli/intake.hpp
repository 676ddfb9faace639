// The submissions of a session, taken in by as many threads as there are cores: each reads and
// checks pieces of the input, and what they found is folded in reading order, so that the answer
// does not depend on their number.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/assess.hpp"
#include "core/cross_check.hpp"
#include "core/plan.hpp"
#include "core/schedule.hpp"
#include "core/submission.hpp"
#include "diag/diagnostic.hpp"
#include "read/workspace.hpp"

namespace plantool {

/// What the submissions are held against.
struct IntakeContext {
    const Plan& plan;
    const Schedule& schedule;
    Day as_of;
    const SubmissionFiles& files;
    int threads = 1;
};

/// What is done with them; whatever is not asked for costs nothing.
struct IntakeSinks {
    Assessment* assessment = nullptr;
    /// Receives every finding. They are in reading order only within a piece.
    Diagnostics* findings = nullptr;
    CrossChecker* cross = nullptr;
    /// How much of a submission is kept, valid or not: asked from any thread.
    std::function<Extent(const CheckedSubmission&)> wanted = {};
    /// Receives these, in reading order.
    std::function<void(Submission)> kept = {};
    /// Told how many submissions there are so far, after each piece.
    std::function<void(std::int64_t)> progress = {};
};

/// Reads everything, and gives how many submissions could be read as such. Throws IoError when
/// something cannot be read; what came before it may have reached the sinks.
std::int64_t take_in(const IntakeContext& context, const IntakeSinks& sinks);

}  // namespace plantool
