#include "core/time/zone.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/time/zone_rule.hpp"

namespace plantool {

using namespace std::chrono;

struct ZoneRules {
    std::vector<sys_seconds> changes;  ///< ascending
    std::vector<seconds> offsets;      ///< from each of them on
    seconds before{};                  ///< the first of them
    std::optional<ZoneRule> rule;      ///< from the last of them on
};

namespace {

struct BuiltIn {
    std::string_view name;
    std::string_view rule;
};
constexpr std::array kBuiltIn = {
    BuiltIn{"Asia/Ho_Chi_Minh", "<+07>-7"},
    BuiltIn{"Asia/Saigon", "<+07>-7"},
    BuiltIn{"Asia/Bangkok", "<+07>-7"},
    BuiltIn{"Asia/Phnom_Penh", "<+07>-7"},
    BuiltIn{"Asia/Vientiane", "<+07>-7"},
    BuiltIn{"Asia/Jakarta", "WIB-7"},
    BuiltIn{"Asia/Hong_Kong", "HKT-8"},
    BuiltIn{"Asia/Kuala_Lumpur", "<+08>-8"},
    BuiltIn{"Asia/Manila", "PST-8"},
    BuiltIn{"Asia/Shanghai", "CST-8"},
    BuiltIn{"Asia/Singapore", "<+08>-8"},
    BuiltIn{"Asia/Taipei", "CST-8"},
    BuiltIn{"Asia/Seoul", "KST-9"},
    BuiltIn{"Asia/Tokyo", "JST-9"},
    BuiltIn{"America/New_York", "EST5EDT,M3.2.0,M11.1.0"},
    BuiltIn{"Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3"},
    BuiltIn{"Europe/London", "GMT0BST,M3.5.0/1,M10.5.0"},
    BuiltIn{"Europe/Paris", "CET-1CEST,M3.5.0,M10.5.0/3"},
    BuiltIn{"Etc/UTC", "UTC0"},
    BuiltIn{"UTC", "UTC0"},
};

std::shared_ptr<const ZoneRules> made_of(std::string_view text) {
    auto rule = parse_zone_rule(text);
    if (!rule) return nullptr;
    auto rules = std::make_shared<ZoneRules>();
    rules->before = rule->standard;
    rules->rule = std::move(rule);
    return rules;
}

/// Numbers of a file, one behind the other, the most significant byte first. What lies beyond the
/// end is 0, and makes it not whole.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    std::string_view take(std::size_t size) {
        if (size > bytes_.size()) {
            whole_ = false;
            bytes_ = {};
            return {};
        }
        const auto taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }

    std::int64_t number(std::size_t size) {
        const auto taken = take(size);
        if (taken.empty()) return 0;
        const bool negative = static_cast<signed char>(taken[0]) < 0;
        auto value = negative ? ~std::uint64_t{0} : std::uint64_t{0};
        for (const char c : taken) value = (value << 8U) | static_cast<unsigned char>(c);
        return static_cast<std::int64_t>(value);
    }

    bool whole() const { return whole_; }
    std::string_view rest() const { return bytes_; }

  private:
    std::string_view bytes_;
    bool whole_ = true;
};

struct Header {
    char version = 0;
    std::size_t universal = 0;  ///< of the six counts, in their order
    std::size_t standard = 0;
    std::size_t leaps = 0;
    std::size_t changes = 0;
    std::size_t types = 0;
    std::size_t letters = 0;
};

std::optional<Header> read_header(Bytes& bytes) {
    constexpr std::size_t kReserved = 15;
    constexpr std::int64_t kMost = 100'000;  // of anything: real files have some 200
    if (bytes.take(4) != "TZif") return std::nullopt;
    Header header;
    const auto version = bytes.take(1);
    if (!version.empty()) header.version = version[0];
    bytes.take(kReserved);
    for (auto* count : {&header.universal, &header.standard, &header.leaps, &header.changes,
                        &header.types, &header.letters}) {
        const auto value = bytes.number(4);
        if (value < 0 || value > kMost) return std::nullopt;
        *count = static_cast<std::size_t>(value);
    }
    return bytes.whole() ? std::optional(header) : std::nullopt;
}

/// The tables behind a header, whose instants take so many bytes each.
bool read_tables(Bytes& bytes, const Header& header, std::size_t size, ZoneRules& out) {
    if (header.leaps > 0 || header.types == 0)
        return false;  // plantool's days have no leap seconds
    for (std::size_t i = 0; i < header.changes; ++i) {
        out.changes.emplace_back(seconds{bytes.number(size)});
    }
    const auto indices = bytes.take(header.changes);
    std::vector<seconds> types;
    for (std::size_t i = 0; i < header.types; ++i) {
        types.emplace_back(bytes.number(4));
        bytes.take(2);  // whether it is summer time, and its name
    }
    bytes.take(header.letters + header.standard + header.universal);
    if (!bytes.whole() || !std::is_sorted(out.changes.begin(), out.changes.end())) return false;
    constexpr seconds kMostOffset = hours{26};
    for (const auto type : types) {
        if (abs(type) > kMostOffset) return false;
    }
    for (const char index : indices) {
        const auto type = static_cast<unsigned char>(index);
        if (type >= types.size()) return false;
        out.offsets.push_back(types[type]);
    }
    out.before = types.front();
    return true;
}

}  // namespace

Zone::Zone() {
    static const auto viet_nam = made_of(kBuiltIn.front().rule);
    rules_ = viet_nam;
}

std::optional<Zone> Zone::find(std::string_view name) {
    const auto* const found = std::find_if(kBuiltIn.begin(), kBuiltIn.end(),
                                           [&](const BuiltIn& zone) { return zone.name == name; });
    return found == kBuiltIn.end() ? std::nullopt : from_rule(found->rule);
}

std::optional<Zone> Zone::from_rule(std::string_view rule) {
    auto rules = made_of(rule);
    return rules ? std::optional(Zone(std::move(rules))) : std::nullopt;
}

std::optional<Zone> Zone::from_tzif(std::string_view text) {
    Bytes bytes(text);
    auto header = read_header(bytes);
    if (!header) return std::nullopt;
    auto rules = std::make_shared<ZoneRules>();
    if (header->version == 0) {  // the oldest kind, to 2038
        if (!read_tables(bytes, *header, 4, *rules)) return std::nullopt;
        return Zone(std::move(rules));
    }
    // The same in 4 bytes for older programs, then in 8, then the rule of what comes after.
    if (header->leaps > 0) return std::nullopt;
    bytes.take(header->changes * 5 + header->types * 6 + header->letters + header->standard +
               header->universal);
    header = read_header(bytes);
    if (!header || !read_tables(bytes, *header, 8, *rules)) return std::nullopt;
    const auto footer = bytes.rest();
    if (footer.size() < 2 || !footer.starts_with('\n')) return std::nullopt;
    const auto end = footer.find('\n', 1);
    if (end == std::string_view::npos) return std::nullopt;
    if (end == 1) return Zone(std::move(rules));
    rules->rule = parse_zone_rule(footer.substr(1, end - 1));
    return rules->rule ? std::optional(Zone(std::move(rules))) : std::nullopt;
}

seconds Zone::offset_at(sys_seconds instant) const {
    const auto& [changes, offsets, before, rule] = *rules_;
    if (rule && (changes.empty() || instant >= changes.back())) {
        return plantool::offset_at(*rule, instant);
    }
    const auto next = std::upper_bound(changes.begin(), changes.end(), instant);
    if (next == changes.begin()) return before;
    return offsets[static_cast<std::size_t>(next - changes.begin()) - 1];
}

Day Zone::day_of(Instant instant) const {
    return floor<days>(wall_time(instant));
}

}  // namespace plantool
