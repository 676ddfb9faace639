// `plantool init`: a new workspace from the templates and schemas inside the program.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include "cli/command.hpp"
#include "cli/written.hpp"
#include "core/time/zone.hpp"
#include "diag/io_error.hpp"
#include "text/embedded.hpp"
#include "text/utf8.hpp"
#include "write/kit/atomic_file.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

struct NewFile {
    fs::path path;
    std::string content;
};

std::string replace_all(std::string_view text, std::string_view word, std::string_view by) {
    std::string out;
    while (true) {
        const auto at = text.find(word);
        out += text.substr(0, at);
        if (at == std::string_view::npos) return out;
        out += by;
        text.remove_prefix(at + word.size());
    }
}

/// The templates speak of the year YYYY, and of the day TODAY on which the workspace is made, so
/// that whenever that is, the plan is under way and its submission has come.
std::vector<NewFile> files_of(const fs::path& folder, Day today) {
    constexpr std::string_view kTemplates = "templates/workspace/";
    constexpr std::string_view kHolidays = "data/holidays-vn.yaml";
    const auto day = format_date(today);
    std::vector<NewFile> files;
    for (const auto& embedded : embedded_files()) {
        if (embedded.name.starts_with(kTemplates)) {
            const auto name = embedded.name.substr(kTemplates.size());
            auto text = replace_all(embedded.content, "YYYY", std::string_view(day).substr(0, 4));
            files.push_back({folder / name, replace_all(text, "TODAY", day)});
        } else if (embedded.name == kHolidays) {
            files.push_back({folder / "holidays-vn.yaml", std::string(embedded.content)});
        } else if (embedded.name.starts_with("schemas/")) {
            files.push_back({folder / embedded.name, std::string(embedded.content)});
        }
    }
    return files;
}

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

/// What stands in the way of a file: itself, or something above it that is no folder.
std::optional<fs::path> obstacle(const fs::path& file) {
    fs::path above;
    for (const auto& part : file.parent_path()) {
        above /= part;
        if (!is_there(above)) return std::nullopt;
        if (!is_folder(above)) return above;
    }
    return is_there(file) ? std::optional(file) : std::nullopt;
}

void refuse_to_overwrite(const std::vector<NewFile>& files) {
    std::vector<std::string> found;
    for (const auto& file : files) {
        const auto path = obstacle(file.path);
        if (!path) continue;
        const auto shown = printable(path->string());
        if (std::find(found.begin(), found.end(), shown) == found.end()) found.push_back(shown);
    }
    if (found.empty()) return;
    const auto all = fmt::format("{}", fmt::join(found, ", "));
    throw UsageError{found.size() == 1 ? Message(Word::is_there_already, all)
                                       : Message(Word::are_there_already, all),
                     {Word::name_new_folder}};
}

void write_one(const NewFile& file) {
    make_folder(file.path.parent_path());
    write_file(file.path, file.content);
}

/// All of them or none: a workspace with a part missing would be in the way of the next try.
void write_all(const std::vector<NewFile>& files) {
    std::size_t written = 0;
    try {
        for (; written < files.size(); ++written) write_one(files[written]);
    } catch (const IoError&) {
        for (std::size_t i = 0; i < written; ++i) {
            std::error_code ignored;
            fs::remove(files[i].path, ignored);
        }
        throw;
    }
}

/// A word as a shell takes it.
std::string shell_word(const std::string& text) {
    const auto plain = [](char c) {
        return std::string_view(" \t\n'\"\\$`&|;<>()*?[]#~!{}").find(c) == std::string_view::npos;
    };
    if (std::all_of(text.begin(), text.end(), plain)) return text;
    return "'" + replace_all(text, "'", R"('\'')") + "'";
}

Day today(const GlobalOptions& options, const Env& env) {
    if (const auto given = given_as_of(options)) return *given;
    return Zone().day_of(env.now);
}

int run_init(const std::string& folder, const GlobalOptions& options, const Env& env) {
    if (folder.empty()) {
        throw UsageError{{Word::folder_missing}, {Word::init_example}};
    }
    const bool here = fs::path(folder).lexically_normal() == ".";
    const auto files = files_of(here ? fs::path() : fs::path(folder), today(options, env));
    refuse_to_overwrite(files);
    write_all(files);
    if (options.quiet) return 0;
    const auto language = language_before_plan(options.language, env);
    for (const auto& file : files) tell_written(file.path, language, env);
    const auto enter = here ? "" : fmt::format("cd {} && ", printable(shell_word(folder)));
    env.err(say(Word::next_command, language, enter + "plantool status") + "\n");
    return 0;
}

}  // namespace

Runner setup_init(CLI::App& app, Language language) {
    auto folder = std::make_shared<std::string>();
    app.add_option("DIR", *folder, say(Word::help_for_new_folder, language))
        ->type_name(say(Word::value_folder, language));
    return {[folder](const Call& call) { return run_init(*folder, call.options, call.env); }};
}

}  // namespace plantool
