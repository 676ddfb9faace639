// What a store keeps of one reading beside its text (store.md, section 2): whose it is, when it
// came, what was wrong with it, and the digests by which it is known again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/laid_plan.hpp"
#include "core/submission/paper.hpp"
#include "diag/diagnostic.hpp"
#include "read/submission/reading.hpp"

namespace plantool {

struct EntryRecord {
    int nth = 0;  ///< of the readings of its piece, from 0
    int line = 1;
    bool readable = false;   ///< as a submission
    std::uint32_t plan = 0;  ///< in the plans of the intake
    bool elsewhere = false;  ///< it names a plan that is not known
    Paper paper;
    std::string document;
    std::vector<ObligationIx> tasks;  ///< those of its results
    bool has_content = false;
    bool nil = false;
    std::vector<Code> errors;  ///< each once; it is refused when there are any
    std::vector<Diagnostic> findings;
    std::string content;  ///< the digest of what it says: 64 hexadecimal digits
    /// By which a document is known that comes again (S118); empty where it is not looked for.
    std::string repetition;
};

/// The digest of what a reading says, whatever the format of its file and wherever it stands there.
/// Of one that is no submission, of its text and its file. `reading` has the faults of its form and
/// no others.
std::string content_digest(const Reading& reading, const Piece& piece);

/// The digest of what makes a document the same as another (formats.md, section 3), of plain ids:
/// it stays the same when a plan is changed elsewhere. Its agency, obligation and day are known.
std::string repetition_digest(const LaidPlan& laid, const Paper& paper,
                              std::string_view document_number);

}  // namespace plantool
