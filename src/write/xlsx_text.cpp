#include "write/xlsx_text.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool::xlsx {
namespace {

constexpr std::size_t kMostUnits = 32767;     // UTF-16 units in a cell (Excel's limit)
constexpr std::size_t kMostInProperty = 255;  // bytes in a document property or footer

std::size_t utf16_units(char32_t c) {
    return c > 0xFFFF ? 2 : 1;
}

/// Code points that XML cannot hold.
bool is_noncharacter(char32_t c) {
    return c == 0xFFFE || c == 0xFFFF;
}

std::string visible_lines(std::string_view text) {
    std::string out;
    while (true) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        if (line.ends_with('\r')) line.pop_back();
        std::replace(line.begin(), line.end(), '\t', ' ');
        out += printable(line);
        if (end == text.size()) return out;
        out += '\n';
        text.remove_prefix(end + 1);
    }
}

/// Into how many lines of so many letters a paragraph breaks: at spaces, or within a word that is
/// longer than a line.
std::size_t broken_lines(std::string_view paragraph, std::size_t per_line) {
    std::size_t lines = 1;
    std::size_t used = 0;
    while (!paragraph.empty()) {
        const auto end = std::min(paragraph.find(' '), paragraph.size());
        const auto word = count_code_points(paragraph.substr(0, end));
        paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
        if (used > 0 && used + 1 + word > per_line) {
            ++lines;
            used = 0;
        }
        if (used > 0) ++used;
        used += word;
        for (; used > per_line; used -= per_line) ++lines;
    }
    return lines;
}

std::size_t letters_per_line(double width, const Style& style) {
    const double letters = width * 12 / style.size * (style.bold ? 0.93 : 1.0);
    return static_cast<std::size_t>(std::max(1.0, letters));
}

}  // namespace

std::size_t lines_in(std::string_view text, double width, const Style& style) {
    const auto per_line = letters_per_line(width, style);
    std::size_t lines = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines += broken_lines(text.substr(at, end - at), per_line);
        at = end + 1;
    }
    return lines;
}

double row_height(std::size_t lines, double size) {
    constexpr double kTallest = 409;  // Excel's limit
    return std::min(kTallest, static_cast<double>(lines) * size * 1.32 + 3);
}

std::string shortened(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto before = at;
        next_code_point(text, at);
        if (at > kMostInProperty) break;
        out += text.substr(before, at - before);
    }
    return out;
}

std::string cell_text(std::string_view text, Language language) {
    const auto shown = visible_lines(text);
    const std::string_view mark =
        language == Language::vi ? "… [đã cắt: ô không chứa hết]" : "… [cut: too long for a cell]";
    const auto room = kMostUnits - mark.size();  // bytes are never fewer than units
    std::string out;
    std::size_t units = 0;
    std::size_t fits = 0;  // bytes of `out` that leave room for the mark
    for (std::size_t at = 0; at < shown.size();) {
        auto c = next_code_point(shown, at);
        if (is_noncharacter(c)) c = 0xFFFD;
        units += utf16_units(c);
        if (units > kMostUnits) return out.substr(0, fits) + std::string(mark);
        append_code_point(out, c);
        if (units <= room) fits = out.size();
    }
    return out;
}

std::vector<std::string> pieces_of(std::string_view text, double width, const Style& style,
                                   std::size_t most_lines) {
    const auto per_line = letters_per_line(width, style);
    std::vector<std::string> pieces;
    std::string piece;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        // One word after the other, with the break that follows it; a word that is longer than a
        // line is broken as the line would break it.
        auto end = std::min(text.find_first_of(" \n", at), text.size());
        auto next = std::min(end + 1, text.size());
        std::size_t line_end = at;
        for (std::size_t i = 0; i < per_line && line_end < end; ++i)
            next_code_point(text, line_end);
        if (line_end < end) end = next = line_end;
        auto longer = std::string(text.substr(start, end - start));
        const bool fits = at == start || (lines_in(longer, width, style) <= most_lines &&
                                          longer.size() <= kMostUnits);
        if (!fits) {
            pieces.push_back(std::move(piece));
            start = at;
            longer = text.substr(start, end - start);
        }
        piece = std::move(longer);
        at = next;
    }
    if (!piece.empty() || pieces.empty()) pieces.push_back(std::move(piece));
    return pieces;
}

}  // namespace plantool::xlsx
