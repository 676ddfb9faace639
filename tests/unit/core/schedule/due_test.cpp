#include "core/schedule/due.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

struct DueCase {
    const char* cadence;
    const char* due;
    Strings dues;  ///< period, due day, closing day
};

/// A calendar with one holiday, Monday 4 July 2022, and one make-up day, Saturday 9 July 2022.
const std::string kCalendar =
    "calendar: {holidays: [{date: 2022-07-04, name: x}, {date: 2023-01-02, name: x}],"
    " working_days: [{date: 2022-07-09, name: x}]}\n";

}  // namespace

TEST_CASE("due: every form") {
    const DueCase cases[] = {
        {"annual", "{before: 06-30}", {"2022 2022-06-29 2022-07-29"}},
        {"annual", "{by: 06-30}", {"2022 2022-06-30 2022-07-30"}},
        {"annual", "{before: 12-31}", {"2022 2022-12-30 2023-01-29"}},
        {"annual", "{before: 01-01}", {"2022 2021-12-31 2022-01-30"}},
        {"annual", "{before: 2023-01-15}", {"2022 2023-01-14 2023-02-13"}},
        {"annual", "{by: 2023-01-15}", {"2022 2023-01-15 2023-02-14"}},
        {"annual", "{by: period-end}", {"2022 2022-12-31 2023-01-30"}},
        {"semiannual",
         "{by: 06-30}",
         {"2022-H1 2022-06-30 2022-07-30", "2022-H2 2022-06-30 2022-07-30"}},
        {"semiannual",
         "{before: {H1: 06-30, H2: 2023-01-10}}",
         {"2022-H1 2022-06-29 2022-07-29", "2022-H2 2023-01-09 2023-02-08"}},
        {"semiannual",
         "{by: {2022-H2: 12-20, H1: 06-20}}",
         {"2022-H1 2022-06-20 2022-07-20", "2022-H2 2022-12-20 2023-01-19"}},
        {"semiannual",
         "{by: {2022S2: 12-20, H1: 06-20}}",
         {"2022-H1 2022-06-20 2022-07-20", "2022-H2 2022-12-20 2023-01-19"}},
        {"nine-month", "{within: 5d, after: period-end}", {"2022-9M 2022-10-05 2022-11-04"}},
        {"annual", "{within: 5d, after: period-start}", {"2022 2022-01-06 2022-02-05"}},
        {"annual", "{within: 2w, after: period-end}", {"2022 2023-01-14 2023-02-13"}},
        {"once", "{by: 03-31}", {"once 2022-03-31 2022-04-30"}},
        {"once", "{by: period-end}", {"once 2022-12-31 2023-01-30"}},
        {"once", "{within: 1m, after: period-start}", {"once 2022-02-01 2022-03-03"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.due);
        const TestPlan test(report_2022(c.cadence, c.due));
        CHECK(errors_of(test.found) == Strings{});
        CHECK(test.dues("r") == c.dues);
    }
}

TEST_CASE("due: a quarterly duty due on the last day never drifts to the 30th") {
    const TestPlan test(report_2022("quarterly", "{by: period-end}"));
    CHECK(test.dues("r") ==
          Strings{"2022-Q1 2022-03-31 2022-04-30", "2022-Q2 2022-06-30 2022-07-30",
                  "2022-Q3 2022-09-30 2022-10-30", "2022-Q4 2022-12-31 2023-01-30"});
    const TestPlan monthly(report_2022("monthly", "{within: 1m, after: period-end}"));
    CHECK(monthly.dues("r") ==
          Strings{"2022-01 2022-02-28 2022-03-30", "2022-02 2022-03-28 2022-04-27",
                  "2022-03 2022-04-30 2022-05-30", "2022-04 2022-05-30 2022-06-29",
                  "2022-05 2022-06-30 2022-07-30", "2022-06 2022-07-30 2022-08-29",
                  "2022-07 2022-08-31 2022-09-30", "2022-08 2022-09-30 2022-10-30",
                  "2022-09 2022-10-30 2022-11-29", "2022-10 2022-11-30 2022-12-30",
                  "2022-11 2022-12-30 2023-01-29", "2022-12 2023-01-31 2023-03-02"});
}

TEST_CASE("due: a closing day in months is cut to the month's last day") {
    const TestPlan test(report_2022("annual", "{by: 08-31}", "closes_after: 1m"));
    CHECK(test.dues("r") == Strings{"2022 2022-08-31 2022-09-30"});
}

TEST_CASE("due: the year of MM-DD is the one in the period's id") {
    // 2021-W52 ends on 2 January 2022, 2022-W52 on 1 January 2023.
    const TestPlan test(plan_from_to("2022-01-01", "2022-01-09",
                                     "agencies: [{id: a, name: A}]\n"
                                     "reports:\n"
                                     "  - {id: r, title: R, from: [a], cadence: weekly,"
                                     " due: {by: 01-05}}\n"));
    CHECK(test.dues("r") ==
          Strings{"2021-W52 2021-01-05 2021-02-04", "2022-W01 2022-01-05 2022-02-04"});
    const TestPlan once(plan_from_to("2022-07-01", "2023-06-30",
                                     "agencies: [{id: a, name: A}]\n"
                                     "reports:\n"
                                     "  - {id: r, title: R, from: [a], cadence: once,"
                                     " due: {by: 05-31}}\n"));
    CHECK(once.dues("r") == Strings{"once 2023-05-31 2023-06-30"});
}

TEST_CASE("due: rolling moves a day that is no working day, after `before` took its day off") {
    const DueCase cases[] = {
        // Saturday 2, Sunday 3 and the holiday Monday 4 July; Saturday 9 July is worked.
        {"annual", "{by: 07-02, roll: next}", {"2022 2022-07-05 2022-08-04"}},
        {"annual", "{by: 07-04, roll: previous}", {"2022 2022-07-01 2022-07-31"}},
        {"annual", "{by: 07-04, roll: none}", {"2022 2022-07-04 2022-08-03"}},
        {"annual", "{by: 07-09, roll: next}", {"2022 2022-07-09 2022-08-08"}},
        {"annual", "{before: 07-05, roll: next}", {"2022 2022-07-05 2022-08-04"}},
        {"annual", "{before: 07-05, roll: previous}", {"2022 2022-07-01 2022-07-31"}},
        {"annual", "{by: period-end, roll: next}", {"2022 2023-01-03 2023-02-02"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.due);
        const TestPlan test(report_2022(c.cadence, c.due) + kCalendar);
        auto found = codes_of(test.found);
        std::erase(found, "P130");  // these days lie about the middle of the year
        CHECK(found == Strings{});
        CHECK(test.dues("r") == c.dues);
    }
}

TEST_CASE("due: working days are counted over weekends, holidays and make-up days") {
    const DueCase cases[] = {
        // From Thursday 30 June: 1, 5, 6, 7, 8, then Saturday the 9th, then 11 July.
        {"semiannual", "{within: 1wd, after: period-end}", {"2022-H1 2022-07-01 2022-07-31"}},
        {"semiannual", "{within: 2wd, after: period-end}", {"2022-H1 2022-07-05 2022-08-04"}},
        {"semiannual", "{within: 6wd, after: period-end}", {"2022-H1 2022-07-09 2022-08-08"}},
        {"semiannual", "{within: 7wd, after: period-end}", {"2022-H1 2022-07-11 2022-08-10"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.due);
        const TestPlan test(report_2022(c.cadence, c.due, "periods: [H1]") + kCalendar);
        CHECK(codes_of(test.found) == Strings{});
        CHECK(test.dues("r") == c.dues);
    }
}

TEST_CASE("due: `roll` leaves the closing day alone, which may count working days of its own") {
    const TestPlan plain(report_2022("annual", "{by: 06-04, roll: next}") + kCalendar);
    // Saturday 4 June rolls to Monday 6 June; 30 days on is Wednesday 6 July.
    CHECK(plain.dues("r") == Strings{"2022 2022-06-06 2022-07-06"});
    const TestPlan working(report_2022("annual", "{by: 07-01}", "closes_after: 2wd") + kCalendar);
    CHECK(working.dues("r") == Strings{"2022 2022-07-01 2022-07-06"});
}

TEST_CASE("due: windows of Decree 09 are what `window-end` counts from") {
    const TestPlan test(
        report_2022("semiannual", "{within: 1d, after: window-end}", "window: nd09"));
    CHECK(test.dues("r") ==
          Strings{"2022-H1 2022-06-15 2022-07-15", "2022-H2 2022-12-15 2023-01-14"});
    const TestPlan calendar(report_2022("semiannual", "{within: 1d, after: window-end}"));
    CHECK(calendar.dues("r") ==
          Strings{"2022-H1 2022-07-01 2022-07-31", "2022-H2 2023-01-01 2023-01-31"});
}

TEST_CASE("due: rules that cannot be kept") {
    struct Fault {
        const char* cadence;
        const char* due;
        Strings errors;
    };
    const Fault faults[] = {
        {"annual", "{by: 02-29}", {"P124"}},  // 2022 is a common year
        {"annual", "{by: 02-30}", {"P111"}},
        {"annual", "{by: 13-01}", {"P111"}},
        {"annual", "{by: 2022-02-29}", {"P111"}},
        {"annual", "{by: 6-30}", {"P111"}},
        {"annual", "{by: 06-30, before: 06-30}", {"P116"}},
        {"annual", "{}", {"P116"}},
        {"annual", "{within: 5d}", {"P003"}},
        {"annual", "{within: 0d, after: period-end}", {"P123"}},
        {"annual", "{within: 1.5d, after: period-end}", {"P123"}},
        {"annual", "{within: 5d, after: raised}", {"P116"}},
        {"annual", "{within: 5d, after: easter}", {"P106"}},
        {"annual", "{by: 06-30, roll: back}", {"P106"}},
        {"quarterly", "{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25}}", {"P115"}},
        {"quarterly", "{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25, Q5: 12-25}}", {"P114"}},
        {"ad-hoc", "{within: 5d, after: period-end}", {"P116"}},
        {"ad-hoc", "{by: 06-30}", {"P116"}},
        {"continuous", "{by: 06-30}", {"P116"}},
    };
    for (const auto& fault : faults) {
        CAPTURE(fault.due);
        CHECK(errors_of(TestPlan(report_2022(fault.cadence, fault.due)).found) == fault.errors);
    }
}

TEST_CASE("due: a year without any holiday is a warning where working days count") {
    const TestPlan test(report_2022("annual", "{within: 1wd, after: period-end}") +
                        "calendar: {holidays: [{date: 2022-09-02, name: x}]}\n");
    CHECK(codes_of(test.found) == Strings{"P118"});  // the first of January 2023 is asked for
    const TestPlan calendar_days(report_2022("annual", "{within: 1d, after: period-end}"));
    CHECK(codes_of(calendar_days.found) == Strings{});
}

TEST_CASE("due: 29 February is a day of leap years alone, and never becomes 1 March") {
    const auto annual = [](const char* from, const char* to, const char* due) {
        return std::make_unique<TestPlan>(
            plan_from_to(from, to,
                         std::string("agencies: [{id: a, name: A}]\n"
                                     "reports: [{id: r, title: R, from: [a], cadence: annual,"
                                     " due: ") +
                             due + "}]\n"));
    };
    const auto leap = annual("2024-01-01", "2024-12-31", "{by: 02-29}");
    CHECK(codes_of(leap->found) == Strings{"P130"});
    CHECK(leap->dues("r") == Strings{"2024 2024-02-29 2024-03-30"});
    // One error for each common year, at the day as it is written.
    const auto three = annual("2023-01-01", "2025-12-31", "{by: 02-29}");
    CHECK(places_of(three->found) == Strings{"P124 4:67", "P124 4:67"});
    CHECK(errors_of(annual("2022-01-01", "2022-12-31", "{before: 02-29}")->found) ==
          Strings{"P124"});
    CHECK(annual("2023-01-01", "2024-12-31", "{before: 03-01}")->dues("r") ==
          Strings{"2023 2023-02-28 2023-03-30", "2024 2024-02-29 2024-03-30"});
    CHECK(annual("2024-01-01", "2024-12-31", "{within: 14m, after: period-end}")->dues("r") ==
          Strings{"2024 2026-02-28 2026-03-30"});
}

TEST_CASE("due: the year of MM-DD where a week is of one year and lies in another") {
    // 2020-W53 runs from 28 December 2020 to 3 January 2021, 2024-W01 from 1 January 2024.
    const auto weeks = [](const char* from, const char* to) {
        const TestPlan test(plan_from_to(from, to,
                                         "agencies: [{id: a, name: A}]\n"
                                         "reports: [{id: r, title: R, from: [a], cadence: weekly,"
                                         " due: {by: 12-31}}]\n"));
        return test.dues("r");
    };
    CHECK(weeks("2021-01-01", "2021-01-10") ==
          Strings{"2020-W53 2020-12-31 2021-01-30", "2021-W01 2021-12-31 2022-01-30"});
    CHECK(weeks("2023-12-31", "2024-01-07") ==
          Strings{"2023-W52 2023-12-31 2024-01-30", "2024-W01 2024-12-31 2025-01-30"});
    // 2025-W01 begins on 30 December 2024.
    CHECK(weeks("2025-01-05", "2025-01-05") == Strings{"2025-W01 2025-12-31 2026-01-30"});
}

TEST_CASE("due: a week's report counts from its Monday or its Sunday") {
    const auto dues = [](const char* due) {
        const TestPlan test(plan_from_to("2022-01-09", "2022-01-16",
                                         std::string("agencies: [{id: a, name: A}]\n"
                                                     "reports: [{id: r, title: R, from: [a],"
                                                     " cadence: weekly, closes_after: 1w, due: ") +
                                             due + "}]\n"));
        return test.dues("r");
    };
    CHECK(dues("{by: period-end}") ==
          Strings{"2022-W01 2022-01-09 2022-01-16", "2022-W02 2022-01-16 2022-01-23"});
    CHECK(dues("{within: 1d, after: period-start}") ==
          Strings{"2022-W01 2022-01-04 2022-01-11", "2022-W02 2022-01-11 2022-01-18"});
    CHECK(dues("{within: 2wd, after: period-end}") ==
          Strings{"2022-W01 2022-01-11 2022-01-18", "2022-W02 2022-01-18 2022-01-25"});
    CHECK(dues("{by: period-end, roll: previous}") ==
          Strings{"2022-W01 2022-01-07 2022-01-14", "2022-W02 2022-01-14 2022-01-21"});
}

TEST_CASE("due: a whole id goes before its part after the year") {
    const TestPlan test(
        plan_from_to("2021-01-01", "2022-12-31",
                     "agencies: [{id: a, name: A}]\n"
                     "reports: [{id: r, title: R, from: [a], cadence: semiannual,"
                     " due: {before: {H1: 06-30, H2: 12-31, 2022-H1: 2022-07-05}}}]\n"));
    CHECK(errors_of(test.found) == Strings{});
    CHECK(test.dues("r") ==
          Strings{"2021-H1 2021-06-29 2021-07-29", "2021-H2 2021-12-30 2022-01-29",
                  "2022-H1 2022-07-04 2022-08-03", "2022-H2 2022-12-30 2023-01-29"});
}

TEST_CASE("due: a map needs a key for each period that is kept, and no others") {
    const auto found = [](const char* due, const char* periods) {
        return places_of(TestPlan(report_2022("quarterly", due, periods)).found);
    };
    CHECK(found("{by: {Q1: 03-25, Q3: 09-25}}", "periods: [Q3, Q1]") == Strings{});
    CHECK(found("{by: {Q1: 03-25, Q3: period-end}}", "periods: [Q1, Q2]") ==
          Strings{"P115 8:71", "P114 8:88"});
    CHECK(found("{by: {Q1: 03-25, Q1: 03-26}}", "periods: [Q1]") == Strings{"P005 8:88"});
    CHECK(found("{by: {Q1: }}", "periods: [Q1]") == Strings{"P111 8:81"});
    CHECK(found("{by: {}}", "periods: [Q1]") == Strings{"P116 8:76"});
}

TEST_CASE("due: months are cut to the last day of the month, once and not on and on") {
    struct Case {
        const char* plan_end;  ///< the last day of the one period, a month
        const char* amount;
        const char* due;
    };
    const Case cases[] = {
        {"2022-08-31", "1m", "2022-09-30"},  {"2022-08-31", "2m", "2022-10-31"},
        {"2022-12-31", "2m", "2023-02-28"},  {"2023-12-31", "2m", "2024-02-29"},
        {"2022-01-31", "1m", "2022-02-28"},  {"2022-02-28", "1m", "2022-03-28"},
        {"2024-02-29", "12m", "2025-02-28"}, {"2022-11-30", "13m", "2023-12-30"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.plan_end);
        CAPTURE(c.amount);
        const TestPlan test(plan_from_to(c.plan_end, c.plan_end,
                                         std::string("agencies: [{id: a, name: A}]\n"
                                                     "reports: [{id: r, title: R, from: [a],"
                                                     " cadence: monthly, due: {within: ") +
                                             c.amount + ", after: period-end}}]\n"));
        REQUIRE(test.schedule.slots.size() == 1);
        CHECK(format_date(test.schedule.slots[0].due.due) == c.due);
    }
}

TEST_CASE("due: another weekend, and working days on it") {
    const auto dues = [](const char* due) {
        const TestPlan test(report_2022("semiannual", due, "periods: [H1]") +
                            "calendar: {weekend: [friday], holidays: [{date: 2022-07-02, name: x}],"
                            " working_days: [{date: 2022-07-08, name: x}]}\n");
        CHECK(codes_of(test.found) == Strings{});
        return test.dues("r");
    };
    // From Thursday 30 June: not Friday, not the 2nd, then each day up to Friday the 8th.
    CHECK(dues("{within: 1wd, after: period-end}") == Strings{"2022-H1 2022-07-03 2022-08-02"});
    CHECK(dues("{within: 6wd, after: period-end}") == Strings{"2022-H1 2022-07-08 2022-08-07"});
    CHECK(dues("{by: 07-01, roll: next}") == Strings{"2022-H1 2022-07-03 2022-08-02"});
    CHECK(dues("{by: 07-02, roll: previous}") == Strings{"2022-H1 2022-06-30 2022-07-30"});
}

TEST_CASE("due: how a day came about is kept for whoever asks") {
    const auto derivation = [](const char* due) {
        const TestPlan test(report_2022("annual", due) + kCalendar);
        return test.schedule.slots.at(0).due;
    };
    const auto within = derivation("{within: 2d, after: period-start, roll: next}");
    CHECK(format_date(within.anchor.value()) == "2022-01-01");
    CHECK(format_date(within.unrolled) == "2022-01-03");
    CHECK(format_date(within.due) == "2022-01-03");
    const auto before = derivation("{before: 07-05, roll: previous}");
    CHECK_FALSE(before.anchor.has_value());
    CHECK(format_date(before.unrolled) == "2022-07-04");
    CHECK(format_date(before.due) == "2022-07-01");
}
