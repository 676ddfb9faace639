// A submission from what was typed on the command line.
#pragma once

#include "cli/record/record_options.hpp"
#include "cli/session.hpp"
#include "core/submission/composed.hpp"

namespace plantool {

/// What is wrong with figures is found here: they are written as papers have them (cli.md, record),
/// and in the submission they are numbers.
ComposedSubmission compose(const RecordOptions& own, const Session& session, Diagnostics& found);

}  // namespace plantool
