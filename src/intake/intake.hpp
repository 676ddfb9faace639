// Submissions, taken in by as many threads as there are cores: each reads and checks pieces of the
// input, and what they found is folded in reading order, so that the answer does not depend on
// their number.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/plan/laid_plan.hpp"
#include "core/status/assessment.hpp"
#include "core/submission/cross/cross_check.hpp"
#include "core/submission/submission.hpp"
#include "diag/diagnostic.hpp"
#include "read/submission/submission_source.hpp"

namespace plantool {

struct EntryRecord;

/// One plan that submissions may belong to, and what is done with those that do. Whatever is not
/// asked for costs nothing.
struct PlanIntake {
    const LaidPlan* laid = nullptr;
    /// Known, so that papers find their way, but not asked about: its papers are passed over.
    bool passed_over = false;
    Assessment* assessment = nullptr;
    /// Of the same plan on other days of asking: what belongs to the plan goes to each of them too,
    /// so that one reading answers for several days. There is an `assessment` besides.
    std::vector<Assessment*> also = {};
    CrossChecker* cross = nullptr;
    /// How much of a submission is kept, valid or not: asked from any thread.
    std::function<Extent(const CheckedSubmission&)> wanted = {};
    /// Receives these, in reading order, and what became of each in the assessment.
    std::function<void(Submission, Standing)> kept = {};
};

/// How much is made of a submission.
enum class Depth {
    form,  ///< how it is written, alone: there is no plan that it could be held against
    whole,
};

struct IntakeOptions {
    Day today;  ///< what came later is a warning
    Depth depth = Depth::whole;
    int threads = 1;
    /// Receives every finding. They are in reading order only within a piece.
    Diagnostics* findings = nullptr;
    /// Told of each file, once it was read, and its digest where the source tells digests.
    std::function<void(const std::string& file, const std::string& sha256)> file_read = {};
    /// Told of each file that a submission names as an attachment, as it is named from where the
    /// program runs.
    std::function<void(const std::string& file)> attachment = {};
    /// Receives each piece, in reading order, and a record of each of its readings that is taken
    /// in.
    std::function<void(const Piece&, std::vector<EntryRecord>)> recorded = {};
    /// Asked in reading order whether what was read of a file is taken in.
    std::function<bool(const std::string& file)> is_taken = {};
    /// Told how many submissions there are so far, after each piece.
    std::function<void(std::int64_t)> progress = {};
};

struct IntakeCounts {
    std::int64_t files = 0;        ///< that were read, standard input among them
    std::int64_t submissions = 0;  ///< that could be read as such
    std::int64_t elsewhere = 0;    ///< of these, those that name a plan that is not known
};

/// Reads all that the source gives, each paper for the plan that it belongs to (semantics.md,
/// section 10). At least one plan is not passed over. Throws IoError when something
/// cannot be read; what came before it may have reached the plans.
IntakeCounts take_in(std::span<const PlanIntake> plans, const SubmissionSource& source,
                     const IntakeOptions& options);

}  // namespace plantool
