// The rule that holds from the last change that a time zone's file lists, as POSIX writes it and
// the files' last line has it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace plantool {

/// When in a year the clocks change.
struct ClockChange {
    enum class Kind : std::uint8_t {
        day_without_leap,  ///< `J60`: 1 March in every year
        day_from_zero,     ///< `59`
        weekday            ///< `M3.5.0`: the last Sunday of March
    };
    Kind kind = Kind::weekday;
    unsigned month = 1;
    unsigned week = 1;  ///< 5: the last one
    unsigned weekday = 0;
    int day = 0;
    std::chrono::seconds time{7200};  ///< of the clocks that go before it
};

/// All offsets are seconds east of Greenwich.
struct SummerTime {
    std::chrono::seconds offset{};
    ClockChange begin;
    ClockChange end;
};
struct ZoneRule {
    std::chrono::seconds standard{};
    std::optional<SummerTime> summer;
};

/// Nothing when the text is no such rule.
std::optional<ZoneRule> parse_zone_rule(std::string_view text);

std::chrono::seconds offset_at(const ZoneRule& rule, std::chrono::sys_seconds instant);

}  // namespace plantool
