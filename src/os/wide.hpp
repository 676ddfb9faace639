// Windows alone: its texts are UTF-16, ours UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace plantool::os {

/// What is no UTF-8 becomes U+FFFD.
std::wstring to_wide(std::string_view utf8);
std::string from_wide(std::wstring_view wide);

/// A path in the form that every call of Windows takes.
std::wstring wide_path(const std::string& path);

/// Sets `errno` to what the system's last error is among the numbers of POSIX.
void keep_last_error();

}  // namespace plantool::os
