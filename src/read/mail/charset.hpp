// Bytes of mail in whatever character set they are said to be, and in which they are.
#pragma once

#include <string>
#include <string_view>

namespace plantool {

/// The bytes in UTF-8, valid for certain. A label that lies is passed over: bytes that are UTF-8
/// are that, and bytes that make Vietnamese words in a code page from before Unicode are in it.
std::string text_in_charset(std::string_view bytes, std::string_view charset);

}  // namespace plantool
