// Texts as WordprocessingML can hold them.
#pragma once

#include <string>
#include <string_view>

namespace plantool::word {

/// The text without what XML cannot hold, not even escaped: control characters but tab and line
/// break, U+FFFE, U+FFFF. CRLF and CR become line breaks. Very long words get places to break at,
/// which nobody sees, so that they do not run out of their cell.
std::string xml_text(std::string_view text);

}  // namespace plantool::word
