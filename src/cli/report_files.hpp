// The files of a command's reports: made side by side, then put in their places together.
#pragma once

#include <span>
#include <string>

#include "cli/env.hpp"
#include "cli/report_target.hpp"
#include "core/report/report.hpp"
#include "write/output_formats.hpp"

namespace plantool {

/// A report, and what its files are called but for their ending.
struct NamedReport {
    Report report;
    std::string name;
};

struct FileWishes {
    bool if_changed = false;  ///< leave alone what would be the same
    bool quiet = false;       ///< do not say what was written
};

/// Writes each report in each format of the target, into a file or a folder, which is made. None of
/// them takes its place before all are complete and on the disk. Gives how many were written.
/// Throws IoError.
int write_report_files(const ReportTarget& to, std::span<const NamedReport> reports,
                       const Voice& voice, FileWishes wishes, const Env& env);

}  // namespace plantool
