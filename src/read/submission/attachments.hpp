// Attachments: whether the files that a submission names are there and unchanged
// (formats.md, section 2).
#pragma once

#include <filesystem>

#include "core/submission/submission.hpp"
#include "diag/diagnostic.hpp"

namespace plantool {

/// Names of attachments are relative to `folder`, that of the submission's file.
void check_attachments(const RawSubmission& submission, const std::filesystem::path& folder,
                       Diagnostics& diagnostics);

}  // namespace plantool
