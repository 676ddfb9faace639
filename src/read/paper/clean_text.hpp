// Text out of strangers' files as the program holds texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plantool {

/// The text as valid UTF-8 in NFC, lines ending in \n, without control characters but tabs and line
/// ends, and without the byte-order marks that programs leave within texts.
std::string clean_text(std::string_view text);

/// The text with each stretch of white space as one blank, and none at its ends.
std::string one_line(std::string_view text);

/// The lines, without blanks at their ends; empty ones left out.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace plantool
