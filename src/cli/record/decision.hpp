// `record --return`, `--waive` and `--extend`: an entry of the events file (cli.md, record).
#pragma once

#include "cli/command.hpp"
#include "cli/record/record_options.hpp"

namespace plantool {

/// Gives the exit status. Throws UsageError and IoError. The options name the plans by their paths.
int record_decision(const RecordOptions& own, const GlobalOptions& options, const Env& env);

}  // namespace plantool
