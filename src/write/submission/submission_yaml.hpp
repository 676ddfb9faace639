// A submission as a file of YAML (formats.md, section 2).
#pragma once

#include <string>

#include "core/submission/composed.hpp"

namespace plantool {

/// What the reader makes of it is what it says, text by text and figure by figure. Attachments
/// stand last: all before them is the same without them. Values that are ids or days stand as they
/// are written.
std::string submission_yaml(const ComposedSubmission& submission);

}  // namespace plantool
