#include "cli/help_page.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "cli/manual.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plantool {
namespace {

constexpr int kWidth = 80;
constexpr int kNames = 30;  ///< cells of names, behind which they are told
constexpr int kIndent = 2;

/// A name and what it is: beside it where it leaves the room, else below.
std::string entry(std::string_view name, std::string_view text) {
    const std::string indent(kIndent, ' ');
    const std::string below(kNames, ' ');
    auto out = indent + std::string(name);
    bool beside = display_width(out) < kNames;
    if (beside) out = pad_to_width(out, kNames);
    for (const auto& line : wrap_to_width(text, kWidth - kNames)) {
        if (!beside) out += "\n" + below;
        out += line;
        beside = false;
    }
    return out + "\n";
}

class HelpPages final : public CLI::FormatterBase {
  public:
    explicit HelpPages(Language language) : language_(language) {}

    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode /*mode*/) const override {
        const auto arguments = arguments_of(*app);
        const auto options = options_of(*app);
        const auto commands = app->get_subcommands({});
        auto out = app->get_description() + "\n" + say(Word::help_usage, language_) + ": " + name;
        out += " [" + say(Word::value_options, language_) + "]";
        for (const auto* argument : arguments) out += " [" + name_of(*argument) + "]";
        if (!commands.empty()) out += " [" + say(Word::value_command, language_) + "]";
        out += "\n";
        if (!arguments.empty()) out += heading(Word::help_arguments);
        for (const auto* argument : arguments) {
            out += entry(name_of(*argument), argument->get_description());
        }
        out += heading(Word::help_options);
        for (const auto* option : options) {
            out += entry(name_of(*option), option->get_description());
        }
        if (!commands.empty()) out += heading(Word::help_commands);
        for (const auto* command : commands) {
            out += entry(command->get_name(), command->get_description());
        }
        return out + examples(*app) + "\n" + app->get_footer() + "\n";
    }

  private:
    /// Each as a line that can be taken over as it stands, with what it does below.
    std::string examples(const CLI::App& app) const {
        const auto& entry = manual_entry(app.get_parent() == nullptr ? "" : app.get_name());
        if (entry.examples.empty()) return {};
        auto out = heading(Word::help_examples);
        for (const auto& example : entry.examples) {
            out += fmt::format("  {}\n", example.line);
            for (const auto& line :
                 wrap_to_width(say(example.what, language_), kWidth - 2 * kIndent)) {
                out += fmt::format("{:{}}{}\n", "", 2 * kIndent, line);
            }
        }
        return out;
    }

    std::string heading(Word word) const { return "\n" + say(word, language_) + ":\n"; }

    Language language_;
};

}  // namespace

std::vector<const CLI::Option*> arguments_of(const CLI::App& app) {
    return app.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
    return app.get_options([](const CLI::Option* option) { return option->nonpositional(); });
}

std::string name_of(const CLI::Option& option) {
    const bool several = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
    if (option.get_positional()) return option.get_type_name() + (several ? "..." : "");
    std::string out;
    for (const auto& name : option.get_snames()) out += (out.empty() ? "-" : ", -") + name;
    for (const auto& name : option.get_lnames()) out += (out.empty() ? "--" : ", --") + name;
    const bool flag = option.get_items_expected_max() == 0;
    return flag ? out : out + " " + option.get_type_name();
}

std::shared_ptr<CLI::FormatterBase> help_pages(Language language) {
    return std::make_shared<HelpPages>(language);
}

}  // namespace plantool
