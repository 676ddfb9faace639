#include "core/time/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace plantool {
namespace {

using namespace std::chrono;

bool all_digits(std::string_view text) {
    if (text.empty()) return false;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return true;
}

std::optional<int> number(std::string_view text) {
    if (!all_digits(text) || text.size() > 9) return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool set_day(int y, int m, int d, Day& day) {
    if (y < 1 || y > 9999) return false;
    const year_month_day ymd{year{y}, month{static_cast<unsigned>(m)},
                             std::chrono::day{static_cast<unsigned>(d)}};
    if (!ymd.ok()) return false;
    day = Day{ymd};
    return true;
}

/// `Z`, `+07:00`, `-05:30`: seconds east of Greenwich.
std::optional<seconds> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return seconds{0};
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const auto h = number(text.substr(1, 2));
    const auto m = number(text.substr(4, 2));
    if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
    const seconds east = hours{*h} + minutes{*m};
    return text[0] == '-' ? -east : east;
}

/// Of the digits behind a second; a part of one counts as a whole, but never as the next second.
milliseconds thousandths(std::string_view digits) {
    int value = 0;
    for (std::size_t i = 0; i < 3; ++i)
        value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    const bool more = digits.size() > 3 && digits.find_first_not_of('0', 3) != digits.npos;
    return milliseconds{std::min(value + (more ? 1 : 0), 999)};
}

}  // namespace

bool read_date(std::string_view text, Day& day) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    // Bulk files hold millions of these.
    unsigned wrong = 0;
    const auto digit = [&](std::size_t at) {
        const auto value = static_cast<unsigned char>(text[at]) - unsigned{'0'};
        wrong |= value > 9 ? 1U : 0U;
        return static_cast<int>(value);
    };
    const int y = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    const int m = digit(5) * 10 + digit(6);
    const int d = digit(8) * 10 + digit(9);
    return wrong == 0 && set_day(y, m, d, day);
}

std::optional<Day> parse_day_month_year(std::string_view text) {
    const auto first = text.find('/');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find('/', first + 1);
    if (second == std::string_view::npos || first > 2 || second - first > 3) return std::nullopt;
    const auto year_text = text.substr(second + 1);
    const auto d = number(text.substr(0, first));
    const auto m = number(text.substr(first + 1, second - first - 1));
    const auto y = number(year_text);
    if (!y || !m || !d || year_text.size() != 4) return std::nullopt;
    Day day{};
    return set_day(*y, *m, *d, day) ? std::optional(day) : std::nullopt;
}

std::string format_date(Day day) {
    std::string out;
    append_date(out, day);
    return out;
}

void append_date(std::string& out, Day day) {
    const auto ymd = civil(day);
    const int year = static_cast<int>(ymd.year());
    const auto month = static_cast<unsigned>(ymd.month());
    const auto of_month = static_cast<unsigned>(ymd.day());
    if (year < 0 || year > 9999) {
        out += fmt::format("{:04}-{:02}-{:02}", year, month, of_month);
        return;
    }
    std::array<char, 10> text{};
    text[4] = text[7] = '-';
    const auto two = [&](std::size_t at, unsigned number) {
        text[at] = static_cast<char>('0' + number / 10);
        text[at + 1] = static_cast<char>('0' + number % 10);
    };
    two(0, static_cast<unsigned>(year) / 100);
    two(2, static_cast<unsigned>(year) % 100);
    two(5, month);
    two(8, of_month);
    out.append(text.data(), text.size());
}

std::optional<Instant> parse_instant(std::string_view text) {
    constexpr std::size_t kTimeEnd = 19;
    if (text.size() < kTimeEnd + 1) return std::nullopt;
    const auto day = parse_date(text.substr(0, 10));
    const char separator = text[10];
    if (!day || (separator != 'T' && separator != 't' && separator != ' ')) return std::nullopt;
    if (text[13] != ':' || text[16] != ':') return std::nullopt;
    const auto h = number(text.substr(11, 2));
    const auto m = number(text.substr(14, 2));
    const auto s = number(text.substr(17, 2));
    if (!h || !m || !s || *h > 23 || *m > 59 || *s > 60) return std::nullopt;
    auto rest = text.substr(kTimeEnd);
    milliseconds past{0};
    if (rest.starts_with('.')) {
        const auto end = rest.find_first_not_of("0123456789", 1);
        if (end == 1 || end == std::string_view::npos) return std::nullopt;
        past = thousandths(rest.substr(1, end - 1));
        rest = rest.substr(end);
    }
    const auto offset = parse_offset(rest);
    if (!offset) return std::nullopt;
    // A leap second belongs to the day that it ends.
    const seconds in_minute{*s == 60 ? 59 : *s};
    return sys_seconds{*day} + hours{*h} + minutes{*m} + in_minute + past - *offset;
}

year_month_day civil(Day day) {
    return year_month_day{day};
}

int year_of(Day day) {
    return static_cast<int>(civil(day).year());
}

Day make_day(int y, unsigned m, unsigned d) {
    return Day{year_month_day{year{y}, month{m}, std::chrono::day{d}}};
}

Day month_end(int y, unsigned m) {
    return Day{year{y} / month{m} / last};
}

int whole_days(days amount) {
    return static_cast<int>(amount.count());
}

std::optional<Amount> parse_amount(std::string_view text) {
    const auto digits = text.find_first_not_of("0123456789");
    if (digits == std::string_view::npos || digits == 0 || digits > 4) return std::nullopt;
    const auto count = number(text.substr(0, digits));
    const auto unit = text.substr(digits);
    if (!count || *count < 1) return std::nullopt;
    if (unit == "d") return Amount{*count, Unit::day};
    if (unit == "wd") return Amount{*count, Unit::working_day};
    if (unit == "w") return Amount{*count, Unit::week};
    if (unit == "m") return Amount{*count, Unit::month};
    return std::nullopt;
}

std::string format_amount(Amount amount) {
    switch (amount.unit) {
        case Unit::day:
            return fmt::format("{}d", amount.count);
        case Unit::working_day:
            return fmt::format("{}wd", amount.count);
        case Unit::week:
            return fmt::format("{}w", amount.count);
        case Unit::month:
            return fmt::format("{}m", amount.count);
    }
    return {};
}

std::optional<int> as_days(Amount amount) {
    if (amount.unit == Unit::day) return amount.count;
    if (amount.unit == Unit::week) return amount.count * 7;
    return std::nullopt;
}

}  // namespace plantool
