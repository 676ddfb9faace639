// What a reader found, as a submission that is to be written.
#pragma once

#include "core/submission/composed.hpp"
#include "core/submission/submission.hpp"

namespace plantool {

/// All that was read, with the day received as it stands there, and without the attachments.
/// Figures that were written as Vietnamese write them are in JSON's grammar where they are numbers.
ComposedSubmission compose(const RawSubmission& raw);

}  // namespace plantool
