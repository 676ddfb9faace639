#include "read/plan/workspace.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>
#include <system_error>

#include "diag/io_error.hpp"
#include "read/file/name_forms.hpp"
#include "read/submission/formats.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEventsName = "events.yaml";

/// What cannot be looked into may hold the plan: it is not passed over for one further up.
void require_found_out(const fs::path& path, const std::error_code& error) {
    if (!error || error == std::errc::no_such_file_or_directory ||
        error == std::errc::not_a_directory) {
        return;
    }
    throw IoError({Word::cannot_look_for_plan, printable(path.generic_string()), reason(error)});
}

bool is_plan_name(const std::string& name) {
    const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
    if (name == "plan.yaml" || name == "plan.yml") return true;
    return name.starts_with("plan-") && (ends(".yaml") || ends(".yml"));
}

/// A folder that one may enter but not list, as the one above all homes often is.
void add_plans_by_name(const fs::path& folder, std::vector<fs::path>& found) {
    for (const auto* name : {"plan.yaml", "plan.yml"}) {
        std::error_code error;
        if (fs::is_regular_file(folder / name, error)) found.push_back(folder / name);
        require_found_out(folder / name, error);
    }
}

/// The plans that lie in the folder; those called `plan.yaml` where it is not a `data` folder.
void add_plans_in(const fs::path& folder, bool is_data, std::vector<fs::path>& found) {
    std::error_code error;
    fs::directory_iterator at(folder, error);
    if (error == std::errc::permission_denied && !is_data) return add_plans_by_name(folder, found);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        const auto name = at->path().filename().generic_string();
        if (!is_plan_name(name) || (is_data && !name.starts_with("plan-"))) continue;
        std::error_code ignored;
        if (!at->is_directory(ignored)) found.push_back(folder / name);
    }
    require_found_out(folder, error);
}

bool is_hidden(const fs::path& path) {
    return path.filename().generic_string().starts_with('.');
}

/// A folder of papers as they came, scans and the like, of which the submissions were made.
bool is_of_papers(const fs::path& path) {
    return path.filename() == "giay-to";
}

bool ends_with_any(std::string_view name, std::span<const std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string lower(std::string name) {
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

/// What Office keeps beside a file that is open.
bool is_lock(const fs::path& path) {
    return path.filename().generic_string().starts_with("~$");
}

/// What waits to be completed (formats.md, section 5).
bool is_draft(const fs::path& path) {
    return lower(path.extension().generic_string()) == ".draft";
}

/// What programs leave behind: nobody takes it for papers (formats.md, end of
/// section 2).
bool is_leftover(const fs::path& path) {
    static constexpr std::array<std::string_view, 4> kEndings = {"~", ".bak", ".swp", ".tmp"};
    static constexpr std::array<std::string_view, 2> kNames = {"thumbs.db", "desktop.ini"};
    const auto name = lower(path.filename().generic_string());
    return ends_with_any(name, kEndings) || (name.starts_with('#') && name.ends_with('#')) ||
           std::find(kNames.begin(), kNames.end(), name) != kNames.end();
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
                add(fs::path(name_on_disk(fs::path(path).lexically_normal().generic_string())));
            }
        }
        return std::move(out_);
    }

  private:
    void add(const fs::path& path) {
        std::error_code error;
        const auto status = fs::status(path, error);
        if (!fs::exists(status)) {
            throw IoError({Word::cannot_read_submissions, printable(path.generic_string()),
                           error ? reason(error) : Message(Word::no_such_file)});
        }
        if (fs::is_directory(status)) {
            add_folder(path);
        } else if (submission_format(path.generic_string()) == nullptr) {
            throw IoError({Word::cannot_read_submissions, printable(path.generic_string()),
                           Message(Word::ending_is_none_of, known_endings())});
        } else {
            add_file(path.generic_string(), nullptr);
        }
    }

    void add_folder(const fs::path& folder) {
        std::error_code error;
        std::vector<std::string> found;
        fs::recursive_directory_iterator at(folder, error);
        for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
            const auto& path = at->path();
            std::error_code ignored;
            if (is_hidden(path) || is_of_papers(path) || is_lock(path)) {
                at.disable_recursion_pending();
            } else if (at->is_directory(ignored)) {
                continue;
            } else if (is_draft(path)) {
                ++out_.drafts;
            } else if (submission_format(path.generic_string()) != nullptr) {
                found.push_back(path.generic_string());
            } else if (at->is_regular_file(ignored) && !is_leftover(path)) {
                leave_out(path.generic_string());
            }
        }
        out_.folders.push_back(folder.generic_string());
        if (error) {
            const auto& where = at == fs::recursive_directory_iterator() ? folder : at->path();
            throw IoError(
                {Word::cannot_read_submissions, printable(where.generic_string()), reason(error)});
        }
        std::sort(found.begin(), found.end(), in_path_order);
        const auto below = std::make_shared<const std::string>(folder.generic_string());
        const auto events = (folder / kEventsName).generic_string();
        for (auto& path : found) {
            if (path == events) {
                out_.events.push_back(std::move(path));
            } else {
                add_file(std::move(path), below);
            }
        }
    }

    void leave_out(std::string path) {
        const auto facts = facts_of(path);
        if (!facts || !left_.insert(facts->identity).second) return;
        out_.left_out.push_back({std::move(path), facts->identity, out_.folders.size()});
    }

    void add_file(std::string path, const std::shared_ptr<const std::string>& below) {
        const auto facts = facts_of(path);
        if (facts && !seen_.insert(facts->identity).second) return;
        out_.files.push_back(
            {std::move(path), facts.value_or(FileFacts{}), below != nullptr, below});
    }

    SubmissionFiles out_;
    std::set<FileIdentity> seen_;
    std::set<FileIdentity> left_;
};

}  // namespace

std::vector<fs::path> plans_in(const fs::path& folder) {
    std::vector<fs::path> found;
    add_plans_in(folder, false, found);
    add_plans_in(folder / "data", true, found);
    std::sort(found.begin(), found.end());
    return found;
}

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

SubmissionFiles find_submissions(const std::vector<std::string>& paths) {
    return Finder().run(paths);
}

}  // namespace plantool
