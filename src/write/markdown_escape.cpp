#include "write/markdown_escape.hpp"

#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::string_view kActive = "\\`*_{}[]<>|~#$&";

/// Whether the text would open a list or a heading line: "- ", "+ ", "1. ", "=".
bool opens_a_block(std::string_view text) {
    const auto digits = text.find_first_not_of("0123456789");
    const bool numbered = digits != 0 && digits != std::string_view::npos &&
                          (text[digits] == '.' || text[digits] == ')');
    return numbered || text.starts_with('-') || text.starts_with('+') || text.starts_with('=');
}

}  // namespace

std::string escape_markdown(std::string_view text) {
    const auto line = printable(trim(text));
    std::string out;
    if (opens_a_block(line)) {
        const auto mark = line.find_first_not_of("0123456789");
        out = line.substr(0, mark) + "\\" + line[mark];
        return out + escape_markdown("x" + line.substr(mark + 1)).substr(1);
    }
    for (const char c : line) {
        if (kActive.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

}  // namespace plantool
