// What one piece of the input came to: all that is needed to fold its submissions into the answer
// once it is their turn, and nothing of their texts that nobody asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/submission/checker.hpp"
#include "core/submission/cross/repetition.hpp"
#include "core/time/zone.hpp"
#include "intake/finding_limit.hpp"
#include "intake/intake.hpp"
#include "intake/record.hpp"
#include "intake/router.hpp"
#include "read/submission/reading.hpp"

namespace plantool {

/// One submission, or what could not be read as one.
struct BatchEntry {
    std::uint32_t plan = 0;  ///< in the plans of the intake
    Paper paper;
    int line = 1;
    bool has_content = false;
    bool nil = false;
    Range document;  ///< in Batch::texts
    Range tasks;     ///< in Batch::tasks
    std::optional<std::uint64_t> print;
    Span agency;                           ///< where a repetition is told
    std::optional<std::uint32_t> refused;  ///< in Batch::refused
    std::optional<std::uint32_t> kept;     ///< in Batch::kept
    std::optional<std::uint32_t> cross;    ///< in Batch::cross of its plan
    std::optional<std::uint32_t> record;   ///< in Batch::records
};

struct Batch {
    Piece piece;  ///< with its text: spans stay alive
    bool readable = true;
    std::vector<BatchEntry> entries;
    std::vector<ObligationIx> tasks;
    std::string texts;
    std::vector<CitedPaper> refused;
    std::vector<Submission> kept;
    std::vector<CrossNotes> cross;  ///< one a plan
    std::vector<std::string> attachments;
    std::vector<EntryRecord> records;  ///< one a reading, where they are asked for
    Diagnostics findings;
    IntakeCounts counts;
};

/// Reads and checks pieces. Each thread has one of its own.
class BatchMaker {
  public:
    BatchMaker(std::span<const PlanIntake> plans, const IntakeOptions& options);

    Batch make(Piece piece);

  private:
    /// `nth`: of the readings of the piece.
    void add(Batch& batch, Reading& reading, int nth);
    /// Refuses what does not say which of several plans it is for.
    void refuse_several(Batch& batch, Reading& reading, const PlanChoice& plans);
    void check(Batch& batch, Reading& reading, std::uint32_t plan);
    void add_valid(Batch& batch, BatchEntry& entry, std::uint32_t plan);

    std::span<const PlanIntake> plans_;
    const IntakeOptions& options_;
    IndicatorNames indicators_;  ///< of the plans, which headers of tables may name
    std::vector<std::unique_ptr<SubmissionChecker>> checkers_;  ///< one a plan
    Router router_;
    std::string file_;           ///< of the last piece
    CheckedSubmission checked_;  ///< to work in
};

/// The reading that takes the place of a whole file, as a batch.
Batch refused_batch(Piece piece, std::span<const PlanIntake> plans, const IntakeOptions& options);

/// Folds batches in reading order.
class BatchFolder {
  public:
    BatchFolder(std::span<const PlanIntake> plans, const IntakeOptions& options)
        : plans_(plans), options_(options) {}

    void fold(Batch batch);
    /// After the last one.
    void finish();
    const IntakeCounts& counts() const { return counts_; }

  private:
    void fold_now(Batch& batch);
    void fold_entry(Batch& batch, BatchEntry& entry);
    bool is_returned(const Batch& batch, const BatchEntry& entry) const;
    bool is_repeated(Batch& batch, const BatchEntry& entry);
    Standing take(Batch& batch, const BatchEntry& entry, std::uint64_t ordinal);

    std::span<const PlanIntake> plans_;
    const IntakeOptions& options_;
    IntakeCounts counts_;
    std::uint64_t next_ordinal_ = 0;
    FindingLimit limit_;
    Repetitions repetitions_;
    std::vector<std::string> files_;  ///< that repetitions_ numbers
    std::vector<Batch> held_;         ///< parts of a file that is not yet known to be readable
};

}  // namespace plantool
