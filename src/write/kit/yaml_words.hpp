// Texts as YAML, such that our reader gives back the very same (formats.md, section 2).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plantool {

/// On one line, plain where that is safe, also within brackets; else in quotes.
std::string yaml_word(std::string_view text);

/// The value of a key that stands `indent` blanks from the left: lines stay lines where they can.
std::string yaml_text(std::string_view text, int indent);

/// Keys with their texts, an entry of a list: `- a: b` and the other lines below it, each without
/// indentation of its own; or on one line as `{a: b, c: d}`. Empty texts are left out.
using YamlFields = std::vector<std::pair<std::string_view, std::string>>;
std::vector<std::string> yaml_lines(const YamlFields& fields);
std::string yaml_flow(const YamlFields& fields);

}  // namespace plantool
