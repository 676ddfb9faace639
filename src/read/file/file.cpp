#include "read/file/file.hpp"

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
    auto status = os::status_of(path);
    if (!status && errno == ENOENT) status = os::status_of(name_on_disk(path));
    if (!status) return std::nullopt;
    return FileFacts{{status->device, status->number}, status->size};
}

os::Descriptor open_regular_file(const std::string& path, os::FileStatus& as_opened) {
    auto file = os::open_to_read(path);
    if (!file.is_open() && errno == ENOENT) file = os::open_to_read(name_on_disk(path));
    if (!file.is_open() && errno == EISDIR) cannot_read(path, reason(EISDIR));
    if (!file.is_open()) cannot_open(path, errno);
    const auto status = os::status_of(file.number());
    if (!status) cannot_read(path, reason(errno));
    as_opened = *status;
    if (status->kind == os::FileKind::regular) return file;
    cannot_read(path, status->kind == os::FileKind::folder ? Message(Word::is_folder)
                                                           : Message(Word::is_no_regular_file));
}

void require_unchanged(int descriptor, const std::string& path, const os::FileStatus& as_opened,
                       std::uint64_t bytes_read) {
    // Files that the system makes while they are read say that they have no bytes.
    if (as_opened.size == 0 && bytes_read > 0) return;
    const auto now = os::status_of(descriptor);
    if (!now) cannot_read(path, reason(errno));
    const bool same =
        now->size == bytes_read && now->size == as_opened.size && now->changed == as_opened.changed;
    if (!same) cannot_read(path, {Word::changed_while_read});
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
    os::FileStatus as_opened;
    const auto file = open_regular_file(path, as_opened);
    const auto expected = static_cast<std::size_t>(as_opened.size);
    std::string bytes;
    constexpr std::size_t kBlock = std::size_t{1} << 16U;
    while (bytes.size() <= most) {
        const auto size = bytes.size();
        bytes.resize(size + std::max(kBlock, expected > size ? expected - size + 1 : 0));
        const auto got = os::read_some(file.number(), bytes.data() + size, bytes.size() - size);
        const int error = errno;
        bytes.resize(size + static_cast<std::size_t>(std::max<std::ptrdiff_t>(got, 0)));
        if (got < 0) cannot_read(path, reason(error));
        if (got > 0) continue;
        require_unchanged(file.number(), path, as_opened, bytes.size());
        return bytes;
    }
    cannot_read(path, {Word::larger_than_readable, most});
}

}  // namespace plantool
