#include "cli/run.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "diag/io_error.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr int kUsageExit = 2;

void add_global_options(CLI::App& app, GlobalOptions& options) {
    app.add_option("--plan", options.plan, "The plan file")->type_name("FILE");
    app.add_option("--submissions", options.submissions,
                   "A file or folder of submissions, `-` for NDJSON on standard input; repeatable")
        ->type_name("PATH")
        ->expected(1)
        ->take_all();
    app.add_option("--as-of", options.as_of, "The day asked about (default: today)")
        ->type_name("DATE");
    app.add_option("--lang", options.language, "Language of labels and reports: vi or en")
        ->type_name("LANG");
    app.add_option("--color", options.color, "auto, always or never")->type_name("WHEN");
    app.add_flag("-q,--quiet", options.quiet, "Nothing on standard error but errors");
}

std::string usage_text(const UsageError& error) {
    auto text = fmt::format("plantool: {}\n", error.message);
    if (!error.help.empty()) text += fmt::format("help: {}\n", error.help);
    return text;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

/// What the library could not place: an unknown command, an unknown option, or a word too many.
UsageError explain_extras(const CLI::App& app, const CLI::App* command, const std::string& word) {
    const auto shown = printable(word);
    if (word.starts_with("-")) {
        auto names = option_names(app);
        if (command != nullptr) {
            const auto own = option_names(*command);
            names.insert(names.end(), own.begin(), own.end());
        }
        const auto name = word.substr(0, word.find('='));
        if (std::find(names.begin(), names.end(), name) != names.end()) {
            return {fmt::format("`{}` stands before its command", printable(name)),
                    fmt::format("write it after `plantool {}`",
                                command == nullptr ? "COMMAND" : command->get_name())};
        }
        const auto help = did_you_mean(name, names);
        const auto* of = command == nullptr ? "" : " ";
        return {fmt::format("unknown option `{}`", printable(name)),
                help.empty() ? fmt::format("`plantool{}{} --help` lists the options", of,
                                           command == nullptr ? "" : command->get_name())
                             : help};
    }
    if (command != nullptr) {
        return {fmt::format("`{}` does not belong here", shown),
                fmt::format("`plantool {} --help` shows the usage", command->get_name())};
    }
    std::vector<std::string> names;
    for (const auto& entry : all_commands()) names.emplace_back(entry.name);
    const auto help = did_you_mean(word, names);
    return {fmt::format("unknown command `{}`", shown),
            help.empty() ? "`plantool --help` lists the commands" : help};
}

class Program {
  public:
    Program()
        : app_("Makes a reporting plan executable: who owes what, when, and what is missing.") {
        app_.name("plantool");
        app_.require_subcommand(0, 1);
        app_.fallthrough();
        app_.set_version_flag("--version", std::string("plantool ") + PLANTOOL_VERSION);
        app_.get_formatter()->column_width(32);
        app_.get_formatter()->label("SUBCOMMAND", "COMMAND");
        app_.footer("`plantool COMMAND --help` shows the options of a command.");
        add_global_options(app_, options_);
        for (const auto& command : all_commands()) {
            auto* sub =
                app_.add_subcommand(std::string(command.name), std::string(command.summary));
            sub->group("Commands");
            sub->fallthrough();
            sub->footer("And the options of every command, which `plantool --help` shows.");
            runners_.push_back(command.setup(*sub));
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
            env.out(command == nullptr ? app_.help() : command->help("plantool"));
            return 0;
        } catch (const CLI::ExtrasError&) {
            const auto* command = chosen();
            const auto extras = app_.remaining(true);
            throw explain_extras(app_, command, extras.empty() ? "" : extras.front());
        } catch (const CLI::ParseError& error) {
            throw UsageError{printable(error.what()), "`plantool --help` shows the usage"};
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
        for (const auto* name : {"--plan", "--submissions", "--as-of", "--lang"}) {
            for (const auto& value : app_.get_option(name)->results()) {
                if (!value.empty()) continue;
                throw UsageError{fmt::format("{} has an empty value", name),
                                 "give it one, or leave the option out"};
            }
        }
    }

    int run_chosen(const Env& env) {
        const auto* command = chosen();
        if (command == nullptr) {
            env.err(app_.help());
            return kUsageExit;
        }
        for (std::size_t i = 0; i < runners_.size(); ++i) {
            if (all_commands()[i].name == command->get_name()) return runners_[i](options_, env);
        }
        return kUsageExit;
    }

    CLI::App app_;
    GlobalOptions options_;
    std::vector<Runner> runners_;
};

}  // namespace

int run(const std::vector<std::string>& arguments, const Env& env) {
    try {
        Program program;
        return program.run(arguments, env);
    } catch (const UsageError& error) {
        env.err(usage_text(error));
    } catch (const IoError& error) {
        env.err(fmt::format("plantool: {}\n", error.what()));
    } catch (const ClosedPipe&) {
        return 0;  // who reads has seen enough
    } catch (const std::bad_alloc&) {
        env.err("plantool: out of memory\n");
    }
    return kUsageExit;
}

}  // namespace plantool
