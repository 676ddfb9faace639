#include "read/paper/clean_text.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {

std::string clean_text(std::string_view text) {
    constexpr char32_t kByteOrderMark = 0xFEFF;
    const auto valid = with_valid_utf8(text);
    std::string out;
    out.reserve(valid.size());
    for (std::size_t at = 0; at < valid.size();) {
        const auto start = at;
        const auto c = next_code_point(valid, at);
        if (c == U'\r') {
            if (at < valid.size() && valid[at] == '\n') continue;
            out += '\n';
        } else if (c == 0x2028 || c == 0x2029 || c == 0x0085 || c == 0x0B || c == 0x0C) {
            out += '\n';
        } else if (c == U'\t' || c == U'\n' ||
                   (c >= 0x20 && (c < 0x7F || c > 0x9F) && c != kByteOrderMark)) {
            out.append(valid, start, at - start);
        }
    }
    return to_nfc(out);
}

std::string one_line(std::string_view text) {
    std::string out;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        if (is_space(next_code_point(text, at))) {
            blank = true;
            continue;
        }
        if (blank && !out.empty()) out += ' ';
        blank = false;
        out += text.substr(start, at - start);
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trim(text.substr(0, end));
        if (!line.empty()) out.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace plantool
