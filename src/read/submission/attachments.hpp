// Attachments: whether the files that a submission names are there and unchanged
// (formats.md, section 2).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/submission/submission.hpp"
#include "diag/diagnostic.hpp"

namespace plantool {

struct Piece;

/// Attachments that are larger are not read: a hash of them would take for ever, and a submission
/// may name what it likes.
inline constexpr std::uint64_t kLargestAttachment = std::uint64_t{1} << 30U;  ///< bytes

/// Names of attachments are relative to the submission's file, which lies below the folder of
/// submissions, and so do they. Of a file that lies elsewhere nothing is told, not even whether it
/// is there.
struct AttachmentFolders {
    std::filesystem::path own;    ///< of the submission's file
    std::filesystem::path below;  ///< of submissions; where it is not known, the file's own
};

/// What stands under the name of an attachment.
struct AttachedFile {
    enum class State { there, missing, no_file, elsewhere, too_large, unreadable };
    State state = State::there;
    std::string sha256 = {};  ///< where it was asked for
    /// Missing: where it was looked for. Elsewhere: the folder below which it has to be.
    std::string where = {};
    Message why = {};  ///< it is unreadable
};

/// Looks for the file that a submission names; `hashed`: its digest is asked for. In any thread.
using AttachmentLook =
    std::function<AttachedFile(const AttachmentFolders&, const std::string& name, bool hashed)>;

AttachedFile look_on_disk(const AttachmentFolders& folders, const std::string& name, bool hashed);

/// Checks the files that a submission of the piece names.
void check_attachments(const RawSubmission& submission, const Piece& piece,
                       Diagnostics& diagnostics);

}  // namespace plantool
