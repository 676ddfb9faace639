#include "read/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::size_t kChunk = std::size_t{1} << 16U;

[[noreturn]] void fail(std::string_view what, const std::string& name, int error) {
    throw IoError(fmt::format("cannot {} {}: {}", what, printable(name),
                              std::generic_category().message(error)));
}

struct Closer {
    int descriptor;
    ~Closer() { ::close(descriptor); }
};

/// At most `most` bytes; 0 at the end.
std::size_t read_some(int descriptor, const std::string& name, char* to, std::size_t most) {
    while (true) {
        const auto got = ::read(descriptor, to, most);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) fail("read", name, errno);
    }
}

/// Appends what one reading gives; false at the end.
bool read_chunk(int descriptor, const std::string& name, std::string& buffer) {
    const auto before = buffer.size();
    buffer.resize(before + kChunk);
    const auto got = read_some(descriptor, name, buffer.data() + before, kChunk);
    buffer.resize(before + got);
    return got > 0;
}

}  // namespace

std::optional<FileFacts> facts_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileFacts{{status.st_dev, status.st_ino}, static_cast<std::uint64_t>(status.st_size)};
}

int open_regular_file(const std::filesystem::path& path) {
    std::size_t size = 0;
    return open_regular_file(path, size);
}

int open_regular_file(const std::filesystem::path& path, std::size_t& size) {
    const auto name = path.string();
    // Without blocking: opening a FIFO would otherwise wait for somebody to write to it.
    const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) fail("open", name, errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        const int error = errno;
        ::close(descriptor);
        fail("read", name, error);
    }
    size = static_cast<std::size_t>(status.st_size);
    if (S_ISREG(status.st_mode)) return descriptor;
    ::close(descriptor);
    throw IoError(fmt::format("cannot read {}: it is {}", printable(name),
                              S_ISDIR(status.st_mode) ? "a folder" : "no regular file"));
}

std::string read_file(const std::filesystem::path& path) {
    const auto name = path.string();
    std::size_t expected = 0;
    const int descriptor = open_regular_file(path, expected);
    const Closer closer{descriptor};
    const auto require_room = [&](std::size_t size) {
        if (size <= kLargestWholeFile + 1) return;
        throw IoError(
            fmt::format("cannot read {}: it is larger than {} bytes; use NDJSON or CSV for bulk",
                        printable(name), kLargestWholeFile));
    };
    // One byte more than there should be, so that the end shows without another buffer.
    auto room = expected + 1;
    require_room(room);
    std::string text(room, '\0');
    std::size_t size = 0;
    while (const auto got = read_some(descriptor, name, text.data() + size, text.size() - size)) {
        size += got;
        if (size == expected) break;
        if (size < text.size()) continue;
        room = size + kChunk;  // the file is growing
        require_room(size);
        text.resize(room);
    }
    text.resize(size);
    return text;
}

void read_pieces(const std::filesystem::path& path,
                 const std::function<void(std::string_view)>& sink) {
    const auto name = path.string();
    const int descriptor = open_regular_file(path);
    const Closer closer{descriptor};
    std::string piece;
    while (read_chunk(descriptor, name, piece)) {
        sink(piece);
        piece.clear();
    }
}

void require_regular_file(const std::filesystem::path& path) {
    ::close(open_regular_file(path));
}

std::unique_ptr<const Source> read_source(const std::filesystem::path& path) {
    auto text = read_file(path);
    const auto mark = text.starts_with(kBom) ? kBom.size() : 0;
    text.erase(0, mark);
    return std::make_unique<const Source>(path.string(), std::move(text), 1, mark);
}

LineReader::LineReader(const std::filesystem::path& path)
    : descriptor_(open_regular_file(path)), owned_(true), name_(path.string()) {}

LineReader::LineReader(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)) {}

LineReader::~LineReader() {
    if (owned_) ::close(descriptor_);
}

bool LineReader::fill() {
    if (ended_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    if (buffer_.size() > kLargestWholeFile) {
        throw IoError(fmt::format("cannot read {}: line {} is larger than {} bytes",
                                  printable(name_), line_ + 1, kLargestWholeFile));
    }
    if (!read_chunk(descriptor_, name_, buffer_)) ended_ = true;
    if (consumed_ == 0 && buffer_.starts_with(kBom)) {
        at_ = kBom.size();
        consumed_ = kBom.size();
    }
    return true;
}

bool LineReader::next(std::string& line) {
    std::size_t searched = at_;
    while (true) {
        const auto end = buffer_.find('\n', searched);
        const bool found = end != std::string::npos;
        if (!found) {
            searched = buffer_.size() - at_;
            if (fill()) {
                searched += at_;
                continue;
            }
            if (at_ == buffer_.size()) return false;
        }
        const auto stop = found ? end : buffer_.size();
        line.assign(buffer_, at_, stop - at_);
        line_offset_ = consumed_;
        const auto next = found ? stop + 1 : stop;
        consumed_ += next - at_;
        at_ = next;
        if (line.ends_with('\r')) line.pop_back();
        ++line_;
        return true;
    }
}

}  // namespace plantool
