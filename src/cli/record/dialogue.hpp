// `record` on a terminal: asks for what the command line left out (cli.md, record).
#pragma once

#include "cli/record/record_options.hpp"
#include "cli/session.hpp"

namespace plantool {

/// Whether the command line says all that a submission needs. Only then is nobody asked.
bool says_enough(const SubmissionOptions& given, const Session& session);

/// Asks the one who sits at the terminal until enough is said. Throws UsageError where the input
/// ends before that.
void ask_for_the_rest(RecordOptions& own, Session& session, const Env& env);

}  // namespace plantool
