#include "read/file/stream.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
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

Stream::Stream(const std::string& path, bool hashed) : name_(path) {
    if (hashed) digest_.emplace();
    file_ = open_regular_file(path, as_opened_);
    descriptor_ = file_.number();
}

Stream::Stream(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)) {}

std::size_t Stream::read_bytes(char* to, std::size_t most) {
    const auto got = os::read_some(descriptor_, to, most);
    if (got < 0) throw IoError({Word::cannot_read, printable(name_), reason(errno)});
    bytes_read_ += static_cast<std::size_t>(got);
    const bool at_end = got == 0 && most > 0;
    if (at_end && file_.is_open()) require_unchanged(descriptor_, name_, as_opened_, bytes_read_);
    return static_cast<std::size_t>(got);
}

/// What there is, as UTF-8; 0 at the end.
std::size_t Stream::read_some() {
    const auto room = capacity_ - end_;
    if (!decoder_) return read_bytes(bytes_.get() + end_, room);
    while (decoded_.empty()) {
        std::string raw(kUsualBlock, '\0');
        raw.resize(read_bytes(raw.data(), raw.size()));
        if (digest_) digest_->add(raw);
        decoder_->add(raw, decoded_);
        if (!raw.empty()) continue;
        decoder_->finish(decoded_);
        break;
    }
    const auto size = std::min(room, decoded_.size());
    std::memcpy(bytes_.get() + end_, decoded_.data(), size);
    decoded_.erase(0, size);
    return size;
}

/// At the beginning of a file: with a mark of UTF-16 all of it is decoded.
void Stream::decode_from_here() {
    const auto order = utf16_mark(text());
    if (decoder_ || !order) return;
    decoder_.emplace(*order);
    decoder_->add(text().substr(kUtf16MarkSize), decoded_);
    end_ = begin_;
    offset_ += kUtf16MarkSize;
}

void Stream::fill(std::size_t block) {
    const auto held = text().size();
    if (held >= largest_) {
        throw IoError({Word::cannot_read, printable(name_),
                       Message(Word::line_larger_than, line_, largest_)});
    }
    // A block of its own each time: the ones before belong to the sources taken from them.
    const auto wanted = std::max(held + block, held * 2);
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
        if (digest_ && !decoder_) digest_->add({bytes_.get() + end_, got});
        end_ += got;
        if (!started_) decode_from_here();
    }
    if (!started_) {
        only_returns_ = text().find('\n') == std::string_view::npos &&
                        text().find('\r') != std::string_view::npos;
    }
    if (only_returns_) {
        std::replace(bytes_.get() + begin_ + held, bytes_.get() + end_, '\r', '\n');
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
    skip(size);
    return source;
}

void Stream::skip(std::size_t size) {
    offset_ += size;
    begin_ += size;
}

std::string Stream::sha256() {
    return digest_->hex();
}

bool Lines::next(std::string_view& line) {
    stream_.skip(std::exchange(taken_, 0));
    auto end = stream_.text().find('\n');
    while (end == std::string_view::npos && !stream_.ended()) {
        stream_.fill();
        end = stream_.text().find('\n');
    }
    const auto text = stream_.text();
    if (text.empty()) return false;
    line = text.substr(0, end);
    taken_ = end == std::string_view::npos ? text.size() : end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number_;
    return true;
}

}  // namespace plantool
