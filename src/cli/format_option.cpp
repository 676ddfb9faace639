#include "cli/format_option.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/offered_values.hpp"

namespace plantool {
namespace {

template <class Text>
void add(CLI::App& app, Language language, const std::vector<std::string>& names, Text& into) {
    const auto last = names.end() - 1;
    const auto others = fmt::format("{}", fmt::join(names.begin(), last, ", "));
    auto* option =
        app.add_option("--format", into, say(Word::help_for_format, language, others, *last))
            ->type_name(say(Word::value_format, language));
    offer_values(option, names);
}

}  // namespace

void add_format_option(CLI::App& app, Language language, const std::vector<std::string>& names,
                       std::string& into) {
    add(app, language, names, into);
}

void add_format_option(CLI::App& app, Language language, const std::vector<std::string>& names,
                       std::optional<std::string>& into) {
    add(app, language, names, into);
}

void add_formats_option(CLI::App& app, Language language, const std::vector<std::string>& names,
                        const std::vector<std::string>& defaults, std::vector<std::string>& into) {
    auto* option = app.add_option("--format", into,
                                  say(Word::help_for_report_formats, language,
                                      fmt::format("{}", fmt::join(names, ", ")),
                                      fmt::format("{}", fmt::join(defaults, ","))))
                       ->type_name(say(Word::value_formats, language))
                       ->expected(1)
                       ->take_all();
    offer_values(option, names);
}

}  // namespace plantool
