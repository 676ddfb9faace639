#include "read/file/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "diag/io_error.hpp"
#include "read/file/name_forms.hpp"
#include "read/file/stream.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

[[noreturn]] void cannot_open(const std::string& name, int error) {
    throw IoError({Word::cannot_open, printable(name), reason(error)});
}

/// A signal that is no concern of the file's may come in between.
int open_again(const char* path, int flags) {
    int descriptor = -1;
    do {
        descriptor = ::open(path, flags);
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

FileAsOpened as_now(const struct stat& status) {
    return {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec,
            status.st_mtim.tv_nsec};
}

[[noreturn]] void cannot_read(const std::string& name, Message why) {
    throw IoError({Word::cannot_read, printable(name), std::move(why)});
}

}  // namespace

std::optional<FileFacts> facts_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 &&
        (errno != ENOENT || ::stat(name_on_disk(path).c_str(), &status) != 0)) {
        return std::nullopt;
    }
    return FileFacts{{status.st_dev, status.st_ino}, static_cast<std::uint64_t>(status.st_size)};
}

int open_regular_file(const std::string& path, FileAsOpened& as_opened) {
    // Without blocking: opening a FIFO would otherwise wait for somebody to write to it.
    constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    int descriptor = open_again(path.c_str(), kFlags);
    if (descriptor < 0 && errno == ENOENT) {
        descriptor = open_again(name_on_disk(path).c_str(), kFlags);
    }
    if (descriptor < 0) cannot_open(path, errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        const int error = errno;
        ::close(descriptor);
        cannot_read(path, reason(error));
    }
    as_opened = as_now(status);
    if (S_ISREG(status.st_mode)) return descriptor;
    ::close(descriptor);
    cannot_read(path, S_ISDIR(status.st_mode) ? Message(Word::is_folder)
                                              : Message(Word::is_no_regular_file));
}

void require_unchanged(int descriptor, const std::string& path, const FileAsOpened& as_opened,
                       std::uint64_t bytes_read) {
    // Files that the system makes while they are read say that they have no bytes.
    if (as_opened.size == 0 && bytes_read > 0) return;
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) cannot_read(path, reason(errno));
    const auto now = as_now(status);
    if (now.size == bytes_read && now.size == as_opened.size && now.seconds == as_opened.seconds &&
        now.nanoseconds == as_opened.nanoseconds) {
        return;
    }
    cannot_read(path, {Word::changed_while_read});
}

std::shared_ptr<const Source> read_source(const std::string& path, std::string* sha256) {
    Stream stream(path, sha256 != nullptr);
    if (stream.expected_size() > kLargestWholeFile) {
        cannot_read(path, {Word::larger_than_readable, kLargestWholeFile});
    }
    // One byte more than there should be, so that the end shows without another buffer.
    while (!stream.ended()) stream.fill(stream.expected_size() + 1);
    if (sha256 != nullptr) *sha256 = stream.sha256();
    return stream.take(stream.text().size());
}

std::string read_bytes(const std::string& path, std::size_t most) {
    FileAsOpened as_opened;
    const int descriptor = open_regular_file(path, as_opened);
    const auto expected = static_cast<std::size_t>(as_opened.size);
    const std::unique_ptr<const int, void (*)(const int*)> owner(
        &descriptor, [](const int* open) { ::close(*open); });
    std::string bytes;
    constexpr std::size_t kBlock = std::size_t{1} << 16U;
    while (bytes.size() <= most) {
        const auto size = bytes.size();
        bytes.resize(size + std::max(kBlock, expected > size ? expected - size + 1 : 0));
        const auto got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
        const int error = errno;
        bytes.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got > 0 || (got < 0 && error == EINTR)) continue;
        if (got < 0) cannot_read(path, reason(error));
        require_unchanged(descriptor, path, as_opened, bytes.size());
        return bytes;
    }
    cannot_read(path, {Word::larger_than_readable, most});
}

}  // namespace plantool
