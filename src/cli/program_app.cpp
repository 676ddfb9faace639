#include "cli/program_app.hpp"

#include <algorithm>
#include <string>

#include "cli/help_page.hpp"
#include "os/terminal.hpp"

namespace plantool {
namespace {

void add_global_options(CLI::App& app, Language language, GlobalOptions& options) {
    const auto help = [&](Word word) { return say(word, language); };
    app.add_option("--plan", options.plans, help(Word::help_for_plan))
        ->type_name(help(Word::value_path))
        ->expected(1)
        ->take_all();
    app.add_option("--submissions", options.submissions, help(Word::help_for_submissions))
        ->type_name(help(Word::value_path))
        ->expected(1)
        ->take_all();
    app.add_option("--schema", options.schema, help(Word::help_for_schema))
        ->type_name(help(Word::value_name));
    app.add_option("--as-of", options.as_of, help(Word::help_for_as_of))
        ->type_name(help(Word::value_day));
    app.add_option("--lang", options.language, help(Word::help_for_lang))->type_name("vi|en");
    app.add_option("--color", options.color, help(Word::help_for_color))
        ->type_name("auto|always|never");
    app.add_flag("--no-pager", options.no_pager, help(Word::help_for_no_pager));
    app.add_flag("-q,--quiet", options.quiet, help(Word::help_for_quiet));
}

/// The library would take `[2022]` for a list in brackets and hand on what is inside. It does so
/// for options that may take more than one word at a time: none of ours does, and of words that
/// need no option it takes as many as are expected at least.
void take_values_as_typed(CLI::App& app) {
    for (auto* option : app.get_options()) {
        if (option->get_positional() && option->get_allow_extra_args()) {
            constexpr int kAll = CLI::detail::expected_max_vector_size;
            option->expected(kAll - 1, kAll);
        }
        option->allow_extra_args(false);
    }
}

/// Of the options that say so by what they want, whatever the system writes between folders.
void take_paths_with_slashes(CLI::App& app, Language language) {
    for (auto* option : app.get_options()) {
        const auto type = option->get_type_name();
        for (const auto word : {Word::value_path, Word::value_file, Word::value_folder}) {
            if (type == say(word, language)) option->transform(&os::with_slashes);
        }
    }
}

}  // namespace

void set_up_program(CLI::App& program, Language language, GlobalOptions& options) {
    program.description(say(Word::help_program, language));
    program.name("plantool");
    program.require_subcommand(0, 1);
    program.fallthrough();
    program.formatter(help_pages(language));
    program.set_help_flag("-h,--help", say(Word::help_for_help, language));
    program.set_version_flag("--version", "plantool " PLANTOOL_VERSION,
                             say(Word::help_for_version, language));
    program.footer(say(Word::help_footer, language));
    add_global_options(program, language, options);
    take_values_as_typed(program);
    take_paths_with_slashes(program, language);
}

Runner set_up_command(CLI::App& app, const Command& command, Language language) {
    app.fallthrough();
    app.footer(say(Word::help_command_footer, language));
    auto runner = command.setup(app, language);
    take_values_as_typed(app);
    take_paths_with_slashes(app, language);
    return runner;
}

const Command* find_command(std::string_view name) {
    const auto commands = all_commands();
    const auto found = std::ranges::find(commands, name, &Command::name);
    return found == commands.end() ? nullptr : &*found;
}

ShownProgram::ShownProgram(Language language, std::string_view command) {
    set_up_program(program_, language, options_);
    for (const auto& entry : all_commands()) {
        auto* app = program_.add_subcommand(std::string(entry.name), say(entry.summary, language));
        if (entry.name != command) continue;
        runner_ = set_up_command(*app, entry, language);
        command_ = app;
    }
}

}  // namespace plantool
