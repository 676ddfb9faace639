#include "read/office/cell_formats.hpp"

#include <cmath>
#include <map>
#include <string>

#include "read/office/old_fonts.hpp"

namespace plantool {
namespace {

using namespace std::chrono;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The letters of a format that are no literals, in small letters; `h` for hours past a day.
std::string codes_of(std::string_view format) {
    std::string out;
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char c = format[at];
        if (c == ';') break;  // what follows is for negative numbers
        if (c == '"') {
            at = std::min(format.find('"', at + 1), format.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            const auto end = std::min(format.find(']', at), format.size());
            if (lower(format[std::min(at + 1, format.size() - 1)]) == 'h') out += 'h';
            at = end;
        } else {
            out += lower(c);
        }
    }
    return out;
}

/// The formats that have a number and no text.
NumberShown shown_by_number(int id) {
    if (id == 9 || id == 10) return NumberShown::percent;
    const bool day = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
                     (id >= 50 && id <= 54) || id == 57 || id == 58;
    return day ? NumberShown::date : NumberShown::plain;
}

constexpr double kLastSerial = 2'958'465;  // 31 December 9999
constexpr double kFrom1904 = 1462;         // days between the systems

}  // namespace

NumberShown shown_by(std::string_view format) {
    const auto codes = codes_of(format);
    const auto holds = [&](std::string_view letters) {
        return codes.find_first_of(letters) != std::string::npos;
    };
    if (codes.find("general") != std::string::npos) return NumberShown::plain;
    if (holds("%")) return NumberShown::percent;
    if (holds("0#?")) return NumberShown::plain;
    const bool month_alone = holds("m") && !holds("hs");
    return holds("dy") || month_alone ? NumberShown::date : NumberShown::plain;
}

std::vector<CellFormat> read_cell_formats(pugi::xml_node styles) {
    std::map<int, NumberShown> own;
    for (const auto format : child_named(styles, "numFmts").children()) {
        own[number_named(format, "numFmtId", -1)] = shown_by(attribute_named(format, "formatCode"));
    }
    std::vector<std::optional<LegacyEncoding>> fonts;
    for (const auto font : child_named(styles, "fonts").children()) {
        fonts.push_back(encoding_of_font(attribute_named(child_named(font, "name"), "val")));
    }
    std::vector<CellFormat> out;
    for (const auto format : child_named(styles, "cellXfs").children()) {
        const int id = number_named(format, "numFmtId", 0);
        const auto found = own.find(id);
        const auto font = static_cast<std::size_t>(number_named(format, "fontId", 0));
        out.push_back({found == own.end() ? shown_by_number(id) : found->second,
                       font < fonts.size() ? fonts[font] : std::nullopt});
    }
    return out;
}

std::optional<Day> day_of_serial(double serial, bool from_1904) {
    constexpr double kLeapDay = 60;          // of 1900
    constexpr double kTenthOfSecond = 1e-6;  // a time of day computed a little short of midnight
    if (!(serial >= 0) || serial > kLastSerial) return std::nullopt;
    auto whole = std::floor(serial + kTenthOfSecond) + (from_1904 ? kFrom1904 : 0);
    if (whole > kLastSerial || whole < 1 || whole == kLeapDay) return std::nullopt;
    if (whole < kLeapDay) ++whole;
    return make_day(1899, 12, 30) + days{static_cast<int>(whole)};
}

}  // namespace plantool
