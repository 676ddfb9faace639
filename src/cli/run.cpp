#include "cli/run.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/completion.hpp"
#include "cli/failure.hpp"
#include "cli/program_app.hpp"
#include "diag/io_error.hpp"
#include "intake/shared_store.hpp"

namespace plantool {
namespace {

constexpr int kUsageExit = 2;

class Program {
  public:
    /// Help is in the language.
    explicit Program(Language language) {
        set_up_program(app_, language, options_);
        for (const auto& command : all_commands()) {
            auto* sub =
                app_.add_subcommand(std::string(command.name), say(command.summary, language));
            // Options of commands that are not asked for would be most of a short run.
            sub->preparse_callback([this, sub, &command, language](std::size_t) {
                runner_ = set_up_command(*sub, command, language);
                needs_ = command.needs;
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
        // What needs a plan answers; what asks its user something needs nothing beforehand.
        if (env.page && !options_.no_pager) env.page();
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
    if (!arguments.empty() && arguments.front() == kCompletionCall) {
        return print_candidates({arguments.begin() + 1, arguments.end()}, env);
    }
    const auto asked = given_to("--lang", arguments);
    Telling telling{.language = language_before_plan(asked.empty() ? "" : asked.back(), env),
                    .json = asks_for_json(arguments)};
    Env own = env;
    own.out = [&](std::string_view text) {
        telling.begun = telling.begun || !text.empty();
        env.out(text);
    };
    own.speak = [&](Language language) { telling.language = language; };
    const auto whole = [&] {
        int status = 0;
        try {
            status = Program(telling.language).run(arguments, own);
        } catch (...) {
            if (env.end_page) env.end_page();
            throw;
        }
        if (env.end_page) env.end_page();
        return status;
    };
    return run_and_tell(whole, telling, env);
}

}  // namespace plantool
