// An entry added to a list of a YAML file that people write: comments, blank lines and the order of
// all the rest stay as they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plantool {

/// One entry, in both of the ways in which a list may be written.
struct YamlEntry {
    std::vector<std::string> lines;  ///< without indentation: the first begins with `- `
    std::string flow;                ///< `{a: b}`
};

/// The text of a file whose document is a mapping, with the entry behind the others of the list
/// that stands under the key; the list is made where it is not there. Read back, the new text says
/// what the old one said and the entry besides; nothing where that cannot be brought about, or the
/// text is not read at all.
std::optional<std::string> with_yaml_entry(const std::string& text, std::string_view key,
                                           const YamlEntry& entry);

}  // namespace plantool
