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

int open_regular_file(const std::string& path, std::size_t& size) {
    // Without blocking: opening a FIFO would otherwise wait for somebody to write to it.
    constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    int descriptor = ::open(path.c_str(), kFlags);
    if (descriptor < 0 && errno == ENOENT) {
        descriptor = ::open(name_on_disk(path).c_str(), kFlags);
    }
    if (descriptor < 0) cannot_open(path, errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        const int error = errno;
        ::close(descriptor);
        cannot_read(path, reason(error));
    }
    size = static_cast<std::size_t>(status.st_size);
    if (S_ISREG(status.st_mode)) return descriptor;
    ::close(descriptor);
    cannot_read(path, S_ISDIR(status.st_mode) ? Message(Word::is_folder)
                                              : Message(Word::is_no_regular_file));
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
    std::size_t expected = 0;
    const int descriptor = open_regular_file(path, expected);
    std::string bytes;
    constexpr std::size_t kBlock = std::size_t{1} << 16U;
    while (bytes.size() <= most) {
        const auto size = bytes.size();
        bytes.resize(size + std::max(kBlock, expected > size ? expected - size + 1 : 0));
        const auto got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
        const int error = errno;
        bytes.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got > 0 || (got < 0 && error == EINTR)) continue;
        ::close(descriptor);
        if (got < 0) cannot_read(path, reason(error));
        return bytes;
    }
    ::close(descriptor);
    cannot_read(path, {Word::larger_than_readable, most});
}

}  // namespace plantool
