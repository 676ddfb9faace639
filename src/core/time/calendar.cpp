#include "core/time/calendar.hpp"

namespace plantool {

using namespace std::chrono;

Calendar::Calendar() {
    weekend_[Saturday.c_encoding()] = true;
    weekend_[Sunday.c_encoding()] = true;
}

void Calendar::add_holiday(Day day) {
    holidays_.insert(day);
    holiday_years_.insert(year_of(day));
}

void Calendar::add_working_day(Day day) {
    working_days_.insert(day);
}

void Calendar::set_valid_until(Day day) {
    if (!valid_until_ || day < *valid_until_) valid_until_ = day;
}

bool Calendar::is_working(Day day) const {
    if (working_days_.contains(day)) return true;
    return !weekend_[weekday{day}.c_encoding()] && !holidays_.contains(day);
}

bool Calendar::has_holidays_in(int year) const {
    return holiday_years_.contains(year);
}

bool Calendar::ask(Day day) const {
    years_asked_.insert(year_of(day));
    if (!last_asked_ || *last_asked_ < day) last_asked_ = day;
    return is_working(day);
}

Day Calendar::roll(Day day, Roll direction) const {
    if (direction == Roll::none) return day;
    const days step{direction == Roll::next ? 1 : -1};
    while (!ask(day)) day += step;
    return day;
}

Day Calendar::add(Day anchor, Amount amount) const {
    switch (amount.unit) {
        case Unit::day:
            return anchor + days{amount.count};
        case Unit::week:
            return anchor + days{7 * amount.count};
        case Unit::month: {
            const auto ymd = civil(anchor);
            const year_month target = year_month{ymd.year(), ymd.month()} + months{amount.count};
            const auto same_day = target / ymd.day();
            return same_day.ok() ? Day{same_day} : Day{target / last};
        }
        case Unit::working_day: {
            Day day = anchor;
            for (int left = amount.count; left > 0;) {
                day += days{1};
                if (ask(day)) --left;
            }
            return day;
        }
    }
    return anchor;
}

}  // namespace plantool
