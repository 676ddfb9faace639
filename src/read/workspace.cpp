#include "read/workspace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "diag/io_error.hpp"
#include "read/plan.hpp"
#include "read/submission.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEventsName = "events.yaml";

std::vector<fs::path> plans_in(const fs::path& folder) {
    std::error_code error;
    if (fs::is_regular_file(folder / "plan.yaml", error)) return {folder / "plan.yaml"};
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder / "data", error)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("plan-") && name.ends_with(".yaml")) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

/// As the paths' own order has it, folder by folder, but without taking them apart.
bool in_path_order(const std::string& a, const std::string& b) {
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c); };
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](char left, char right) { return rank(left) < rank(right); });
}

class Finder {
  public:
    SubmissionFiles run(const std::vector<std::string>& paths) {
        for (const auto& path : paths) {
            if (path == "-") {
                out_.standard_input = true;
            } else {
                add(fs::path(path).lexically_normal());
            }
        }
        return std::move(out_);
    }

  private:
    void add(const fs::path& path) {
        std::error_code error;
        const auto status = fs::status(path, error);
        if (!fs::exists(status)) {
            throw IoError(fmt::format("cannot read submissions from {}: {}",
                                      printable(path.string()),
                                      error && error != std::errc::no_such_file_or_directory
                                          ? error.message()
                                          : "there is no such file or folder"));
        }
        if (fs::is_directory(status)) {
            add_folder(path);
        } else if (!submission_kind(path)) {
            throw IoError(
                fmt::format("cannot read submissions from {}: its ending is none of "
                            ".yaml, .yml, .json, .ndjson, .jsonl, .csv",
                            printable(path.string())));
        } else {
            add_file(path.string());
        }
    }

    void add_folder(const fs::path& folder) {
        std::error_code error;
        std::vector<std::string> found;
        fs::recursive_directory_iterator at(folder, error);
        for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
            const auto& path = at->path();
            std::error_code ignored;
            if (is_hidden(path)) {
                at.disable_recursion_pending();
            } else if (!at->is_directory(ignored) && submission_kind(path)) {
                found.push_back(path.string());
            }
        }
        if (error) {
            throw IoError(fmt::format("cannot read submissions from {}: {}",
                                      printable(folder.string()), error.message()));
        }
        std::sort(found.begin(), found.end(), in_path_order);
        const auto events = (folder / kEventsName).string();
        for (auto& path : found) {
            if (path == events) {
                out_.events.push_back(std::move(path));
            } else {
                add_file(std::move(path));
            }
        }
    }

    void add_file(std::string path) {
        const auto facts = facts_of(path);
        if (facts && !seen_.insert(facts->identity).second) return;
        out_.files.push_back({std::move(path), facts.value_or(FileFacts{})});
    }

    SubmissionFiles out_;
    std::set<FileIdentity> seen_;
};

}  // namespace

std::vector<fs::path> find_plans(const fs::path& folder) {
    std::error_code error;
    // Without the `/` at its end, which `.` would leave: it counts as a folder of its own.
    auto here = fs::absolute(folder, error).lexically_normal();
    if (!here.has_filename() && here.has_relative_path()) here = here.parent_path();
    fs::path relative;
    while (true) {
        auto found = plans_in(here);
        if (!found.empty()) {
            // Short names read better: the plan is shown relative to where the user stands.
            for (auto& path : found)
                path = (relative / path.lexically_relative(here)).lexically_normal();
            return found;
        }
        if (here == here.parent_path()) return {};
        here = here.parent_path();
        relative /= "..";
    }
}

std::optional<Days> peek_plan_span(const fs::path& path) {
    Diagnostics ignored;
    try {
        const auto plan = read_plan(path, ignored);
        return plan.head.span;
    } catch (const IoError&) {
        return std::nullopt;
    }
}

SubmissionFiles find_submissions(const std::vector<std::string>& paths) {
    return Finder().run(paths);
}

}  // namespace plantool
