#include "write/kit/markdown_escape.hpp"

#include "text/utf8.hpp"

namespace plantool {
namespace {

// `@` and `^` for pandoc: citations, mail addresses and superscripts.
constexpr std::string_view kActive = "\\`*_{}[]<>|~#$&@^";

/// Whether the text would open a list, a heading line or a definition: "- ", "+ ", "1. ", "=", ":".
bool opens_a_block(std::string_view text) {
    const auto digits = text.find_first_not_of("0123456789");
    const bool numbered = digits != 0 && digits != std::string_view::npos &&
                          (text[digits] == '.' || text[digits] == ')');
    return numbered || (!text.empty() && std::string_view("-+=:").find(text[0]) < 4);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether the colon or dot at `at` would make a link of a bare address (`https://…`, `www.…`), or
/// a picture of a word (`:smile:`).
bool joins_an_address(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    if (text[at] == ':') {
        return is_letter(next) || std::string_view("/+-").find(next) != std::string_view::npos;
    }
    return text[at] == '.' && at >= 3 && (text[at - 1] | 0x20) == 'w' &&
           (text[at - 2] | 0x20) == 'w' && (text[at - 3] | 0x20) == 'w';
}

std::string escape_inline(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool active = kActive.find(line[at]) != std::string_view::npos;
        if (active || joins_an_address(line, at)) out += '\\';
        out += line[at];
    }
    return out;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
    const auto line = printable(trim(text));
    if (!opens_a_block(line)) return escape_inline(line);
    const auto mark = line.find_first_not_of("0123456789");
    return line.substr(0, mark) + "\\" + line[mark] +
           escape_inline(std::string_view(line).substr(mark + 1));
}

std::string escape_markdown_within(std::string_view text) {
    return escape_inline(printable(trim(text)));
}

}  // namespace plantool
