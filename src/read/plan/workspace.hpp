// Finding plans and submissions (cli.md, section 2).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/plan.hpp"
#include "diag/diagnostic.hpp"
#include "diag/source.hpp"
#include "read/file/file.hpp"

namespace plantool {

/// The plans of a folder, known together: `plan.yaml`, `plan-*.yaml` and `data/plan-*.yaml`, with
/// `.yml` as well, in the order of their paths. Throws IoError when it cannot be looked into.
std::vector<std::filesystem::path> plans_in(const std::filesystem::path& folder);

/// The plans of `folder`, or of its nearest parent that has any. Empty when there is none.
std::vector<std::filesystem::path> find_plans(const std::filesystem::path& folder);

/// A file of submissions, as it was when it was found. There may be very many: no path objects.
struct SubmissionFile {
    std::string name;
    FileFacts facts;
    bool found = false;                             ///< below a folder, rather than named itself
    std::shared_ptr<const std::string> below = {};  ///< that folder
};

/// A file below a folder of submissions that is not read, for its ending.
struct LeftOutFile {
    std::string name;
    FileIdentity identity;
    std::size_t folder = 0;  ///< in SubmissionFiles::folders
};

/// Where submissions come from: files in reading order, and the events files found on the way.
struct SubmissionFiles {
    std::vector<SubmissionFile> files;
    std::vector<std::string> events;
    std::vector<std::string> folders;   ///< those that were looked through
    std::vector<LeftOutFile> left_out;  ///< but for those that nobody would take for a paper
    bool standard_input = false;
    int drafts = 0;  ///< `.draft` files below the folders: papers that wait to be completed
    std::shared_ptr<const Source> proposed;  ///< YAML that is no file yet, read behind all others
};

/// Looks the paths up: a file stands for itself, a folder for every file of the known kinds below
/// it in path order, `-` for standard input. A file that is reached twice is read once. Throws
/// IoError when a path is not there or cannot be read.
SubmissionFiles find_submissions(const std::vector<std::string>& paths);

}  // namespace plantool
