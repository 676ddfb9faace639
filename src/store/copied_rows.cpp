#include "store/copied_rows.hpp"

namespace plantool {
namespace {

constexpr std::int64_t kTextType = 25;  // the server's number of it

std::string storable(std::string_view text) {
    std::string out(text);
    for (auto at = out.find('\0'); at != std::string::npos; at = out.find('\0', at)) {
        out.replace(at, 1, "\uFFFD");
    }
    return out;
}

}  // namespace

void CopiedRows::put(std::int64_t value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
        out_ += static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xFFU);
    }
}

void CopiedRows::bytes(std::string_view value) {
    put(static_cast<std::int64_t>(value.size()), 4);
    out_ += value;
}

void CopiedRows::text(std::string_view value) {
    if (value.find('\0') == std::string_view::npos) return bytes(value);
    bytes(storable(value));
}

void CopiedRows::json(std::string_view value) {
    put(static_cast<std::int64_t>(value.size()) + 1, 4);
    put(1, 1);  // the version of the format
    out_ += value;
}

void CopiedRows::day(std::optional<Day> value) {
    using namespace std::chrono_literals;
    constexpr Day kFirst = 2000y / 1 / 1;
    if (!value) return null();
    number(static_cast<std::int32_t>((*value - kFirst).count()));
}

void CopiedRows::texts(const std::vector<std::string>& values) {
    const auto size = [&] {
        std::int64_t sum = 0;
        for (const auto& value : values) sum += 4 + static_cast<std::int64_t>(value.size());
        return sum;
    };
    const bool any = !values.empty();
    put((any ? 20 : 12) + size(), 4);
    put(any ? 1 : 0, 4);  // dimensions
    put(0, 4);            // without NULLs
    put(kTextType, 4);
    if (!any) return;
    put(static_cast<std::int64_t>(values.size()), 4);
    put(1, 4);  // the first is number 1
    for (const auto& value : values) bytes(value);
}

}  // namespace plantool
