// `plantool completion`, and what the scripts that it prints ask the program.
#include "cli/completion.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/help_page.hpp"
#include "cli/offered_values.hpp"
#include "cli/plan_candidates.hpp"
#include "cli/program_app.hpp"
#include "core/status/state.hpp"
#include "diag/codes.hpp"
#include "text/embedded.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

const std::vector<std::string> shells = {"bash", "zsh", "fish"};

using Candidates = std::vector<Candidate>;

/// An option that is written as the word, or null.
const CLI::Option* find_option(const std::vector<const CLI::Option*>& options,
                               const std::string& word) {
    const auto is_named = [&](const CLI::Option* option) {
        return word.starts_with("-") && option->check_name(word);
    };
    const auto found = std::ranges::find_if(options, is_named);
    return found == options.end() ? nullptr : *found;
}

bool takes_value(const CLI::Option* option) {
    return option != nullptr && option->get_items_expected_max() > 0;
}

void append(Candidates& to, Candidates more) {
    for (auto& one : more) to.push_back(std::move(one));
}

Candidates without_words(const std::vector<std::string>& texts) {
    Candidates out;
    for (const auto& text : texts) out.push_back({text, {}});
    return out;
}

/// What was typed on a line so far, and what may follow.
class Typed {
  public:
    Typed(const std::vector<std::string>& words, const Env& env)
        : before_(words.begin(), words.empty() ? words.end() : words.end() - 1),
          last_(words.empty() ? "" : words.back()),
          env_(env),
          language_(language_before_plan(last_given("--lang"), env)),
          shown_(language_, command_word()) {
        options_.plans = given_to("--plan", before_);
        options_.as_of = last_given("--as-of");
        options_.language = last_given("--lang");
        fill_from_environment(options_, env);
        known_ = options_of(shown_.program());
        if (shown_.command() == nullptr) return;
        for (const auto* option : options_of(*shown_.command())) known_.push_back(option);
    }

    /// Those that go with what is typed of the last word, whole words all of them.
    Candidates candidates() const {
        const bool plain = std::ranges::find(before_, "--") == before_.end();
        if (!before_.empty() && plain) {
            const auto* waiting = find_option(known_, before_.back());
            if (takes_value(waiting)) return fitting_values(*waiting, "", last_);
        }
        if (last_.starts_with("-") && plain) {
            const auto equals = last_.find('=');
            if (equals == std::string::npos) return fitting(option_names(), "", last_);
            const auto* named = find_option(known_, last_.substr(0, equals));
            if (!takes_value(named)) return {};
            return fitting_values(*named, last_.substr(0, equals + 1), last_.substr(equals + 1));
        }
        if (shown_.command() == nullptr) return fitting(commands(), "", last_);
        const auto arguments = arguments_of(*shown_.command());
        if (arguments.empty()) return {};
        return fitting_values(*arguments[std::min(arguments_before(), arguments.size() - 1)], "",
                              last_);
    }

  private:
    std::string last_given(const std::string& option) const {
        const auto given = given_to(option, before_);
        return given.empty() ? "" : given.back();
    }

    /// The words that are neither options nor their values.
    std::vector<std::string> standing_alone(const std::vector<const CLI::Option*>& known) const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (!before_[i].starts_with("-")) {
                out.push_back(before_[i]);
            } else if (takes_value(find_option(known, before_[i]))) {
                ++i;
            }
        }
        return out;
    }

    std::string command_word() const {
        const ShownProgram bare(language_, "");
        const auto words = standing_alone(options_of(bare.program()));
        return words.empty() ? "" : words.front();
    }

    std::size_t arguments_before() const { return standing_alone(known_).size() - 1; }

    Candidates commands() const {
        Candidates out;
        for (const auto& one : all_commands()) {
            out.push_back({std::string(one.name), say(one.summary, language_)});
        }
        return out;
    }

    Candidates option_names() const {
        Candidates out;
        for (const auto* option : known_) {
            for (const auto& name : option->get_lnames()) {
                out.push_back({"--" + name, option->get_description()});
            }
        }
        return out;
    }

    Candidates states() const {
        Candidates out;
        for (const auto& one : all_states()) {
            out.push_back(
                {std::string(one.id), std::string(language_ == Language::vi ? one.vi : one.en)});
        }
        return out;
    }

    Candidates of_plan(PlanNames names) const { return plan_candidates(names, options_, env_); }

    /// `explain` takes terms, or an obligation, an agency and a period in this order.
    Candidates explained() const {
        if (arguments_before() == 1) return of_plan(PlanNames::agencies);
        if (arguments_before() == 2) return of_plan(PlanNames::periods);
        auto out = of_plan(PlanNames::obligations);
        append(out, states());
        for (const auto& code : all_codes()) {
            out.push_back({std::string(code.id), std::string(code.slug)});
        }
        return out;
    }

    Candidates values(const CLI::Option& option) const {
        if (auto fixed = offered_values(option); !fixed.empty()) return without_words(fixed);
        const auto type = option.get_type_name();
        const auto is = [&](Word word) { return type == say(word, language_); };
        if (type.find('|') != std::string::npos)
            return without_words(CLI::detail::split(type, '|'));
        if (is(Word::value_agency)) return of_plan(PlanNames::agencies);
        if (is(Word::value_group)) return of_plan(PlanNames::groups);
        if (is(Word::value_obligation)) return of_plan(PlanNames::obligations);
        if (is(Word::value_period)) return of_plan(PlanNames::periods);
        if (is(Word::value_state) || is(Word::value_states)) return states();
        if (is(Word::value_command)) return commands();
        if (is(Word::value_id)) return explained();
        if (is(Word::value_folder)) return {{std::string(kOfferFolders), {}}};
        if (is(Word::value_file) || is(Word::value_path)) return {{std::string(kOfferFiles), {}}};
        return {};
    }

    /// `prefix` stands before the value in the same word. Of a list, the last entry is typed; names
    /// of agencies hold commas, so that these are never one.
    Candidates fitting_values(const CLI::Option& option, std::string prefix,
                              std::string typed) const {
        auto all = values(option);
        if (!all.empty() && all.front().text.starts_with(":")) return all;
        const bool list = option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll &&
                          option.get_type_name() != say(Word::value_agency, language_);
        const auto comma = list ? typed.rfind(',') : std::string::npos;
        if (comma != std::string::npos) {
            prefix += typed.substr(0, comma + 1);
            typed.erase(0, comma + 1);
        }
        return fitting(std::move(all), prefix, typed);
    }

    /// What begins as typed; where nothing does, what has it within, in whatever way it is written:
    /// a part of an agency's name finds its id.
    static Candidates fitting(Candidates all, const std::string& prefix, const std::string& typed) {
        Candidates out;
        const auto keep = [&](const auto& fits) {
            for (const auto& one : all) {
                if (fits(one)) out.push_back({prefix + one.text, one.about});
            }
        };
        keep([&](const Candidate& one) { return one.text.starts_with(typed); });
        if (!out.empty() || typed.starts_with("-")) return out;
        const auto part = fold_without_diacritics(typed);
        keep([&](const Candidate& one) {
            return fold_without_diacritics(one.text + " " + one.about).find(part) !=
                   std::string::npos;
        });
        return out;
    }

    std::vector<std::string> before_;
    std::string last_;
    const Env& env_;
    Language language_;
    ShownProgram shown_;
    GlobalOptions options_;
    std::vector<const CLI::Option*> known_;  ///< the program's, then the command's
};

int print_script(const std::string& shell, const Env& env) {
    const Message all(Word::write_one_of, in_backquotes(shells));
    if (shell.empty()) throw UsageError{{Word::shell_missing}, all};
    const auto file = "templates/completion/plantool." + shell;
    for (const auto& embedded : embedded_files()) {
        if (embedded.name != file) continue;
        env.out(embedded.content);
        return 0;
    }
    throw UsageError{{Word::no_shell, printable(shell)}, suggestion(shell, shells, all)};
}

}  // namespace

int print_candidates(const std::vector<std::string>& words, const Env& env) {
    std::string lines;
    for (const auto& one : Typed(words, env).candidates()) {
        lines += fmt::format("{}\t{}\n", one.text, printable(one.about));
    }
    env.out(lines);
    return 0;
}

Runner setup_completion(CLI::App& app, Language language) {
    auto shell = std::make_shared<std::string>();
    auto* option = app.add_option("SHELL", *shell, say(Word::help_for_shell, language))
                       ->type_name(say(Word::value_shell, language));
    offer_values(option, shells);
    return {[shell](const Call& call) { return print_script(*shell, call.env); }};
}

}  // namespace plantool
