#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#include <windows.h>

#include <algorithm>
#include <cerrno>
#include <climits>

#include "os/descriptor.hpp"
#include "os/wide.hpp"

namespace plantool::os {
namespace {

HANDLE handle_of(int descriptor) {
    return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));  // NOLINT(*-no-int-to-ptr)
}

/// As POSIX would have it: others may read, write, rename and remove the file meanwhile.
Descriptor open(const std::string& path, DWORD access, DWORD way, int flags) {
    constexpr DWORD kShared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    const auto wide = wide_path(path);
    auto* const handle =
        ::CreateFileW(wide.c_str(), access, kShared, nullptr, way, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        keep_last_error();
        const auto there = status_of(path);
        if (there && there->kind == FileKind::folder) errno = EISDIR;
        return Descriptor();
    }
    const auto number = ::_open_osfhandle(reinterpret_cast<std::intptr_t>(handle),
                                          flags | _O_BINARY | _O_NOINHERIT);
    if (number < 0) ::CloseHandle(handle);
    return Descriptor(number);
}

std::uint64_t joined(DWORD high, DWORD low) {
    constexpr unsigned kBits = 32;
    return std::uint64_t{high} << kBits | low;
}

std::optional<FileStatus> status_of(HANDLE handle) {
    if (::GetFileType(handle) != FILE_TYPE_DISK) return FileStatus{};
    BY_HANDLE_FILE_INFORMATION facts{};
    if (::GetFileInformationByHandle(handle, &facts) == 0) {
        keep_last_error();
        return std::nullopt;
    }
    const bool folder = (facts.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    return FileStatus{folder ? FileKind::folder : FileKind::regular,
                      joined(facts.nFileSizeHigh, facts.nFileSizeLow),
                      static_cast<std::int64_t>(joined(facts.ftLastWriteTime.dwHighDateTime,
                                                       facts.ftLastWriteTime.dwLowDateTime)),
                      facts.dwVolumeSerialNumber,
                      joined(facts.nFileIndexHigh, facts.nFileIndexLow)};
}

}  // namespace

bool Descriptor::close() {
    return !is_open() || ::_close(release()) == 0;
}

Descriptor open_to_read(const std::string& path) {
    return open(path, GENERIC_READ, OPEN_EXISTING, _O_RDONLY);
}

Descriptor open_to_append(const std::string& path) {
    return open(path, GENERIC_READ | GENERIC_WRITE, OPEN_ALWAYS, _O_APPEND);
}

Descriptor make_new(const std::string& path) {
    return open(path, GENERIC_WRITE, CREATE_NEW, 0);
}

std::ptrdiff_t read_some(int descriptor, char* to, std::size_t most) {
    return ::_read(descriptor, to, static_cast<unsigned>(std::min<std::size_t>(most, INT_MAX)));
}

bool write_all(int descriptor, std::string_view bytes) {
    constexpr std::size_t kMost = std::size_t{1} << 20U;
    while (!bytes.empty()) {
        const auto size = static_cast<unsigned>(std::min(bytes.size(), kMost));
        const auto written = ::_write(descriptor, bytes.data(), size);
        if (written <= 0) {
            if (written == 0) errno = ENOSPC;
            // The library's word for a pipe that nobody reads any more.
            if (errno == EINVAL && ::GetLastError() == ERROR_NO_DATA) errno = EPIPE;
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool lock(int descriptor) {
    // Locks keep others from reading, too: so of a byte that no file reaches.
    OVERLAPPED far_away{};
    far_away.OffsetHigh = INT_MAX;
    if (::LockFileEx(handle_of(descriptor), LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &far_away) != 0) {
        return true;
    }
    keep_last_error();
    return false;
}

bool cut_to(int descriptor, std::uint64_t size) {
    LARGE_INTEGER end{};
    end.QuadPart = static_cast<LONGLONG>(size);
    auto* const handle = handle_of(descriptor);
    if (::SetFilePointerEx(handle, end, nullptr, FILE_BEGIN) != 0 && ::SetEndOfFile(handle) != 0) {
        return true;
    }
    keep_last_error();
    return false;
}

bool sync(int descriptor) {
    auto* const handle = handle_of(descriptor);
    if (::GetFileType(handle) != FILE_TYPE_DISK || ::FlushFileBuffers(handle) != 0) return true;
    keep_last_error();
    return false;
}

std::optional<FileStatus> status_of(const std::string& path) {
    constexpr DWORD kShared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    // Without the right to read: the file may be one that somebody else keeps to himself.
    auto* const handle = ::CreateFileW(wide_path(path).c_str(), 0, kShared, nullptr, OPEN_EXISTING,
                                       FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        keep_last_error();
        return std::nullopt;
    }
    const auto status = status_of(handle);
    ::CloseHandle(handle);
    return status;
}

std::optional<FileStatus> status_of(int descriptor) {
    return status_of(handle_of(descriptor));
}

bool may_be_there(const std::string& path) {
    if (::GetFileAttributesW(wide_path(path).c_str()) != INVALID_FILE_ATTRIBUTES) return true;
    keep_last_error();
    return errno != ENOENT && errno != ENOTDIR && errno != EINVAL;
}

}  // namespace plantool::os
