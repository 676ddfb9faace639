#include "write/kit/book/zip_check.hpp"

#include <zlib.h>

#include <cerrno>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "diag/io_error.hpp"
#include "os/descriptor.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::uint32_t kLocal = 0x04034B50;
constexpr std::uint32_t kCentral = 0x02014B50;
constexpr std::uint32_t kEnd = 0x06054B50;
constexpr std::uint32_t kDeflated = 8;

/// A number of the zip, the least significant byte first; 0 beyond the end.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    if (at > bytes.size() || size > bytes.size() - at) return 0;
    for (std::size_t i = size; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

/// An entry as the directory at the end has it.
struct Entry {
    std::string name;
    std::uint32_t method = 0;
    std::uint32_t checksum = 0;
    std::uint32_t packed = 0;
    std::uint32_t size = 0;
    std::uint32_t at = 0;
};

std::optional<std::vector<Entry>> read_directory(std::string_view zip) {
    constexpr std::size_t kEndSize = 22;
    constexpr std::size_t kEntrySize = 46;
    if (zip.size() < kEndSize) return std::nullopt;
    const auto end = zip.size() - kEndSize;  // ours have no comment behind it
    if (number(zip, end, 4) != kEnd) return std::nullopt;
    const auto count = number(zip, end + 10, 2);
    std::size_t at = number(zip, end + 16, 4);
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (at > end || end - at < kEntrySize || number(zip, at, 4) != kCentral) {
            return std::nullopt;
        }
        const auto name_size = number(zip, at + 28, 2);
        if (name_size > end - at - kEntrySize) return std::nullopt;
        entries.push_back({std::string(zip.substr(at + kEntrySize, name_size)),
                           number(zip, at + 10, 2), number(zip, at + 16, 4),
                           number(zip, at + 20, 4), number(zip, at + 24, 4),
                           number(zip, at + 42, 4)});
        at += kEntrySize + name_size + number(zip, at + 30, 2) + number(zip, at + 32, 2);
    }
    return at == end && count > 0 ? std::optional(std::move(entries)) : std::nullopt;
}

/// The entry's packed bytes; nothing where its own header says other things than the directory.
std::optional<std::string_view> packed_bytes(std::string_view zip, const Entry& entry) {
    constexpr std::size_t kHeaderSize = 30;
    const std::size_t at = entry.at;
    if (number(zip, at, 4) != kLocal) return std::nullopt;
    const bool same = number(zip, at + 14, 4) == entry.checksum &&
                      number(zip, at + 18, 4) == entry.packed &&
                      number(zip, at + 22, 4) == entry.size;
    const auto name_size = number(zip, at + 26, 2);
    const auto begin = at + kHeaderSize + name_size + number(zip, at + 28, 2);
    if (!same || begin > zip.size() || entry.packed > zip.size() - begin ||
        zip.substr(at + kHeaderSize, name_size) != entry.name) {
        return std::nullopt;
    }
    return zip.substr(begin, entry.packed);
}

/// Nothing unless the bytes unpack to exactly so many.
std::optional<std::string> unpacked(std::string_view packed, std::uint32_t method,
                                    std::uint32_t size) {
    if (method != kDeflated) {
        return method == 0 && packed.size() == size ? std::optional(std::string(packed))
                                                    : std::nullopt;
    }
    constexpr std::uint32_t kMost = 1U << 30U;
    if (size > kMost) return std::nullopt;
    std::string text(std::size_t{size} + 1, '\0');  // one more, so that what is too long shows
    z_stream stream{};
    if (::inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int end = ::inflate(&stream, Z_FINISH);
    const bool whole = end == Z_STREAM_END && stream.total_out == size && stream.avail_in == 0;
    ::inflateEnd(&stream);
    if (!whole) return std::nullopt;
    text.resize(size);
    return text;
}

bool is_sound(std::string_view zip, const Entry& entry) {
    const auto packed = packed_bytes(zip, entry);
    if (!packed) return false;
    const auto text = unpacked(*packed, entry.method, entry.size);
    if (!text) return false;
    const auto* bytes = reinterpret_cast<const Bytef*>(text->data());
    if (::crc32(0, bytes, static_cast<uInt>(text->size())) != entry.checksum) return false;
    const bool xml = entry.name.ends_with(".xml") || entry.name.ends_with(".rels") ||
                     entry.name.ends_with(".vml");
    return !xml || (text->starts_with("<?xml ") && is_whole_xml(*text));
}

std::string read_back(const std::filesystem::path& file) {
    const auto opened = os::open_to_read(file.generic_string());
    if (!opened.is_open()) throw IoError(reason(errno));
    std::string bytes;
    constexpr std::size_t kChunk = std::size_t{1} << 16U;
    while (true) {
        const auto before = bytes.size();
        bytes.resize(before + kChunk);
        const auto got = os::read_some(opened.number(), bytes.data() + before, kChunk);
        if (got < 0) throw IoError(reason(errno));
        bytes.resize(before + static_cast<std::size_t>(got));
        if (got == 0) break;
    }
    return bytes;
}

}  // namespace

bool is_whole_xml(std::string_view text) {
    std::vector<std::string_view> open;
    bool any = false;
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        const auto end = text.find('>', at);
        if (end == std::string_view::npos) return false;
        const auto tag = text.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with('?')) continue;
        if (tag.find('<') != std::string_view::npos || (any && open.empty())) return false;
        any = true;
        if (tag.starts_with('/')) {
            if (open.empty() || open.back() != tag.substr(1)) return false;
            open.pop_back();
        } else if (!tag.ends_with('/')) {
            open.push_back(tag.substr(0, tag.find_first_of(" \t\r\n")));
        }
    }
    return any && open.empty() && trim(text).ends_with('>');
}

Message zip_fault(std::string_view bytes) {
    const auto entries = read_directory(bytes);
    if (!entries) return {Word::zip_directory_broken};
    for (const auto& entry : *entries) {
        if (!is_sound(bytes, entry)) {
            return {Word::zip_part_broken, printable(entry.name)};
        }
    }
    return {};
}

void require_sound_zip(const std::filesystem::path& file, const std::filesystem::path& target) {
    Message fault;
    try {
        fault = zip_fault(read_back(file));
    } catch (const IoError& error) {
        fault = error.message();
    }
    if (fault.empty()) return;
    throw IoError({Word::cannot_write, printable(target.generic_string()),
                   Message(Word::does_not_read_back, std::move(fault))});
}

}  // namespace plantool
