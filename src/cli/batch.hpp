// What one piece of the input came to: all that is needed to fold its submissions into the answer
// once it is their turn, and nothing of their texts that nobody asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/intake.hpp"
#include "core/repetition.hpp"
#include "core/validate.hpp"
#include "read/submission.hpp"

namespace plantool {

/// One submission, or what could not be read as one.
struct BatchEntry {
    Arrival arrival;  ///< when it is valid; document and tasks are set when it is folded
    Range document;   ///< in Batch::texts
    Range tasks;      ///< in Batch::tasks
    std::optional<std::uint64_t> print;
    Span agency;                           ///< where a repetition is reported
    std::optional<std::uint32_t> refusal;  ///< in Batch::refusals
    std::optional<std::uint32_t> kept;     ///< in Batch::kept
    std::optional<std::uint32_t> cross;    ///< in Batch::cross
};

struct Batch {
    Piece piece;  ///< with its text: spans stay alive
    bool readable = true;
    std::vector<BatchEntry> entries;
    std::vector<ObligationIx> tasks;
    std::string texts;
    std::vector<Refusal> refusals;
    std::vector<Submission> kept;
    CrossNotes cross;
    Diagnostics findings;
    std::int64_t submissions = 0;
};

/// Reads and checks pieces. Each thread has one of its own.
class BatchMaker {
  public:
    BatchMaker(const IntakeContext& context, const IntakeSinks& sinks);

    Batch make(Piece piece);

  private:
    void add(Batch& batch, Reading& reading);
    void add_valid(Batch& batch);
    void refuse(Batch& batch, Reading& reading) const;

    const IntakeContext& context_;
    const IntakeSinks& sinks_;
    Zone zone_;
    SubmissionChecker checker_;
    CheckedSubmission checked_;  ///< to work in
};

/// The reading that takes the place of a whole file, as a batch.
Batch refused_batch(const Piece& piece, const IntakeContext& context, const IntakeSinks& sinks);

/// Folds batches in reading order.
class BatchFolder {
  public:
    BatchFolder(const IntakeContext& context, const IntakeSinks& sinks)
        : context_(context), sinks_(sinks) {}

    void fold(Batch batch);
    std::int64_t submissions() const { return submissions_; }

  private:
    void fold_now(Batch& batch);
    void fold_entry(Batch& batch, BatchEntry& entry);
    bool is_repeated(Batch& batch, const BatchEntry& entry);

    const IntakeContext& context_;
    const IntakeSinks& sinks_;
    std::int64_t submissions_ = 0;
    std::uint64_t order_ = 0;
    Repetitions repetitions_;
    std::vector<std::string> files_;  ///< that repetitions_ numbers
    std::vector<Batch> held_;         ///< parts of a file that is not yet known to be readable
};

}  // namespace plantool
