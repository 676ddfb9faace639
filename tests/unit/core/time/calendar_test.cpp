#include "core/time/calendar.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "support/days.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// Some of the holidays of Viet Nam: Tet of 2022, the New Year around it, and 30 April 2024 with
/// the Monday before it, for which the Saturday after it was worked.
const Calendar& viet_nam() {
    static const Calendar calendar = [] {
        Calendar made;
        for (const auto* date :
             {"2022-01-01", "2022-01-03", "2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03",
              "2022-02-04", "2023-01-01", "2023-01-02", "2024-04-29", "2024-04-30", "2024-05-01"}) {
            made.add_holiday(day(date));
        }
        made.add_working_day(day("2024-05-04"));
        return made;
    }();
    return calendar;
}

Day plus(const Calendar& calendar, const char* from, const char* amount) {
    return calendar.add(day(from), *parse_amount(amount));
}

}  // namespace

TEST_CASE("calendar: a make-up Saturday is a working day") {
    CHECK(viet_nam().is_working(day("2024-05-04")));
    CHECK_FALSE(viet_nam().is_working(day("2024-05-11")));
    CHECK(plus(viet_nam(), "2024-05-03", "1wd") == day("2024-05-04"));
}

TEST_CASE("calendar: a working day overrules weekend and holiday alike") {
    Calendar calendar;
    calendar.add_holiday(day("2022-03-02"));
    CHECK_FALSE(calendar.is_working(day("2022-03-02")));
    calendar.add_working_day(day("2022-03-02"));
    calendar.add_working_day(day("2022-03-06"));
    CHECK(calendar.is_working(day("2022-03-02")));
    CHECK(calendar.is_working(day("2022-03-06")));
}

TEST_CASE("calendar: amounts") {
    struct Case {
        const char* from;
        const char* amount;
        const char* to;
    };
    const Case cases[] = {
        {"2022-06-30", "5d", "2022-07-05"},
        {"2022-12-31", "1d", "2023-01-01"},
        {"2022-06-30", "2w", "2022-07-14"},
        {"2022-08-31", "1m", "2022-09-30"},
        {"2022-01-31", "1m", "2022-02-28"},
        {"2024-01-31", "1m", "2024-02-29"},
        {"2022-11-30", "3m", "2023-02-28"},
        {"2022-06-15", "1m", "2022-07-15"},
        {"2022-06-30", "1m", "2022-07-30"},
        {"2022-12-31", "12m", "2023-12-31"},
        // Working days: the anchor itself is not counted.
        {"2022-06-27", "1wd", "2022-06-28"},
        {"2022-06-24", "1wd", "2022-06-27"},
        {"2022-06-25", "1wd", "2022-06-27"},
        {"2022-06-30", "5wd", "2022-07-07"},
        // Tet 2022: off from Monday 31 January to Friday 4 February.
        {"2022-01-28", "1wd", "2022-02-07"},
        {"2022-01-26", "5wd", "2022-02-09"},
        {"2022-01-31", "5wd", "2022-02-11"},
        {"2022-02-04", "5wd", "2022-02-11"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.from);
        CAPTURE(c.amount);
        CHECK(format_date(plus(viet_nam(), c.from, c.amount)) == c.to);
    }
}

TEST_CASE("calendar: a day off rolls to the next or the previous working day") {
    struct Case {
        const char* from;
        Roll roll;
        const char* to;
    };
    const Case cases[] = {
        {"2022-06-29", Roll::next, "2022-06-29"},     {"2022-06-29", Roll::previous, "2022-06-29"},
        {"2022-07-02", Roll::next, "2022-07-04"},     {"2022-07-02", Roll::previous, "2022-07-01"},
        {"2022-07-03", Roll::none, "2022-07-03"},     {"2022-01-31", Roll::next, "2022-02-07"},
        {"2022-02-04", Roll::previous, "2022-01-28"}, {"2022-12-31", Roll::next, "2023-01-03"},
        {"2024-05-04", Roll::next, "2024-05-04"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.from);
        CHECK(format_date(viet_nam().roll(day(c.from), c.roll)) == c.to);
    }
}

TEST_CASE("calendar: another weekend") {
    Calendar calendar;
    calendar.set_weekend({false, false, false, false, false, true, false});  // Friday
    CHECK_FALSE(calendar.is_working(day("2022-07-01")));
    CHECK(calendar.is_working(day("2022-07-02")));
    CHECK(calendar.is_working(day("2022-07-03")));
}

TEST_CASE("calendar: it remembers for which years it was asked") {
    Calendar calendar;
    calendar.add_holiday(day("2022-01-01"));
    CHECK(calendar.has_holidays_in(2022));
    CHECK_FALSE(calendar.has_holidays_in(2023));
    calendar.add(day("2022-03-01"), *parse_amount("30d"));
    CHECK(calendar.years_asked().empty());
    calendar.add(day("2022-12-30"), *parse_amount("2wd"));
    CHECK(calendar.years_asked() == std::set<int>{2022, 2023});
}

TEST_CASE("calendar: n working days hold n working days") {
    CHECK(rc::check([] {
        const Day from = day("2021-01-01") + days{*rc::gen::inRange(0, 2000)};
        const auto count = *rc::gen::inRange(1, 60);
        const Day to = viet_nam().add(from, {count, Unit::working_day});
        int working = 0;
        for (Day at = from + days{1}; at <= to; at += days{1}) {
            working += viet_nam().is_working(at) ? 1 : 0;
        }
        RC_ASSERT(working == count);
        RC_ASSERT(viet_nam().is_working(to));
    }));
}

TEST_CASE("calendar: rolling is to the nearest, and once is enough") {
    CHECK(rc::check([] {
        const Day from = day("2021-01-01") + days{*rc::gen::inRange(0, 2000)};
        for (const auto roll : {Roll::next, Roll::previous}) {
            const Day to = viet_nam().roll(from, roll);
            RC_ASSERT(viet_nam().is_working(to));
            RC_ASSERT(viet_nam().roll(to, roll) == to);
            const days step{roll == Roll::next ? 1 : -1};
            for (Day at = from; at != to; at += step) RC_ASSERT(!viet_nam().is_working(at));
        }
    }));
}
