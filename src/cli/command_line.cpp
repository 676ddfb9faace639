#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string call_of(const CLI::App* command) {
    return command == nullptr ? "plantool" : "plantool " + command->get_name();
}

std::vector<const CLI::Option*> options_of(const CLI::App& app, const CLI::App* command) {
    auto options = app.get_options();
    if (command != nullptr) {
        const auto own = command->get_options();
        options.insert(options.end(), own.begin(), own.end());
    }
    return options;
}

std::vector<std::string> option_names(const CLI::App& app, const CLI::App* command) {
    std::vector<std::string> names;
    for (const auto* option : options_of(app, command)) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

UsageError unknown_option(const CLI::App& app, const CLI::App* command, const std::string& word) {
    const auto names = option_names(app, command);
    const auto name = word.substr(0, word.find('='));
    if (std::find(names.begin(), names.end(), name) != names.end()) {
        if (command == nullptr) {
            return {{Word::stands_before_command, printable(name)}, {Word::see_commands}};
        }
        return {{Word::stands_before_command, printable(name)},
                {Word::write_behind_command, command->get_name()}};
    }
    return {{Word::unknown_option, printable(name)},
            suggestion(name, names, {Word::see_options, call_of(command)})};
}

/// The option that the library speaks of: the one whose name stands first in what it says.
const CLI::Option* option_meant(const std::vector<const CLI::Option*>& options,
                                std::string_view said) {
    const CLI::Option* found = nullptr;
    auto first = std::string_view::npos;
    for (const auto* option : options) {
        const auto name = option->get_name();
        const auto at = said.find(name);
        if (at >= first) continue;
        const auto behind = said.substr(at + name.size(), 1);
        if (behind != ":" && behind != " ") continue;
        found = option;
        first = at;
    }
    return found;
}

}  // namespace

UsageError unknown_command(const std::string& word) {
    std::vector<std::string> names;
    for (const auto& entry : all_commands()) names.emplace_back(entry.name);
    return {{Word::unknown_command, printable(word)},
            suggestion(word, names, {Word::see_commands})};
}

UsageError explain_extra(const CLI::App& app, const CLI::App* command, const std::string& word) {
    if (word.starts_with("-")) return unknown_option(app, command, word);
    if (command == nullptr) return unknown_command(word);
    return {{Word::does_not_belong, printable(word)}, {Word::see_usage, call_of(command)}};
}

UsageError explain_parse_error(const CLI::App& app, const CLI::App* command,
                               const CLI::ParseError& error) {
    const auto* option = option_meant(options_of(app, command), error.what());
    if (option == nullptr) {
        return {{Word::unclear_command_line}, {Word::see_usage, call_of(command)}};
    }
    const auto name = option->get_name();
    if (option->get_items_expected_max() == 0) {
        return {{Word::option_with_value, name}, {Word::write_alone, name}};
    }
    if (option->results().size() > 1) return {{Word::option_twice, name}, {Word::give_once}};
    return {{Word::option_without_value, name},
            {Word::write_with_value, name, option->get_type_name()}};
}

}  // namespace plantool
