// `--format`, from a table of formats (write/output_formats.hpp): its help, and the entry that it
// names.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "write/kit/format.hpp"

namespace CLI {
class App;
}

namespace plantool {

/// Adds the option of a command that writes one format. `into` becomes the default of the table.
void add_format_option(CLI::App& app, Language language, const std::vector<std::string>& names,
                       std::string& into);

/// The same where it tells apart what was not given.
void add_format_option(CLI::App& app, Language language, const std::vector<std::string>& names,
                       std::optional<std::string>& into);

/// That of a command that writes several formats at once.
void add_formats_option(CLI::App& app, Language language, const std::vector<std::string>& names,
                        const std::vector<std::string>& defaults, std::vector<std::string>& into);

template <class Entry>
void add_format_option(CLI::App& app, Language language, std::span<const Entry> table,
                       std::string& into) {
    into = default_formats(table).front();
    add_format_option(app, language, format_names(table), into);
}

/// The entry that was named. Throws UsageError when there is none.
template <class Entry>
const Entry& parse_format(std::span<const Entry> table, const std::string& name) {
    if (const auto* found = find_format(table, name)) return *found;
    const auto known = format_names(table);
    auto said = no_such_format(name, known);
    throw UsageError{std::move(said.message), std::move(said.help)};
}

/// The entries that were named, each once; the defaults of the table where none was.
template <class Entry>
std::vector<Entry> parse_formats(std::span<const Entry> table,
                                 const std::vector<std::string>& given) {
    auto names = split_lists(given);
    if (names.empty()) names = default_formats(table);
    std::vector<Entry> out;
    for (const auto& name : names) {
        const auto& format = parse_format(table, name);
        if (find_format(std::span<const Entry>(out), name) == nullptr) out.push_back(format);
    }
    return out;
}

}  // namespace plantool
