// The one table of commands: dispatch, help and suggestions come from it. A new command is one
// file, one function here, and one entry in command.cpp.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/env.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace plantool {

/// Runs a command and gives its exit status. Throws UsageError and IoError.
using Runner = std::function<int(const GlobalOptions&, const Env&)>;

struct Command {
    std::string_view name;
    std::string_view summary;
    Runner (*setup)(CLI::App&);  ///< adds the command's options; the runner holds their values
};

std::span<const Command> all_commands();

Runner setup_status(CLI::App& app);
Runner setup_due(CLI::App& app);
Runner setup_plan(CLI::App& app);
Runner setup_validate(CLI::App& app);
Runner setup_report(CLI::App& app);
Runner setup_explain(CLI::App& app);
Runner setup_schema(CLI::App& app);
Runner setup_init(CLI::App& app);

}  // namespace plantool
