// `plantool init`: a new workspace from the templates and schemas inside the program.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/new_files.hpp"
#include "cli/session.hpp"
#include "cli/written.hpp"
#include "core/schedule/life/carry_over.hpp"
#include "core/time/zone.hpp"
#include "read/plan/plan_file.hpp"
#include "text/embedded.hpp"
#include "text/utf8.hpp"
#include "write/plan/plan_yaml.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

struct InitOptions {
    std::string folder;
    std::string from;  ///< a plan to carry over
    std::string year;
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

constexpr std::string_view kHolidays = "holidays-vn.yaml";  // of the country
constexpr std::string_view kTemplates = "templates/workspace/";
constexpr std::string_view kOfEditor = "templates/workspace/.vscode/";

/// What stands in every workspace: schemas for editors, which of them is of which file, and where
/// it is asked for the holidays. Settings that somebody has there already stay his.
std::vector<NewFile> common_files(const fs::path& folder, bool holidays) {
    std::vector<NewFile> files;
    for (const auto& embedded : embedded_files()) {
        if (holidays && embedded.name == fmt::format("data/{}", kHolidays)) {
            files.push_back({folder / kHolidays, std::string(embedded.content)});
        } else if (embedded.name.starts_with("schemas/")) {
            files.push_back({folder / embedded.name, std::string(embedded.content)});
        } else if (embedded.name.starts_with(kOfEditor)) {
            const auto path = folder / embedded.name.substr(kTemplates.size());
            std::error_code unknown;
            const bool there = fs::exists(fs::symlink_status(path, unknown));
            if (!there) files.push_back({path, std::string(embedded.content)});
        }
    }
    return files;
}

/// The templates speak of the year YYYY, and of the day TODAY on which the workspace is made, so
/// that whenever that is, the plan is under way and its submission has come.
std::vector<NewFile> sample_files(const fs::path& folder, Day today) {
    const auto day = format_date(today);
    auto files = common_files(folder, true);
    for (const auto& embedded : embedded_files()) {
        if (!embedded.name.starts_with(kTemplates)) continue;
        if (embedded.name.starts_with(kOfEditor)) continue;  // of common_files
        const auto name = embedded.name.substr(kTemplates.size());
        auto text = replace_all(embedded.content, "YYYY", std::string_view(day).substr(0, 4));
        files.push_back({folder / name, replace_all(text, "TODAY", day)});
    }
    return files;
}

int year_of(const InitOptions& own, int old_year) {
    constexpr int kLastYear = 9998;  // of days that can be written
    const auto next = std::to_string(old_year + 1);
    if (own.year.empty()) throw UsageError{{Word::year_missing}, {Word::add_year, next}};
    int year = 0;
    const auto* end = own.year.data() + own.year.size();
    const bool read = own.year.size() == 4 &&
                      std::from_chars(own.year.data(), end, year).ptr == end && year <= kLastYear;
    if (!read) {
        throw UsageError{{Word::no_such_year, printable(own.year)}, {Word::add_year, next}};
    }
    if (year <= old_year) {
        throw UsageError{{Word::year_not_later, std::to_string(old_year)}, {Word::add_year, next}};
    }
    return year;
}

/// The plan that is carried over, with the file of holidays that it names.
struct OldPlan {
    std::unique_ptr<Session> session;
    std::string holidays;  ///< the name of the file beside the new plan; empty: none
    Plan of_holidays;      ///< with nothing but what that file says

    const SessionPlan& plan() const { return *session->plans.front(); }
};

OldPlan old_plan(const InitOptions& own, const Call& call) {
    auto options = call.options;
    options.plans = {own.from};
    options.submissions.clear();
    OldPlan old{open_session(options, call.env, Submissions::none, Asking::all), {}, {}};
    tell_plan_faults(*old.session, options, call.env);
    if (old.session->plans.size() != 1) {
        throw UsageError{{Word::several_plans_to_carry, printable(own.from)},
                         {Word::name_plan_file}};
    }
    const auto& files = old.plan().plan.calendar_entries.files;
    if (files.empty()) return old;
    const fs::path file = fs::path(old.plan().file()).parent_path() / files.front().name;
    old.holidays = file.filename().generic_string();
    Diagnostics told;  // with the plan
    read_holidays(file, old.of_holidays, told);
    return old;
}

/// Without the days that come with the file of holidays.
Plan without_days_of_file(Plan plan, const OldPlan& old) {
    const auto& of_file = old.of_holidays.calendar_entries.working_days;
    std::erase_if(plan.calendar_entries.working_days, [&](const CalendarDay& day) {
        return std::ranges::any_of(of_file,
                                   [&](const auto& other) { return other.date == day.date; });
    });
    return plan;
}

/// By which an editor finds the schema of a file beside `schemas`.
std::string schema_line(std::string_view name) {
    return fmt::format("# yaml-language-server: $schema=schemas/{}.schema.json\n", name);
}

std::vector<NewFile> carried_files(const fs::path& folder, const OldPlan& old,
                                   const CarriedPlan& carried, int year, Language language) {
    const bool of_country = old.holidays == kHolidays;
    auto files = common_files(folder, of_country);
    const auto comment = say(Word::carried_file_comment, language, std::to_string(year),
                             old.plan().plan.head.number);
    files.push_back({folder / "plan.yaml",
                     schema_line("plan") + plan_yaml(without_days_of_file(carried.plan, old),
                                                     comment, old.holidays)});
    files.push_back(
        {folder / "events.yaml",
         schema_line("events") + fmt::format("# {}\nformat: plantool/events@1\nevents: []\n",
                                             say(Word::carried_events_comment, language))});
    if (!old.holidays.empty() && !of_country) {
        files.push_back(
            {folder / old.holidays, std::string(old.of_holidays.sources.front()->text())});
    }
    return files;
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

void tell_made(const InitOptions& own, bool here, const std::vector<NewFile>& files,
               Language language, const Env& env) {
    for (const auto& file : files) tell_written(file.path, language, env);
    const auto enter = here ? "" : fmt::format("cd {} && ", printable(shell_word(own.folder)));
    env.err(say(Word::next_command, language, enter + "plantool status") + "\n");
}

int run_carry_over(const InitOptions& own, const fs::path& folder, const Call& call) {
    const auto old = old_plan(own, call);
    const auto year = year_of(own, plantool::year_of(old.plan().plan.head.span.from));
    const auto language = old.session->language;
    const auto carried = carry_over(old.plan().plan, year);
    const auto files = carried_files(folder, old, carried, year, language);
    refuse_to_overwrite(files, {Word::name_new_folder});
    write_all(files);
    make_folder(folder / carried.plan.head.submissions);
    if (call.options.quiet) return 0;
    for (const auto& message : carried.to_look_at) {
        call.env.err("plantool: " + say(Word::look_at, language, say(message, language)) + "\n");
    }
    tell_made(own, folder.empty(), files, language, call.env);
    return 0;
}

int run_init(const InitOptions& own, const Call& call) {
    const auto& [options, env, session] = call;
    if (own.folder.empty()) throw UsageError{{Word::folder_missing}, {Word::init_example}};
    const bool here = fs::path(own.folder).lexically_normal() == ".";
    const auto folder = here ? fs::path() : fs::path(own.folder);
    if (!own.from.empty()) return run_carry_over(own, folder, call);
    if (!own.year.empty()) throw UsageError{{Word::year_without_plan}, {Word::write_from}};
    const auto files = sample_files(folder, today(options, env));
    refuse_to_overwrite(files, {Word::name_new_folder});
    write_all(files);
    if (!options.quiet) {
        tell_made(own, here, files, language_before_plan(options.language, env), env);
    }
    return 0;
}

}  // namespace

Runner setup_init(CLI::App& app, Language language) {
    auto own = std::make_shared<InitOptions>();
    app.add_option("DIR", own->folder, say(Word::help_for_new_folder, language))
        ->type_name(say(Word::value_folder, language));
    app.add_option("--from", own->from, say(Word::help_for_from, language))
        ->type_name(say(Word::value_path, language));
    app.add_option("--year", own->year, say(Word::help_for_year, language))
        ->type_name(say(Word::value_year, language));
    return {[own](const Call& call) { return run_init(*own, call); }};
}

}  // namespace plantool
