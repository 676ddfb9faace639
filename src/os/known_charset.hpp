// Character sets that the system knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plantool::os {

/// The bytes as UTF-8, with U+FFFD for each that means nothing; nothing where the system does not
/// know a set of that name, which is in lower case.
std::optional<std::string> from_charset(std::string_view bytes, const std::string& charset);

}  // namespace plantool::os
