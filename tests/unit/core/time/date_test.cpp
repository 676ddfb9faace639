#include "core/time/date.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <ctime>
#include <string>

#include "core/time/zone.hpp"
#include "support/days.hpp"

using namespace plantool;
using plantool::testing::day;

namespace {

const char* const kNoDay = "none";

std::string show(const std::optional<Day>& found) {
    return found ? format_date(*found) : kNoDay;
}

/// The day of an instant in the zone.
std::string day_in(const Zone& zone, const std::string& text) {
    const auto instant = parse_instant(text);
    return instant ? format_date(zone.day_of(*instant)) : kNoDay;
}

}  // namespace

TEST_CASE("date: strictly YYYY-MM-DD, and an existing day") {
    const std::string good[] = {"2022-06-30", "2024-02-29", "0001-01-01", "9999-12-31",
                                "2000-02-29"};
    for (const auto& text : good) CHECK(show(parse_date(text)) == text);
    for (const std::string text : {"",
                                   "2022-6-30",
                                   "22-06-30",
                                   "26-2-3",
                                   "2022-06-30 ",
                                   " 2022-06-30",
                                   "2022-06-30x",
                                   "2022/06/30",
                                   "20220630",
                                   "2022-02-29",
                                   "2022-02-30",
                                   "1900-02-29",
                                   "2022-04-31",
                                   "2022-13-01",
                                   "2022-00-10",
                                   "2022-01-00",
                                   "0000-01-01",
                                   "-022-01-01",
                                   "+022-01-01",
                                   "2022-+1-01",
                                   "2022-06-3O",
                                   "10000-01-01",
                                   "30/06/2022",
                                   "2022-06-30T00:00:00Z",
                                   "２０２２-06-30"}) {
        CAPTURE(text);
        CHECK(show(parse_date(text)) == kNoDay);
    }
}

TEST_CASE("date: writing and reading are inverse") {
    CHECK(rc::check([] {
        const Day any{days{*rc::gen::inRange(-700'000, 2'900'000)}};
        RC_ASSERT(parse_date(format_date(any)) == any);
    }));
}

TEST_CASE("date: dd/mm/yyyy") {
    const std::pair<const char*, const char*> cases[] = {
        {"30/06/2022", "2022-06-30"},
        {"01/02/2022", "2022-02-01"},
        {"29/02/2024", "2024-02-29"},
        {"29/02/2022", kNoDay},
        {"06/30/2022", kNoDay},
        {"30/06/22", kNoDay},
        {"30-06-2022", kNoDay},
        {"30/06/2022 ", kNoDay},
        {"/06/2022", kNoDay},
        {"30//2022", kNoDay},
        {"030/06/2022", kNoDay},
        {"30/06/02022", kNoDay},
        {"30/06", kNoDay},
        {"", kNoDay},
    };
    for (const auto& [text, expected] : cases) {
        const std::string shown = text;  // a lambda cannot hold a binding
        CAPTURE(shown);
        CHECK(show(parse_day_month_year(text)) == expected);
    }
}

TEST_CASE("date: an instant is cut to its day in the plan's timezone") {
    const auto zone = *Zone::find("Asia/Ho_Chi_Minh");
    const std::pair<const char*, const char*> cases[] = {
        {"2022-06-29", kNoDay},
        {"2022-06-29T18:30:00Z", "2022-06-30"},
        {"2022-06-29T16:59:59Z", "2022-06-29"},
        {"2022-06-29T17:00:00Z", "2022-06-30"},
        {"2022-06-29T23:30:00+07:00", "2022-06-29"},
        {"2022-06-30T00:10:00+07:00", "2022-06-30"},
        {"2022-06-29T23:59:59.999+07:00", "2022-06-29"},
        {"2022-06-30T01:30:00+09:00", "2022-06-29"},
        {"2022-06-29T12:00:00-05:00", "2022-06-30"},
        {"2022-12-31T17:00:00Z", "2023-01-01"},
        {"2022-06-29t16:00:00z", "2022-06-29"},
        {"2016-12-31T23:59:60Z", "2017-01-01"},
        {"2022-06-29T18:30:00", kNoDay},
        {"2022-06-29T18:30Z", kNoDay},
        {"2022-06-29T24:00:00Z", kNoDay},
        {"2022-06-29T18:60:00Z", kNoDay},
        {"2022-06-29T18:30:61Z", kNoDay},
        {"2022-06-29T18:30:00+0700", kNoDay},
        {"2022-06-29T18:30:00+07", kNoDay},
        {"2022-06-29T18:30:00+24:00", kNoDay},
        {"2022-06-29T18:30:00+07:60", kNoDay},
        {"2022-06-29T18:30:00.Z", kNoDay},
        {"2022-06-29T18:30:00ZZ", kNoDay},
        {"2022-06-31T18:30:00Z", kNoDay},
        {"2022-06-29T8:30:00Z", kNoDay},
        {"hôm qua", kNoDay},
        {"", kNoDay},
    };
    for (const auto& [text, expected] : cases) {
        const std::string shown = text;  // a lambda cannot hold a binding
        CAPTURE(shown);
        CHECK(day_in(zone, text) == expected);
    }
}

TEST_CASE("date: what is past a second is past it, and never the next one") {
    const std::pair<const char*, int> cases[] = {
        {"2022-06-29T16:30:00Z", 0},           {"2022-06-29T16:30:00.0Z", 0},
        {"2022-06-29T16:30:00.5Z", 500},       {"2022-06-29T16:30:00.05Z", 50},
        {"2022-06-29T16:30:00.001Z", 1},       {"2022-06-29T16:30:00.0001Z", 1},
        {"2022-06-29T16:30:00.000000Z", 0},    {"2022-06-29T16:30:00.123000Z", 123},
        {"2022-06-29T16:30:00.123001Z", 124},  {"2022-06-29T16:30:00.9999Z", 999},
        {"2022-06-29T18:30:00.25+02:00", 250},
    };
    const auto whole = *parse_instant("2022-06-29T16:30:00Z");
    for (const auto& [text, past] : cases) {
        const std::string shown = text;  // a lambda cannot hold a binding
        CAPTURE(shown);
        const auto instant = parse_instant(text);
        REQUIRE(instant);
        CHECK((*instant - whole).count() == past);
    }
}

TEST_CASE("date: other timezones, with their summer time") {
    struct Case {
        const char* zone;
        const char* instant;
        const char* day;
    };
    const Case cases[] = {
        {"UTC", "2022-06-29T18:30:00Z", "2022-06-29"},
        {"Europe/Paris", "2022-06-29T22:30:00Z", "2022-06-30"},
        {"Europe/Paris", "2022-01-29T22:30:00Z", "2022-01-29"},
        {"America/New_York", "2022-07-01T03:59:59Z", "2022-06-30"},
    };
    for (const auto& c : cases) {
        const auto zone = Zone::find(c.zone);
        REQUIRE(zone);
        CAPTURE(c.instant);
        CHECK(day_in(*zone, c.instant) == c.day);
    }
    for (const std::string name : {"", "Asia/Ha_Noi", "asia/ho_chi_minh", "+07:00", "../UTC"}) {
        CAPTURE(name);
        CHECK_FALSE(Zone::find(name));
    }
}

TEST_CASE("date: the machine's own timezone has no say") {
    for (const char* machine : {"America/New_York", "Pacific/Kiritimati", "UTC"}) {
        ::setenv("TZ", machine, 1);
        ::tzset();
        CHECK(day_in(*Zone::find("Asia/Ho_Chi_Minh"), "2022-06-29T18:30:00Z") == "2022-06-30");
    }
    ::unsetenv("TZ");
    ::tzset();
}

TEST_CASE("date: amounts are whole and at least 1") {
    for (const std::string text : {"1d", "30d", "5wd", "2w", "1m", "9999d"}) {
        const auto amount = parse_amount(text);
        REQUIRE(amount);
        CHECK(format_amount(*amount) == text);
    }
    for (const std::string text : {"", "d", "0d", "-1d", "+1d", "1", "1.5d", "1 d", "1D", "1y",
                                   "1wd ", " 1d", "1dd", "99999999999999999999d", "một d"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_amount(text));
    }
    CHECK(as_days(*parse_amount("5d")) == 5);
    CHECK(as_days(*parse_amount("2w")) == 14);
    CHECK_FALSE(as_days(*parse_amount("5wd")));
    CHECK_FALSE(as_days(*parse_amount("1m")));
}

TEST_CASE("date: the last day of a month") {
    CHECK(month_end(2022, 2) == day("2022-02-28"));
    CHECK(month_end(2024, 2) == day("2024-02-29"));
    CHECK(month_end(2022, 12) == day("2022-12-31"));
}
