#include "read/office/zip_parts.hpp"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace plantool {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034B50;
constexpr std::uint32_t kDirectoryEntry = 0x02014B50;
constexpr std::uint32_t kDirectoryEnd = 0x06054B50;
constexpr std::uint32_t kWideEnd = 0x06064B50;
constexpr std::uint32_t kWideLocator = 0x07064B50;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEntrySize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::uint32_t kSeeWide = 0xFFFFFFFF;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) {
        value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    }
    return value;
}
unsigned short_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned>(number_at(bytes, at, 2));
}
std::uint32_t word_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(number_at(bytes, at, 4));
}

std::string compared_name(std::string_view name) {
    while (!name.empty() && (name.front() == '/' || name.front() == '\\')) name.remove_prefix(1);
    std::string out(name);
    for (auto& c : out) {
        if (c == '\\') c = '/';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return out;
}

UnreadablePaper broken(std::string_view part = {}) {
    return {Unreadable::broken, std::string(part)};
}

struct Inflating {
    z_stream stream{};
    bool ready = false;
    Inflating() { ready = ::inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
    ~Inflating() {
        if (ready) ::inflateEnd(&stream);
    }
    Inflating(const Inflating&) = delete;
    Inflating& operator=(const Inflating&) = delete;
};

/// The packed bytes as so many bytes; nothing where they are fewer or more.
std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    // Not all at once: what the directory promises need not be there.
    constexpr std::size_t kStep = std::size_t{1} << 20;
    Inflating inflating;
    if (!inflating.ready) return std::nullopt;
    auto& stream = inflating.stream;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    for (;;) {
        const auto done = out.size();
        const auto room = std::min(kStep, size - done) + 1;  // one more shows what goes on
        out.resize(done + room);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + done);
        stream.avail_out = static_cast<uInt>(room);
        const int state = ::inflate(&stream, Z_NO_FLUSH);
        const auto got = room - stream.avail_out;
        out.resize(done + got);
        if (out.size() > size) return std::nullopt;
        if (state == Z_STREAM_END) break;
        if (state != Z_OK || got == 0) return std::nullopt;
    }
    return out.size() == size ? std::optional(std::move(out)) : std::nullopt;
}

std::uint32_t checksum_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

}  // namespace

/// The directory at the end of a zip.
class ZipParts::Directory {
  public:
    explicit Directory(std::string_view bytes) : bytes_(bytes) {}

    /// Finds where it stands.
    bool locate() {
        if (bytes_.size() < kEndSize) return false;
        const auto last = bytes_.size() - kEndSize;
        const auto first = last > 0xFFFF ? last - 0xFFFF : 0;
        for (auto at = last + 1; at-- > first;) {
            if (word_at(bytes_, at) == kDirectoryEnd && take_end(at)) return true;
        }
        return false;
    }

    std::uint64_t count() const { return count_; }

    OrUnreadable<std::vector<Entry>> entries() const {
        std::vector<Entry> out;
        std::uint64_t total = 0;
        auto at = static_cast<std::size_t>(start_);
        for (std::uint64_t i = 0; i < count_; ++i) {
            if (at + kEntrySize > end_ || word_at(bytes_, at) != kDirectoryEntry) return broken();
            const std::size_t name = short_at(bytes_, at + 28);
            const std::size_t extra = short_at(bytes_, at + 30);
            const auto next = at + kEntrySize + name + extra + short_at(bytes_, at + 32);
            if (next > end_) return broken();
            if ((short_at(bytes_, at + 8) & 1U) != 0) {
                return UnreadablePaper{Unreadable::encrypted, {}};
            }
            auto entry = entry_at(at);
            entry.written = bytes_.substr(at + kEntrySize, name);
            entry.name = compared_name(entry.written);
            take_wide(bytes_.substr(at + kEntrySize + name, extra), entry);
            entry.at += before_;
            if (entry.size > kLargestUnpacked || (total += entry.size) > kLargestUnpacked) {
                return UnreadablePaper{Unreadable::too_large, "256 MiB"};
            }
            out.push_back(std::move(entry));
            at = next;
        }
        return out;
    }

  private:
    bool take_end(std::size_t at) {
        count_ = short_at(bytes_, at + 10);
        auto size = number_at(bytes_, at + 12, 4);
        auto start = number_at(bytes_, at + 16, 4);
        end_ = at;
        if (count_ == 0xFFFF || size == kSeeWide || start == kSeeWide) take_wide_end(size, start);
        if (size > end_) return false;
        // What stands before the zip (a stub) is counted by none of its numbers.
        start_ = end_ - size;
        if (start > start_) return false;
        before_ = start_ - start;
        return count_ == 0 || word_at(bytes_, static_cast<std::size_t>(start_)) == kDirectoryEntry;
    }

    void take_wide_end(std::uint64_t& size, std::uint64_t& start) {
        constexpr std::size_t kLocator = 20;
        constexpr std::size_t kWide = 56;
        if (end_ < kLocator || word_at(bytes_, end_ - kLocator) != kWideLocator) return;
        const auto wide = number_at(bytes_, end_ - kLocator + 8, 8);
        if (wide > bytes_.size() || wide + kWide > bytes_.size()) return;
        const auto at = static_cast<std::size_t>(wide);
        if (word_at(bytes_, at) != kWideEnd) return;
        count_ = number_at(bytes_, at + 32, 8);
        size = number_at(bytes_, at + 40, 8);
        start = number_at(bytes_, at + 48, 8);
        end_ = at;
    }

    Entry entry_at(std::size_t at) const {
        Entry entry;
        entry.method = short_at(bytes_, at + 10);
        entry.checksum = word_at(bytes_, at + 16);
        entry.packed = number_at(bytes_, at + 20, 4);
        entry.size = number_at(bytes_, at + 24, 4);
        entry.at = number_at(bytes_, at + 42, 4);
        return entry;
    }

    /// Numbers that need more than four bytes stand in a field of their own, in this order.
    static void take_wide(std::string_view extra, Entry& entry) {
        while (extra.size() >= 4) {
            const auto size = std::min<std::size_t>(short_at(extra, 2), extra.size() - 4);
            auto field = extra.substr(4, size);
            if (short_at(extra, 0) == 1) {
                for (auto* number : {&entry.size, &entry.packed, &entry.at}) {
                    if (*number != kSeeWide || field.size() < 8) continue;
                    *number = number_at(field, 0, 8);
                    field.remove_prefix(8);
                }
                return;
            }
            extra.remove_prefix(4 + size);
        }
    }

    std::string_view bytes_;
    std::uint64_t count_ = 0;
    std::uint64_t start_ = 0;
    std::uint64_t before_ = 0;
    std::size_t end_ = 0;
};

OrUnreadable<ZipParts> ZipParts::open(std::string_view bytes) {
    if (bytes.size() > kLargestPaper) return UnreadablePaper{Unreadable::too_large, "64 MiB"};
    Directory directory(bytes);
    if (!directory.locate()) return broken();
    if (directory.count() > kMostParts) return UnreadablePaper{Unreadable::too_large, "10000"};
    auto entries = directory.entries();
    auto* const read = readable(entries);
    if (read == nullptr) return why_unreadable(entries);
    ZipParts out;
    out.bytes_ = bytes;
    out.entries_ = std::move(*read);
    const auto by_name = [](const Entry& a, const Entry& b) { return a.name < b.name; };
    std::stable_sort(out.entries_.begin(), out.entries_.end(), by_name);
    // Of two with one name, programs read one or the other.
    const auto twice = std::adjacent_find(
        out.entries_.begin(), out.entries_.end(),
        [](const Entry& a, const Entry& b) { return a.name == b.name && !a.name.empty(); });
    if (twice != out.entries_.end()) return broken(twice->name);
    return out;
}

const ZipParts::Entry* ZipParts::find(std::string_view name) const {
    const auto wanted = compared_name(name);
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), wanted,
                         [](const Entry& entry, const auto& key) { return entry.name < key; });
    return found != entries_.end() && found->name == wanted ? &*found : nullptr;
}

std::vector<std::string> ZipParts::names() const {
    std::vector<std::string> out;
    for (const auto& entry : entries_) out.push_back(entry.written);
    return out;
}

OrUnreadable<std::string> ZipParts::read(std::string_view name) const {
    const auto* const entry = find(name);
    if (entry == nullptr) return broken(name);
    const auto size = bytes_.size();
    if (entry->at > size || size - entry->at < kLocalSize) return broken(name);
    const auto at = static_cast<std::size_t>(entry->at);
    if (word_at(bytes_, at) != kLocalHeader) return broken(name);
    const auto start = at + kLocalSize + short_at(bytes_, at + 26) + short_at(bytes_, at + 28);
    if (start > size || entry->packed > size - start) return broken(name);
    const auto packed = bytes_.substr(start, static_cast<std::size_t>(entry->packed));
    std::optional<std::string> out;
    if (entry->method == 0 && entry->size == entry->packed) out = std::string(packed);
    if (entry->method == 8) out = inflated(packed, static_cast<std::size_t>(entry->size));
    if (!out || checksum_of(*out) != entry->checksum) return broken(name);
    return std::move(*out);
}

}  // namespace plantool
