#include "core/time/zone_rule.hpp"

#include <algorithm>

#include "core/time/date.hpp"

namespace plantool {
namespace {

using namespace std::chrono;

/// Reads a rule from its beginning to its end. Each function takes what it reads off the text.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::optional<ZoneRule> read() {
        ZoneRule rule;
        if (!name() || !offset(rule.standard)) return std::nullopt;
        if (text_.empty()) return rule;
        auto& summer = rule.summer.emplace();
        summer.offset = rule.standard + hours{1};
        if (!name()) return std::nullopt;
        if (!text_.starts_with(',') && !offset(summer.offset)) return std::nullopt;
        if (!change(summer.begin) || !change(summer.end) || !text_.empty()) return std::nullopt;
        return rule;
    }

  private:
    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    bool take(char c) {
        if (!text_.starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }

    /// `CET`, `<+07>`.
    bool name() {
        if (take('<')) {
            const auto end = text_.find('>');
            if (end == std::string_view::npos || end == 0) return false;
            text_.remove_prefix(end + 1);
            return true;
        }
        const auto end = std::find_if_not(text_.begin(), text_.end(), is_letter);
        const auto size = static_cast<std::size_t>(end - text_.begin());
        text_.remove_prefix(size);
        return size >= 3;
    }

    bool number(int most, int& value) {
        value = 0;
        std::size_t digits = 0;
        while (digits < text_.size() && text_[digits] >= '0' && text_[digits] <= '9' &&
               digits < 3) {
            value = value * 10 + (text_[digits++] - '0');
        }
        text_.remove_prefix(digits);
        return digits > 0 && value <= most;
    }

    /// `7`, `-5:30`, `+24:00:00`.
    bool clock(seconds& value) {
        const bool negative = take('-');
        if (!negative) take('+');
        constexpr int kMostHours = 167;
        int h = 0;
        int m = 0;
        int s = 0;
        if (!number(kMostHours, h)) return false;
        if (take(':') && !number(59, m)) return false;
        if (take(':') && !number(59, s)) return false;
        value = hours{h} + minutes{m} + seconds{s};
        if (negative) value = -value;
        return true;
    }

    /// POSIX counts westward.
    bool offset(seconds& east) {
        if (!clock(east)) return false;
        east = -east;
        return true;
    }

    /// `,M3.5.0/2`.
    bool change(ClockChange& out) {
        if (!take(',')) return false;
        constexpr int kLastDay = 365;
        bool read = false;
        if (take('M')) {
            out.kind = ClockChange::Kind::weekday;
            int month = 0;
            int week = 0;
            int weekday = 0;
            read = number(12, month) && month > 0 && take('.') && number(5, week) && week > 0 &&
                   take('.') && number(6, weekday);
            out.month = static_cast<unsigned>(month);
            out.week = static_cast<unsigned>(week);
            out.weekday = static_cast<unsigned>(weekday);
        } else if (take('J')) {
            out.kind = ClockChange::Kind::day_without_leap;
            read = number(kLastDay, out.day) && out.day > 0;
        } else {
            out.kind = ClockChange::Kind::day_from_zero;
            read = number(kLastDay, out.day);
        }
        return read && (!take('/') || clock(out.time));
    }

    std::string_view text_;
};

Day day_of(const ClockChange& change, year y) {
    const Day first{y / January / 1};
    switch (change.kind) {
        case ClockChange::Kind::day_without_leap: {
            constexpr int kFirstOfMarch = 60;
            return first + days{change.day - 1 + (y.is_leap() && change.day >= kFirstOfMarch)};
        }
        case ClockChange::Kind::day_from_zero:
            return first + days{change.day};
        case ClockChange::Kind::weekday:
            break;
    }
    const auto of_month = y / month{change.month};
    const weekday on{change.weekday};
    return change.week == 5 ? Day{of_month / on[last]} : Day{of_month / on[change.week]};
}

}  // namespace

std::optional<ZoneRule> parse_zone_rule(std::string_view text) {
    return Reader(text).read();
}

seconds offset_at(const ZoneRule& rule, sys_seconds instant) {
    if (!rule.summer) return rule.standard;
    const auto& summer = *rule.summer;
    const auto here = year_month_day{floor<days>(instant + rule.standard)}.year();
    // The newest change up to the instant decides. Some rules reach over into the next year.
    sys_seconds newest = sys_seconds::min();
    auto offset = rule.standard;
    for (const auto y : {here - years{1}, here, here + years{1}}) {
        const auto note = [&](sys_seconds change, seconds then) {
            if (change > instant || change < newest) return;
            newest = change;
            offset = then;
        };
        note(day_of(summer.end, y) + summer.end.time - summer.offset, rule.standard);
        note(day_of(summer.begin, y) + summer.begin.time - rule.standard, summer.offset);
    }
    return offset;
}

}  // namespace plantool
