// `plantool help` and `plantool version`, which are `--help` and `--version`; and the manual pages.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/format_option.hpp"
#include "cli/man_page.hpp"
#include "cli/offered_values.hpp"
#include "cli/program_app.hpp"

namespace plantool {
namespace {

const std::vector<std::string> page_formats = {"text", "man"};

struct HelpOptions {
    std::string command;
    std::string format = page_formats.front();
};

void check_options(const HelpOptions& own) {
    if (!own.command.empty() && find_command(own.command) == nullptr) {
        throw unknown_command(own.command);
    }
    if (std::ranges::find(page_formats, own.format) == page_formats.end()) {
        auto said = no_such_format(own.format, page_formats);
        throw UsageError{std::move(said.message), std::move(said.help)};
    }
}

int run_help(const HelpOptions& own, const Call& call) {
    const auto language = given_language(call.options).value_or(language_before_plan("", call.env));
    const ShownProgram shown(language, own.command);
    const auto& program = shown.program();
    if (own.format == "man") {
        call.env.out(man_page(program, shown.command(), language));
    } else {
        call.env.out(shown.command() == nullptr ? program.help()
                                                : shown.command()->help(program.get_name()));
    }
    return 0;
}

}  // namespace

Runner setup_help(CLI::App& app, Language language) {
    auto own = std::make_shared<HelpOptions>();
    app.add_option("COMMAND", own->command, say(Word::help_for_command, language))
        ->type_name(say(Word::value_command, language));
    auto* format =
        app.add_option("--format", own->format, say(Word::help_for_page_format, language))
            ->type_name(say(Word::value_format, language));
    offer_values(format, page_formats);
    return {[own](const Call& call) { return run_help(*own, call); },
            [own](const Call&) { check_options(*own); }};
}

Runner setup_version(CLI::App& /*app*/, Language /*language*/) {
    return {[](const Call& call) {
        call.env.out("plantool " PLANTOOL_VERSION "\n");
        return 0;
    }};
}

}  // namespace plantool
