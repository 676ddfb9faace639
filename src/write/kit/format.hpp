// What every format of output has, whatever it shows, and how one is found by its name. The tables
// are declared in write/output_formats.hpp.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/message.hpp"

namespace plantool {

/// What is known of a format whatever it shows. A table's entries add how it is written.
struct Format {
    std::string_view name;
    std::string_view ending;  ///< of a file, with its dot
    bool by_default = false;  ///< written when none is named
    bool to_stdout = true;    ///< false: it can only be a file
};

/// The entry with that name; null when there is none.
template <class Entry>
const Entry* find_format(std::span<const Entry> table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Entry& entry) { return entry.name == name; });
    return found == table.end() ? nullptr : &*found;
}

/// The names of a table, in its order.
template <class Entry>
std::vector<std::string> format_names(std::span<const Entry> table) {
    std::vector<std::string> names;
    for (const auto& entry : table) names.emplace_back(entry.name);
    return names;
}

/// The names of those that are written when none is named.
template <class Entry>
std::vector<std::string> default_formats(std::span<const Entry> table) {
    std::vector<std::string> names;
    for (const auto& entry : table) {
        if (entry.by_default) names.emplace_back(entry.name);
    }
    return names;
}

/// What is said where a format was named that a table does not have.
struct NoSuchFormat {
    Message message;
    Message help;
};
NoSuchFormat no_such_format(std::string_view name, std::span<const std::string> known);

}  // namespace plantool
