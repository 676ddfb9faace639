#include "read/stream.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "diag/io_error.hpp"
#include "read/file.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
// Small enough for a core to keep at hand, large enough that handing it over costs nothing.
constexpr std::size_t kBlock = std::size_t{1} << 18U;
// Behind the text, for parsers that look at more than one byte at a time.
constexpr std::size_t kSpare = 64;

/// In steps that fit a byte, which compilers turn into wide instructions.
int count_lines(std::string_view text) {
    constexpr std::size_t kStep = 255;
    std::size_t lines = 0;
    while (!text.empty()) {
        unsigned char found = 0;
        for (const char c : text.substr(0, kStep)) {
            found = static_cast<unsigned char>(found + (c == '\n' ? 1 : 0));
        }
        lines += found;
        text.remove_prefix(std::min(text.size(), kStep));
    }
    return static_cast<int>(lines);
}

}  // namespace

Stream::Stream(const std::string& path)
    : descriptor_(open_regular_file(path)), owned_(true), name_(path) {}

Stream::Stream(int descriptor, std::string name)
    : descriptor_(descriptor), owned_(false), name_(std::move(name)) {}

Stream::~Stream() {
    if (owned_) ::close(descriptor_);
}

std::size_t Stream::read_some() {
    while (true) {
        const auto got = ::read(descriptor_, bytes_.get() + end_, capacity_ - end_);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno == EINTR) continue;
        throw IoError(fmt::format("cannot read {}: {}", printable(name_),
                                  std::generic_category().message(errno)));
    }
}

void Stream::fill() {
    const auto held = text().size();
    if (held > kLargestWholeFile) {
        throw IoError(fmt::format("cannot read {}: line {} is larger than {} bytes",
                                  printable(name_), line_, kLargestWholeFile));
    }
    // A block of its own each time: the ones before belong to the sources taken from them.
    const auto wanted = std::max(kBlock, held * 2);
    const std::shared_ptr<char[]> fresh(new char[wanted + kSpare]);
    if (held > 0) std::memcpy(fresh.get(), bytes_.get() + begin_, held);
    bytes_ = fresh;
    capacity_ = wanted;
    begin_ = 0;
    end_ = held;
    while (end_ < capacity_) {
        const auto got = read_some();
        if (got == 0) {
            ended_ = true;
            break;
        }
        end_ += got;
    }
    std::memset(bytes_.get() + end_, 0, kSpare);
    if (started_) return;
    started_ = true;
    if (!text().starts_with(kBom)) return;
    begin_ += kBom.size();
    offset_ += kBom.size();
}

std::shared_ptr<const Source> Stream::take(std::size_t size) {
    const auto taken = text().substr(0, size);
    const auto spare = end_ - begin_ - size + kSpare;
    auto source = std::make_shared<const Source>(name_, bytes_, taken, spare, line_, offset_);
    line_ += count_lines(taken);
    offset_ += size;
    begin_ += size;
    return source;
}

}  // namespace plantool
