#include "cli/run.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/failure.hpp"
#include "cli/help_page.hpp"
#include "diag/io_error.hpp"
#include "intake/shared_store.hpp"
#include "os/terminal.hpp"

namespace plantool {
namespace {

constexpr int kUsageExit = 2;

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
    app.add_flag("-q,--quiet", options.quiet, help(Word::help_for_quiet));
}

class Program {
  public:
    /// Help is in the language.
    explicit Program(Language language) : app_(say(Word::help_program, language)) {
        app_.name("plantool");
        app_.require_subcommand(0, 1);
        app_.fallthrough();
        app_.formatter(help_pages(language));
        app_.set_help_flag("-h,--help", say(Word::help_for_help, language));
        app_.set_version_flag("--version", "plantool " PLANTOOL_VERSION,
                              say(Word::help_for_version, language));
        app_.footer(say(Word::help_footer, language));
        add_global_options(app_, language, options_);
        take_values_as_typed(app_);
        take_paths_with_slashes(app_, language);
        for (const auto& command : all_commands()) {
            auto* sub =
                app_.add_subcommand(std::string(command.name), say(command.summary, language));
            // Options of commands that are not asked for would be most of a short run.
            sub->preparse_callback([this, sub, &command, language](std::size_t) {
                sub->fallthrough();
                sub->footer(say(Word::help_command_footer, language));
                runner_ = command.setup(*sub, language);
                needs_ = command.needs;
                take_values_as_typed(*sub);
                take_paths_with_slashes(*sub, language);
            });
        }
    }

    int run(std::vector<std::string> arguments, const Env& env) {
        std::reverse(arguments.begin(), arguments.end());  // as the library wants them
        try {
            app_.parse(arguments);
        } catch (const CLI::CallForVersion& version) {
            env.out(std::string(version.what()) + "\n");
            return 0;
        } catch (const CLI::CallForHelp&) {
            const auto* command = chosen();
            env.out(command == nullptr ? app_.help() : command->help(app_.get_name()));
            return 0;
        } catch (const CLI::ExtrasError&) {
            const auto* command = chosen();
            const auto extras = app_.remaining(true);
            throw explain_extra(app_, command, extras.empty() ? "" : extras.front());
        } catch (const CLI::ParseError& error) {
            throw explain_parse_error(app_, chosen(), error);
        }
        refuse_empty_options();
        fill_from_environment(options_, env);
        return run_chosen(env);
    }

  private:
    /// The library would take `[2022]` for a list in brackets and hand on what is inside. It does
    /// so for options that may take more than one word at a time: none of ours does, and of words
    /// that need no option it takes as many as are expected at least.
    static void take_values_as_typed(CLI::App& app) {
        for (auto* option : app.get_options()) {
            if (option->get_positional() && option->get_allow_extra_args()) {
                constexpr int kAll = CLI::detail::expected_max_vector_size;
                option->expected(kAll - 1, kAll);
            }
            option->allow_extra_args(false);
        }
    }

    /// Of the options that say so by what they want, whatever the system writes between folders.
    static void take_paths_with_slashes(CLI::App& app, Language language) {
        for (auto* option : app.get_options()) {
            const auto type = option->get_type_name();
            for (const auto word : {Word::value_path, Word::value_file, Word::value_folder}) {
                if (type == say(word, language)) option->transform(&os::with_slashes);
            }
        }
    }

    const CLI::App* chosen() const {
        const auto chosen = app_.get_subcommands();
        return chosen.empty() ? nullptr : chosen.front();
    }

    /// An option whose value a script left empty is not the same as no option.
    void refuse_empty_options() const {
        for (const auto* name : {"--plan", "--submissions", "--schema", "--as-of", "--lang"}) {
            for (const auto& value : app_.get_option(name)->results()) {
                if (!value.empty()) continue;
                throw UsageError{{Word::option_empty, name}, {Word::fill_or_leave_out}};
            }
        }
    }

    int run_chosen(const Env& env) {
        if (chosen() != nullptr) return run_with_needs(env);
        env.err(app_.help());
        return kUsageExit;
    }

    /// The common beginning: wrong options are told first, then what is wrong with the plan.
    int run_with_needs(const Env& env) {
        Call call{options_, env};
        if (runner_.check) runner_.check(call);
        if (is_of_store() && env.store == nullptr) start_store_program(env);
        const auto needs = runner_.needs ? runner_.needs() : needs_;
        if (needs == Needs::nothing) return runner_.run(call);
        const auto session = open_session(options_, env, Submissions::all);
        tell_plan_faults(*session, options_, env);
        if (needs == Needs::submissions) {
            tell_plan_is_over(*session, options_, env);
            tell_plans_of_stores(*session, options_, env);
        }
        call.session = session.get();
        return without_attachments(*session, [&] { return runner_.run(call); });
    }

    bool is_of_store() const {
        const auto& paths = options_.submissions;
        return chosen()->get_name() == "load" ||
               std::any_of(paths.begin(), paths.end(), is_store_address);
    }

    static void start_store_program(const Env& env) {
        if (env.start_store_program) env.start_store_program();
        throw IoError({Word::store_program_missing});
    }

    CLI::App app_;
    GlobalOptions options_;
    Runner runner_;  ///< of the command that was chosen
    Needs needs_ = Needs::nothing;
};

}  // namespace

int run(const std::vector<std::string>& arguments, const Env& env) {
    const auto asked = given_to("--lang", arguments);
    Telling telling{.language = language_before_plan(asked.empty() ? "" : asked.back(), env),
                    .json = asks_for_json(arguments)};
    Env own = env;
    own.out = [&](std::string_view text) {
        telling.begun = telling.begun || !text.empty();
        env.out(text);
    };
    own.speak = [&](Language language) { telling.language = language; };
    const auto whole = [&] { return Program(telling.language).run(arguments, own); };
    return run_and_tell(whole, telling, env);
}

}  // namespace plantool
