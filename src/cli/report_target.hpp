// Which formats of a report are written, and where to: what `--format` and `-o` say together
// (cli.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "write/output_formats.hpp"

namespace plantool {

struct ReportTarget {
    enum class Kind { standard_output, file, folder };
    Kind kind = Kind::folder;
    std::string path;                   ///< of the file or the folder
    std::vector<ReportFormat> formats;  ///< each once; one, but for a folder
};

/// Throws UsageError for what does not go together. `output` is what -o was given, if it was.
ReportTarget report_target(const std::vector<std::string>& given,
                           const std::optional<std::string>& output);

}  // namespace plantool
