// Fonts from before Unicode, in which bytes mean other letters.
#pragma once

#include <optional>
#include <string_view>

#include "text/legacy.hpp"

namespace plantool {

/// The encoding that a font's name tells: `.VnTime` is TCVN3, `VNI-Times` is VNI.
std::optional<LegacyEncoding> encoding_of_font(std::string_view font);
/// Whether it shows small letters as capitals: `.VnTimeH`.
bool is_capitals_font(std::string_view font);

}  // namespace plantool
