// Text of other people inside HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace plantool {

/// The text for an element or for an attribute in double quotes, on one line: nothing in it is
/// markup, and control characters are made visible.
std::string escape_html(std::string_view text);

}  // namespace plantool
