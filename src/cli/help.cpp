// `plantool help` and `plantool version`, which are `--help` and `--version`.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/run.hpp"

namespace plantool {
namespace {

int run_help(const CLI::App& program, const std::string& name, const Call& call) {
    if (name.empty()) {
        // The library would give that of the command that was named, which is this one.
        const auto pages = program.get_formatter();
        call.env.out(pages->make_help(&program, program.get_name(), CLI::AppFormatMode::Normal));
        return 0;
    }
    const auto is_named = [&](const Command& command) { return command.name == name; };
    if (std::ranges::none_of(all_commands(), is_named)) throw unknown_command(name);
    std::vector<std::string> arguments{name, "--help"};
    if (!call.options.language.empty()) arguments.push_back("--lang=" + call.options.language);
    return run(arguments, call.env);
}

}  // namespace

Runner setup_help(CLI::App& app, Language language) {
    auto name = std::make_shared<std::string>();
    app.add_option("COMMAND", *name, say(Word::help_for_command, language))
        ->type_name(say(Word::value_command, language));
    return {[name, &app](const Call& call) { return run_help(*app.get_parent(), *name, call); }};
}

Runner setup_version(CLI::App& /*app*/, Language /*language*/) {
    return {[](const Call& call) {
        call.env.out("plantool " PLANTOOL_VERSION "\n");
        return 0;
    }};
}

}  // namespace plantool
