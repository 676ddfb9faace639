// The one table of commands: dispatch, help and suggestions come from it. A new command is one
// file, one function here, and one entry in command.cpp.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/env.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "text/words.hpp"

namespace CLI {
class App;
}

namespace plantool {

/// What is made ready before a command runs.
enum class Needs {
    nothing,
    plan,         ///< a plan without errors, and the names of its submission files
    submissions,  ///< the same; the command reads them
};

/// What a command runs with.
struct Call {
    const GlobalOptions& options;
    const Env& env;
    Session* session = nullptr;  ///< null where nothing was needed
};

/// A command with the values of its options.
struct Runner {
    /// Gives the exit status. Throws UsageError and IoError.
    std::function<int(const Call&)> run;
    /// Refuses wrong options before anything is read. Throws UsageError.
    std::function<void(const Call&)> check = {};
    /// Where what is needed depends on the options.
    std::function<Needs()> needs = {};
};

struct Command {
    std::string_view name;
    Word summary;
    Needs needs;
    /// Adds the command's options, with their help in the language; the runner holds their values.
    Runner (*setup)(CLI::App&, Language);
};

std::span<const Command> all_commands();

Runner setup_status(CLI::App& app, Language language);
Runner setup_due(CLI::App& app, Language language);
Runner setup_rates(CLI::App& app, Language language);
Runner setup_changes(CLI::App& app, Language language);
Runner setup_remind(CLI::App& app, Language language);
Runner setup_calendar(CLI::App& app, Language language);
Runner setup_plan(CLI::App& app, Language language);
Runner setup_validate(CLI::App& app, Language language);
Runner setup_report(CLI::App& app, Language language);
Runner setup_explain(CLI::App& app, Language language);
Runner setup_form(CLI::App& app, Language language);
Runner setup_import(CLI::App& app, Language language);
Runner setup_record(CLI::App& app, Language language);
Runner setup_schema(CLI::App& app, Language language);
Runner setup_init(CLI::App& app, Language language);
Runner setup_draft(CLI::App& app, Language language);
Runner setup_load(CLI::App& app, Language language);
Runner setup_completion(CLI::App& app, Language language);
Runner setup_help(CLI::App& app, Language language);
Runner setup_version(CLI::App& app, Language language);

}  // namespace plantool
