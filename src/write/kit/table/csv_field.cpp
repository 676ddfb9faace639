#include "write/kit/table/csv_field.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Line by line, so that the breaks stay what they are.
std::string printable_lines(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of("\r\n\t", at), text.size());
        out += printable(text.substr(at, end - at));
        if (end < text.size()) out += text[end];
        at = end + 1;
    }
    return out;
}

}  // namespace

void append_csv_field(std::string& line, std::string_view given) {
    const auto safe = printable_lines(given);
    const std::string_view text = safe;
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    const bool quoted = text.find_first_of(",;\"\r\n") != std::string_view::npos;
    if (quoted) line += '"';
    if (formula) line += '\'';
    for (const char c : text) {
        if (c == '"') line += '"';
        line += c;
    }
    if (quoted) line += '"';
}

}  // namespace plantool
