// A field of CSV as every spreadsheet reads it (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace plantool {

/// What Excel takes for a sign that a file is UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Appends the text, quoted where it must be. What a spreadsheet would run as a formula is kept as
/// text by a leading apostrophe; characters that nobody sees are made visible.
void append_csv_field(std::string& line, std::string_view given);

}  // namespace plantool
