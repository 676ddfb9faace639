#include "write/kit/book/book_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.hpp"
#include "text/words.hpp"

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

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Workbooks have `_xHHHH_` for a letter that XML cannot hold. Of a text that has those very
/// letters the first becomes `_x005F_`, which stands for it.
std::string without_escapes(std::string_view text) {
    constexpr std::size_t kSize = 7;
    std::string out;
    std::size_t copied = 0;
    for (auto at = text.find("_x"); at != std::string_view::npos; at = text.find("_x", at + 1)) {
        const auto digits = text.substr(at + 2, 4);
        const bool escape = at + kSize <= text.size() && text[at + kSize - 1] == '_' &&
                            std::all_of(digits.begin(), digits.end(), is_hex);
        if (!escape) continue;
        out += text.substr(copied, at - copied);
        out += "_x005F";
        copied = at;
    }
    return out + std::string(text.substr(copied));
}

/// Widths of Times New Roman's letters from U+0020 to U+007E, in thousandths of the font's size.
constexpr std::array<std::uint16_t, 95> kWidths = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,  //   to /
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,  // 0 to ?
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,  // @ to O
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,  // P to _
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,  // ` to o
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};      // p to ~

double width_of(char32_t c) {
    constexpr double kLeast = 50;  // so that a line of combining marks has an end
    constexpr double kOther = 600;
    constexpr double kWide = 1000;
    const auto letter = c < 0x80 ? c : base_letter(c);
    constexpr double kWithMarks = 1.04;  // the horn of ư widens it
    if (letter >= 0x20 && letter < 0x7F) {
        return kWidths.at(letter - 0x20) * (letter == c ? 1 : kWithMarks);
    }
    std::string alone;
    append_code_point(alone, c);
    const int cells = display_width(alone);
    return cells == 0 ? kLeast : cells == 1 ? kOther : kWide;
}

double letter_width(char32_t c) {
    constexpr char32_t kOften = 0x250;  // Latin, up to there and in the block of Vietnamese letters
    constexpr char32_t kVietnamese = 0x1E00;
    constexpr char32_t kBehind = 0x1F00;
    static const auto widths = [] {
        std::array<double, kOften + (kBehind - kVietnamese)> out{};
        for (char32_t i = 0; i < out.size(); ++i) {
            out.at(i) = width_of(i < kOften ? i : i - kOften + kVietnamese);
        }
        return out;
    }();
    if (c < kOften) return widths.at(c);
    if (c >= kVietnamese && c < kBehind) return widths.at(c - kVietnamese + kOften);
    return width_of(c);
}

/// How wide the letters of a line may be together in a column of one unit, in the units of
/// letter_width.
double room_in_unit(const Style& style) {
    constexpr double kPointsPerUnit = 7 * 0.75;  // a digit of the workbook's own font: 7 pixels
    constexpr double kSafety = 1.07;  // on a screen letters are up to so much wider than in print
    constexpr double kBold = 1.06;
    const double points = kPointsPerUnit / (kSafety * (style.bold ? kBold : 1));
    return points / style.size * 1000;
}

double room_in(double width, const Style& style) {
    return width * room_in_unit(style);
}

/// The lines that a text breaks into in a column: at line breaks, at spaces, or within a word that
/// is longer than a line. Together they are the text but for the breaks and spaces between them.
std::vector<std::string_view> broken_lines(std::string_view text, double width,
                                           const Style& style) {
    const double room = room_in(width, style);
    std::vector<std::string_view> lines;
    std::size_t start = 0;
    std::size_t word = 0;     // where the word at hand begins
    double used = 0;          // of the line, with the word at hand
    double used_at_word = 0;  // before that word
    for (std::size_t at = 0; at < text.size();) {
        const auto before = at;
        const auto c = next_code_point(text, at);
        if (c == U'\n') {
            lines.push_back(text.substr(start, before - start));
            start = word = at;
            used = used_at_word = 0;
            continue;
        }
        const double letter = letter_width(c);
        if (c == U' ') {  // may hang over the end
            used += letter;
            word = at;
            used_at_word = used;
            continue;
        }
        if (used + letter > room && before > start) {
            const bool whole = word > start;  // else the word itself is broken
            const auto end = whole ? word : before;
            lines.push_back(text.substr(start, end - start));
            start = word = end;
            used = whole ? used - used_at_word : 0;
            used_at_word = 0;
        }
        used += letter;
    }
    lines.push_back(text.substr(start));
    return lines;
}

}  // namespace

std::size_t lines_in(std::string_view text, double width, const Style& style) {
    return broken_lines(text, width, style).size();
}

double width_for(std::string_view text, const Style& style) {
    double used = 0;
    for (std::size_t at = 0; at < text.size();) used += letter_width(next_code_point(text, at));
    return used / room_in_unit(style);
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

std::string footer_text(std::string_view text) {
    // Without the blank, a number that the text begins with would be part of the size.
    std::string out = "&L&\"Times New Roman,Italic\"&9 ";
    const auto shown = without_escapes(printable(text));
    for (std::size_t at = 0; at < shown.size();) {
        const auto before = at;
        next_code_point(shown, at);
        auto letter = shown.substr(before, at - before);
        if (letter == "&") letter = "&&";  // one of them begins a code
        if (out.size() + letter.size() > kMostInProperty) break;
        out += letter;
    }
    return out;
}

std::string cell_text(std::string_view text, Language language) {
    auto shown = without_escapes(visible_lines(text));
    const bool has_noncharacters = shown.find('\xEF') != std::string::npos;  // begins them
    if (shown.size() <= kMostUnits && !has_noncharacters) return shown;
    const auto mark = say(Word::cell_cut, language);
    const auto room = kMostUnits - mark.size();  // bytes are never fewer than units
    std::string out;
    std::size_t units = 0;
    std::size_t fits = 0;  // bytes of `out` that leave room for the mark
    for (std::size_t at = 0; at < shown.size();) {
        auto c = next_code_point(shown, at);
        if (is_noncharacter(c)) c = 0xFFFD;
        units += utf16_units(c);
        if (units > kMostUnits) return out.substr(0, fits) + mark;
        append_code_point(out, c);
        if (units <= room) fits = out.size();
    }
    return out;
}

}  // namespace plantool::xlsx
