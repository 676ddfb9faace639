// Civil days, instants and amounts of time, read strictly (semantics.md, section 1).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace plantool {

/// A civil day. Whose day it is (the plan's timezone) is settled before a Day is made.
using Day = std::chrono::sys_days;
using std::chrono::days;

/// `YYYY-MM-DD`, the whole text, an existing day of the years 0001 to 9999.
bool read_date(std::string_view text, Day& day);
/// The same as a value.
inline std::optional<Day> parse_date(std::string_view text) {
    Day day{};
    return read_date(text, day) ? std::optional(day) : std::nullopt;
}
/// `d/m/yyyy` with one or two digits for day and month; CSV files alone have it.
std::optional<Day> parse_day_month_year(std::string_view text);
/// `YYYY-MM-DD`.
std::string format_date(Day day);
/// Appends the same.
void append_date(std::string& out, Day day);
/// To the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// An RFC 3339 date-time with its offset, e.g. `2022-06-29T18:30:00Z`. What is past a second by
/// ever so little is past it by a millisecond at least.
std::optional<Instant> parse_instant(std::string_view text);

std::chrono::year_month_day civil(Day day);
int year_of(Day day);
Day make_day(int year, unsigned month, unsigned day);
/// The last day of the month.
Day month_end(int year, unsigned month);
int whole_days(days amount);

enum class Unit { day, working_day, week, month };

/// `5d`, `5wd`, `2w`, `1m`: whole and at least 1.
struct Amount {
    int count = 0;
    Unit unit = Unit::day;

    bool operator==(const Amount&) const = default;
};

std::optional<Amount> parse_amount(std::string_view text);
std::string format_amount(Amount amount);
/// Calendar days of an amount in `d` or `w`; nothing for the other units.
std::optional<int> as_days(Amount amount);

}  // namespace plantool
