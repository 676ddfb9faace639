#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "os/descriptor.hpp"

namespace plantool::os {
namespace {

constexpr mode_t kMode = 0666;  // as the umask leaves it

FileStatus status_from(const struct stat& status) {
    const auto kind = S_ISREG(status.st_mode)   ? FileKind::regular
                      : S_ISDIR(status.st_mode) ? FileKind::folder
                                                : FileKind::other;
    constexpr std::int64_t kSecond = 1'000'000'000;
    return {kind, static_cast<std::uint64_t>(status.st_size),
            status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec, status.st_dev, status.st_ino};
}

/// Somebody else may have made the terminal or the pipe one that does not block.
void wait_until_writable(int descriptor) {
    pollfd ready{descriptor, POLLOUT, 0};
    ::poll(&ready, 1, -1);
}

}  // namespace

bool Descriptor::close() {
    return !is_open() || ::close(release()) == 0 || errno == EINTR;
}

Descriptor open_to_read(const std::string& path) {
    // Without blocking: opening a FIFO would otherwise wait for somebody to write to it.
    int opened = -1;
    do {
        opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    } while (opened < 0 && errno == EINTR);
    return Descriptor(opened);
}

Descriptor open_to_append(const std::string& path) {
    return Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kMode));
}

Descriptor make_new(const std::string& path) {
    return Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode));
}

std::ptrdiff_t read_some(int descriptor, char* to, std::size_t most) {
    while (true) {
        const auto got = ::read(descriptor, to, most);
        if (got >= 0 || errno != EINTR) return got;
    }
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (written == 0) {
            errno = ENOSPC;
            return false;
        } else if (errno == EAGAIN) {
            wait_until_writable(descriptor);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

bool lock(int descriptor) {
    while (::flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR) return false;
    }
    return true;
}

bool cut_to(int descriptor, std::uint64_t size) {
    return ::ftruncate(descriptor, static_cast<off_t>(size)) == 0;
}

bool sync(int descriptor) {
    return ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS;
}

std::optional<FileStatus> status_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return status_from(status);
}

std::optional<FileStatus> status_of(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return std::nullopt;
    return status_from(status);
}

bool may_be_there(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 || errno != ENOENT;
}

}  // namespace plantool::os
