// Attachments: whether the files that a submission names are there and unchanged
// (formats.md, section 2).
#pragma once

#include <cstdint>
#include <string>

#include "core/submission/submission.hpp"
#include "diag/diagnostic.hpp"

namespace plantool {

/// Attachments that are larger are not read: a hash of them would take for ever, and a submission
/// may name what it likes.
inline constexpr std::uint64_t kLargestAttachment = std::uint64_t{1} << 30U;  ///< bytes

/// Names of attachments are relative to the submission's file, which lies below the folder of
/// submissions, and so do they. `below` is that folder; none: the file's own. Of a file that lies
/// elsewhere nothing is told, not even whether it is there.
void check_attachments(const RawSubmission& submission, const std::string& file,
                       const std::string* below, Diagnostics& diagnostics);

}  // namespace plantool
