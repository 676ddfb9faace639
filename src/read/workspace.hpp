// Finding the plan and its submissions (cli.md).
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/plan.hpp"
#include "diag/diagnostic.hpp"
#include "read/file.hpp"

namespace plantool {

/// The plans that are there by default: `plan.yaml`, else every `data/plan-*.yaml`, in `folder` or
/// in the nearest parent that has one. Empty when there is none.
std::vector<std::filesystem::path> find_plans(const std::filesystem::path& folder);

/// The span of a plan file, read without judging the rest; nothing when it cannot be read.
std::optional<Days> peek_plan_span(const std::filesystem::path& path);

/// A file of submissions, as it was when it was found. There may be very many: no path objects.
struct SubmissionFile {
    std::string name;
    FileFacts facts;
};

/// Where submissions come from: files in reading order, and the events files found on the way.
struct SubmissionFiles {
    std::vector<SubmissionFile> files;
    std::vector<std::string> events;
    bool standard_input = false;
};

/// Looks the paths up: a file stands for itself, a folder for every file of the known kinds below
/// it in path order, `-` for standard input. A file that is reached twice is read once. Throws
/// IoError when a path is not there or cannot be read.
SubmissionFiles find_submissions(const std::vector<std::string>& paths);

}  // namespace plantool
