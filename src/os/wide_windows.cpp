#include <windows.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "os/wide.hpp"

namespace plantool::os {

std::wstring to_wide(std::string_view utf8) {
    const auto size = static_cast<int>(utf8.size());
    std::wstring wide(utf8.size(), L'\0');  // never more
    wide.resize(static_cast<std::size_t>(
        ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, wide.data(), size)));
    return wide;
}

std::string from_wide(std::wstring_view wide) {
    constexpr std::size_t kMostBytes = 3;  // of a unit; a pair has 4
    const auto size = static_cast<int>(wide.size());
    std::string utf8(wide.size() * kMostBytes, '\0');
    utf8.resize(static_cast<std::size_t>(
        ::WideCharToMultiByte(CP_UTF8, 0, wide.data(), size, utf8.data(),
                              static_cast<int>(utf8.size()), nullptr, nullptr)));
    return utf8;
}

std::wstring wide_path(const std::string& path) {
    auto wide = to_wide(path);
    std::replace(wide.begin(), wide.end(), L'/', L'\\');
    return wide;
}

void keep_last_error() {
    const auto last = static_cast<int>(::GetLastError());
    if (last == ERROR_SHARING_VIOLATION || last == ERROR_LOCK_VIOLATION) {
        errno = EBUSY;  // a workbook that Excel has open
        return;
    }
    const auto condition = std::system_category().default_error_condition(last);
    errno = condition.category() == std::generic_category() ? condition.value() : EIO;
}

}  // namespace plantool::os
