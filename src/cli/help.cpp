// `plantool help` and `plantool version`, which are `--help` and `--version`.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/command_line.hpp"

namespace plantool {
namespace {

int run_help(const CLI::App& program, const std::string& name, const Env& env) {
    if (name.empty()) {
        // The library would give that of the command that was named, which is this one.
        const auto pages = program.get_formatter();
        env.out(pages->make_help(&program, program.get_name(), CLI::AppFormatMode::Normal));
        return 0;
    }
    for (const auto* command : program.get_subcommands({})) {
        if (command->get_name() != name) continue;
        env.out(command->help(program.get_name()));
        return 0;
    }
    throw unknown_command(name);
}

}  // namespace

Runner setup_help(CLI::App& app, Language language) {
    auto name = std::make_shared<std::string>();
    app.add_option("COMMAND", *name, say(Word::help_for_command, language))
        ->type_name(say(Word::value_command, language));
    return {
        [name, &app](const Call& call) { return run_help(*app.get_parent(), *name, call.env); }};
}

Runner setup_version(CLI::App& /*app*/, Language /*language*/) {
    return {[](const Call& call) {
        call.env.out("plantool " PLANTOOL_VERSION "\n");
        return 0;
    }};
}

}  // namespace plantool
