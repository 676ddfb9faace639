#include "read/office/old_fonts.hpp"

#include <string>

namespace plantool {

std::optional<LegacyEncoding> encoding_of_font(std::string_view font) {
    std::string name;
    for (const char c : font.substr(0, 4))
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (name.starts_with(".vn")) return LegacyEncoding::tcvn3;
    if (name == "vni-") return LegacyEncoding::vni;
    return std::nullopt;
}

bool is_capitals_font(std::string_view font) {
    return encoding_of_font(font) == LegacyEncoding::tcvn3 && font.ends_with('H');
}

}  // namespace plantool
