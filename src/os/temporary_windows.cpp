#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <array>
#include <cerrno>

#include "os/temporary.hpp"
#include "os/wide.hpp"

namespace plantool::os {

// Not tmpfile(), which makes them at the root of the drive, where few may write.
FileHandle unnamed_file() {
    std::array<wchar_t, MAX_PATH + 1> folder{};
    std::array<wchar_t, MAX_PATH + 1> path{};
    if (::GetTempPathW(static_cast<DWORD>(folder.size()), folder.data()) == 0 ||
        ::GetTempFileNameW(folder.data(), L"plt", 0, path.data()) == 0) {
        keep_last_error();
        return nullptr;
    }
    constexpr DWORD kFlags = FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE;
    auto* const handle = ::CreateFileW(path.data(), GENERIC_READ | GENERIC_WRITE | DELETE,
                                       FILE_SHARE_DELETE, nullptr, CREATE_ALWAYS, kFlags, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        keep_last_error();
        return nullptr;
    }
    const int number = ::_open_osfhandle(reinterpret_cast<std::intptr_t>(handle),
                                         _O_RDWR | _O_BINARY | _O_NOINHERIT);
    return FileHandle(number < 0 ? nullptr : ::_fdopen(number, "w+b"));
}

}  // namespace plantool::os
