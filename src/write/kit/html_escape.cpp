#include "write/kit/html_escape.hpp"

#include "text/utf8.hpp"

namespace plantool {

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : printable(trim(text))) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace plantool
