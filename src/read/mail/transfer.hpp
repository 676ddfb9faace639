// How mail carries bytes in letters.
#pragma once

#include <string>
#include <string_view>

namespace plantool {

/// What is no base64 is passed over, as mail programs do.
std::string from_base64(std::string_view text);

/// Quoted-printable; `blanks_as_underscores` in headers. What is no escape stays as it is.
std::string from_quoted_printable(std::string_view text, bool blanks_as_underscores = false);

/// `%C3%A0`.
std::string from_percent_escapes(std::string_view text);

/// By the name of the encoding; the text as it is for those that change nothing.
std::string from_transfer_encoding(std::string_view text, std::string_view encoding);

}  // namespace plantool
