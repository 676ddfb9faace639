#include "core/schedule/schedule.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// `obligation period agency due closes` of every row, in order.
Strings rows_of(const TestPlan& test) {
    Strings out;
    for (const auto& row : test.schedule.rows) {
        const auto& slot = test.schedule.slots[row.slot];
        out.push_back(test.plan.obligations[slot.obligation].id.value + " " + slot.period.id + " " +
                      test.plan.agencies[row.agency].id.value + " " + format_date(row.due) + " " +
                      format_date(row.closes));
    }
    return out;
}

/// The ids of an obligation's slots.
Strings periods_in(const TestPlan& test) {
    Strings out;
    for (const auto& slot : test.schedule.slots) out.push_back(slot.period.id);
    return out;
}

/// The periods of the report `r` that a list of `periods` leaves, or the errors with their places.
Strings kept(const std::string& cadence, const std::string& keys) {
    const TestPlan test(report_2022(cadence, "{by: period-end}", "periods: " + keys));
    const auto places = places_of(test.found);
    return places.empty() ? periods_in(test) : places;
}

const std::string kAdHoc =
    "tasks: [{id: II.2, title: T, lead: [b, a], cadence: ad-hoc,"
    " due: {within: 5d, after: raised}}]\n";

std::string events(const std::string& list) {
    return "format: plantool/events@1\n" + list;
}

}  // namespace

TEST_CASE("schedule: tasks, then reports, then periods, then agencies in plan order") {
    const TestPlan test(
        plan_2022("groups: [{id: g, name: G, members: [c, a]}]\n"
                  "reports:\n"
                  "  - {id: z, title: R, from: [g, b, a], cadence: annual, due: {by: 12-15}}\n"
                  "  - {id: q, title: R, from: [b], cadence: once, due: {by: 01-31}}\n"
                  "tasks:\n"
                  "  - {id: T2, title: T, lead: [b], cadence: quarterly, periods: [Q4, Q2],"
                  " due: {by: period-end}}\n"
                  "  - {id: T3, title: T, lead: [a, b, c], cadence: continuous}\n"
                  "  - {id: T1, title: T, lead: [c, a], cadence: semiannual, periods: [H1],"
                  " due: {by: 06-20}}\n"));
    CHECK(errors_of(test.found) == Strings{});
    CHECK(rows_of(test) ==
          Strings{"T2 2022-Q2 b 2022-06-30 2022-07-30", "T2 2022-Q4 b 2022-12-31 2023-01-30",
                  "T1 2022-H1 a 2022-06-20 2022-07-20", "T1 2022-H1 c 2022-06-20 2022-07-20",
                  "z 2022 a 2022-12-15 2023-01-14", "z 2022 b 2022-12-15 2023-01-14",
                  "z 2022 c 2022-12-15 2023-01-14", "q once b 2022-01-31 2022-03-02"});
}

TEST_CASE("schedule: periods stand in the order of time, whatever their due days") {
    const TestPlan test(report_2022(
        "quarterly", "{by: {Q1: 2023-01-31, Q2: 2022-08-31, Q3: 2022-10-31, Q4: 2022-10-01}}"));
    CHECK(test.dues("r") ==
          Strings{"2022-Q1 2023-01-31 2023-03-02", "2022-Q2 2022-08-31 2022-09-30",
                  "2022-Q3 2022-10-31 2022-11-30", "2022-Q4 2022-10-01 2022-10-31"});
}

TEST_CASE("schedule: `periods` keeps those it names, in either spelling") {
    CHECK(kept("monthly", "[12, 2022-06, 202201]") == Strings{"2022-01", "2022-06", "2022-12"});
    CHECK(kept("weekly", "[W01, 2022-W12, 2022W3]") == Strings{"2022-W01", "2022-W03", "2022-W12"});
    CHECK(kept("weekly", "[W52]") == Strings{"2021-W52"});  // it ends on 2 January 2022
    CHECK(kept("quarterly", "[Q4, 2022Q1, Q4]") == Strings{"2022-Q1", "2022-Q4"});
    CHECK(kept("semiannual", "[H1]") == Strings{"2022-H1"});
    CHECK(kept("semiannual", "[2022S2]") == Strings{"2022-H2"});
    CHECK(kept("nine-month", "[9M]") == Strings{"2022-9M"});
    CHECK(kept("annual", "[2022]") == Strings{"2022"});
    CHECK(kept("once", "[once]") == Strings{"once"});
    const TestPlan two_years(plan_from_to("2021-01-01", "2022-12-31",
                                          "agencies: [{id: a, name: A}]\n"
                                          "reports: [{id: r, title: R, from: [a], cadence: "
                                          "semiannual, periods: [H1], due: {by: period-end}}]\n"));
    CHECK(periods_in(two_years) == Strings{"2021-H1", "2022-H1"});
}

TEST_CASE("schedule: an entry of `periods` that matches none is an error at its place") {
    const auto first = [](const std::string& cadence, const std::string& keys) {
        const auto places = kept(cadence, keys);
        return places.empty() ? std::string() : places.front().substr(0, 6);
    };
    CHECK(first("quarterly", "[Q5]") == "P113 8");
    CHECK(first("quarterly", "[Q0]") == "P113 8");
    CHECK(first("quarterly", "[H1]") == "P113 8");
    CHECK(first("quarterly", "[2023-Q1]") == "P113 8");
    CHECK(first("quarterly", "[q1]") == "P113 8");
    CHECK(first("monthly", "[13]") == "P113 8");
    CHECK(first("weekly", "[2022-W52]") == "P113 8");  // it ends on 1 January 2023
    CHECK(first("annual", "[2021]") == "P113 8");
    CHECK(first("once", "[2022]") == "P113 8");
    CHECK(kept("quarterly", "[Q1, Q5, Q9]") == Strings{"P113 8:103", "P113 8:107"});
}

TEST_CASE("schedule: windows of Decree 09/2019, Article 12, and of nine months by custom") {
    struct Case {
        const char* cadence;
        Strings windows;
    };
    const Case cases[] = {
        {"monthly",
         {"2021-12-15..2022-01-14", "2022-01-15..2022-02-14", "2022-02-15..2022-03-14",
          "2022-03-15..2022-04-14", "2022-04-15..2022-05-14", "2022-05-15..2022-06-14",
          "2022-06-15..2022-07-14", "2022-07-15..2022-08-14", "2022-08-15..2022-09-14",
          "2022-09-15..2022-10-14", "2022-10-15..2022-11-14", "2022-11-15..2022-12-14"}},
        {"quarterly",
         {"2021-12-15..2022-03-14", "2022-03-15..2022-06-14", "2022-06-15..2022-09-14",
          "2022-09-15..2022-12-14"}},
        {"semiannual", {"2021-12-15..2022-06-14", "2022-06-15..2022-12-14"}},
        {"nine-month", {"2021-12-15..2022-09-14"}},
        {"annual", {"2021-12-15..2022-12-14"}},
        {"once", {"2022-01-01..2022-12-31"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.cadence);
        const TestPlan test(report_2022(c.cadence, "{by: period-end}", "window: nd09"));
        Strings windows;
        for (const auto& slot : test.schedule.slots) windows.push_back(show(slot.window));
        CHECK(windows == c.windows);
        CHECK(errors_of(test.found) == Strings{});
        const bool lawful = std::string(c.cadence) != "once";
        CHECK(codes_of(test.found) == (lawful ? Strings{} : Strings{"P127"}));
    }
    const TestPlan plain(report_2022("annual", "{by: 12-30}", "window: calendar"));
    CHECK(show(plain.schedule.slots.at(0).window) == "2022-01-01..2022-12-31");
    CHECK(show(plain.schedule.slots.at(0).period.span) == "2022-01-01..2022-12-31");
}

TEST_CASE("schedule: an agency must be active on the period's last day, or the due day before it") {
    const auto owed = [](const std::string& due) {
        return rows_of(TestPlan(plan_from_to(
            "2022-01-01", "2022-12-31",
            "agencies:\n"
            "  - {id: a, name: A, active: {from: 2022-07-01}}\n"
            "  - {id: b, name: B, active: {to: 2022-06-30}}\n"
            "  - {id: c, name: C, active: {to: 2022-06-29}}\n"
            "  - {id: d, name: D, active: {from: 2022-06-30, to: 2022-06-30}}\n"
            "reports: [{id: r, title: R, from: [a, b, c, d], cadence: semiannual, periods: [H1],"
            " due: {by: " +
                due + "}}]\n")));
    };
    CHECK(owed("07-15") ==
          Strings{"r 2022-H1 b 2022-07-15 2022-08-14", "r 2022-H1 d 2022-07-15 2022-08-14"});
    CHECK(owed("06-29") ==
          Strings{"r 2022-H1 b 2022-06-29 2022-07-29", "r 2022-H1 c 2022-06-29 2022-07-29"});
}

TEST_CASE("schedule: an extension moves the due day, and not who is active") {
    const std::string agencies =
        "agencies:\n"
        "  - {id: a, name: A, active: {from: 2022-08-01}}\n"
        "  - {id: b, name: B, active: {to: 2022-07-31}}\n"
        "reports: [{id: r, title: R, from: [a, b], cadence: annual, due: {by: 07-30}}]\n"
        "extensions:\n";
    const TestPlan beyond(plan_from_to("2022-01-01", "2022-12-31",
                                       agencies + "  - {obligation: r, agency: b, period: 2022,"
                                                  " due: 2022-08-10}\n"));
    CHECK(codes_of(beyond.found) == Strings{});
    CHECK(rows_of(beyond) == Strings{"r 2022 b 2022-08-10 2022-09-09"});
    const TestPlan none(plan_from_to("2022-01-01", "2022-12-31",
                                     agencies + "  - {obligation: r, agency: a, period: 2022,"
                                                " due: 2022-08-10}\n"));
    CHECK(places_of(none.found) == Strings{"P120 8:5"});
}

TEST_CASE("schedule: the closing day is the obligation's own rule, or the plan's") {
    const TestPlan test(
        "format: plantool/plan@1\n"
        "plan: {id: kh, number: 1-KH, title: T, issued: 2022-01-01, from: 2022-01-01,"
        " to: 2022-12-31, closes_after: 1m}\n"
        "calendar: {holidays: [{date: 2022-02-01, name: x}]}\n"
        "agencies: [{id: a, name: A}]\n"
        "reports:\n"
        "  - {id: r1, title: R, from: [a], cadence: annual, due: {by: 01-31}}\n"
        "  - {id: r2, title: R, from: [a], cadence: annual, due: {by: 01-31}, closes_after: 2w}\n"
        "  - {id: r3, title: R, from: [a], cadence: annual, due: {by: 01-31}, closes_after: 1wd}\n"
        "extensions:\n"
        "  - {obligation: r1, agency: a, period: 2022, due: 2022-03-31}\n");
    CHECK(errors_of(test.found) == Strings{});
    CHECK(rows_of(test) == Strings{"r1 2022 a 2022-03-31 2022-04-30",
                                   "r2 2022 a 2022-01-31 2022-02-14",
                                   "r3 2022 a 2022-01-31 2022-02-02"});
}

TEST_CASE("schedule: events stand by the day they were raised, then as read") {
    const TestPlan test(plan_2022("groups: [{id: g, name: G, members: [c, b]}]\n" + kAdHoc),
                        events("events:\n"
                               "  - {id: z, obligation: II.2, title: Z, raised: 2022-05-05}\n"
                               "  - {id: y, obligation: II.2, title: Y, raised: 2022-05-05,"
                               " agencies: [g]}\n"
                               "  - {id: x, obligation: II.2, title: X, raised: 2022-05-04,"
                               " agencies: [c, a], due: 2022-05-04}\n"));
    CHECK(errors_of(test.found) == Strings{});
    CHECK(rows_of(test) ==
          Strings{"II.2 x a 2022-05-04 2022-06-03", "II.2 x c 2022-05-04 2022-06-03",
                  "II.2 z a 2022-05-10 2022-06-09", "II.2 z b 2022-05-10 2022-06-09",
                  "II.2 y b 2022-05-10 2022-06-09", "II.2 y c 2022-05-10 2022-06-09"});
    const auto& slot = test.schedule.slots.at(1);
    CHECK(show(slot.period.span) == "2022-05-05..2022-05-10");
    CHECK(show(slot.window) == "2022-05-05..2022-05-10");
    CHECK(slot.event->title.value == "Z");
}

TEST_CASE("schedule: events may be extended and waived like any row") {
    const TestPlan test(
        plan_2022(kAdHoc),
        events("events: [{id: e, obligation: II.2, title: E, raised: 2022-05-05}]\n"
               "extensions: [{obligation: II.2, agency: a, period: e, due: 2022-06-01}]\n"
               "waivers: [{obligation: II.2, agency: b, period: e}]\n"));
    CHECK(errors_of(test.found) == Strings{});
    CHECK(rows_of(test) ==
          Strings{"II.2 e a 2022-06-01 2022-07-01", "II.2 e b 2022-05-10 2022-06-09"});
    CHECK(test.schedule.rows[0].extension != nullptr);
    CHECK(test.schedule.rows[0].waiver == nullptr);
    CHECK(test.schedule.rows[1].extension == nullptr);
    CHECK(test.schedule.rows[1].waiver != nullptr);
}

TEST_CASE("schedule: an event's own due day may not lie before the day it was raised") {
    const TestPlan test(plan_2022(kAdHoc),
                        events("events: [{id: e, obligation: II.2, title: E, raised: 2022-05-05,"
                               " due: 2022-05-04}]\n"));
    CHECK(errors_of(test.found) == Strings{"P112"});
}

TEST_CASE("schedule: waivers and extensions find their rows in either spelling of the period") {
    const TestPlan test(plan_2022(
        "reports:\n"
        "  - {id: h, title: R, from: [a, b], cadence: semiannual, due: {by: period-end}}\n"
        "  - {id: o, title: R, from: [a, c], cadence: once, due: {by: 03-31}}\n"
        "waivers:\n"
        "  - {obligation: h, agency: b, period: 2022S1}\n"
        "  - {obligation: o, agency: c}\n"
        "extensions:\n"
        "  - {obligation: h, agency: b, period: 2022-H1, due: 2022-09-30}\n"
        "  - {obligation: o, agency: a, period: once, due: 2022-04-30}\n"));
    CHECK(codes_of(test.found) == Strings{});
    Strings settled;
    for (const auto& row : test.schedule.rows) {
        settled.push_back(std::string(row.waiver == nullptr ? "-" : "waived") + " " +
                          (row.extension == nullptr ? "-" : "extended"));
    }
    CHECK(settled == Strings{"- -", "waived extended", "- -", "- -", "- extended", "waived -"});
}

TEST_CASE("schedule: exceptions that match no row are errors at their place") {
    struct Case {
        const char* exception;  ///< on line 10
        Strings places;
    };
    const Case cases[] = {
        {"waivers: [{obligation: r, agency: a, period: 2022-H3}]\n", {"P119 10:46"}},
        {"waivers: [{obligation: r, agency: a, period: H1}]\n", {"P119 10:46"}},
        {"waivers: [{obligation: r, agency: c, period: 2022-H1}]\n", {"P119 10:11"}},
        {"waivers: [{obligation: r, agency: z, period: 2022-H1}]\n", {"P103 10:35"}},
        {"waivers: [{obligation: s, agency: a, period: 2022-H1}]\n", {"P104 10:24"}},
        {"waivers: [{obligation: T, agency: c, period: 2022-H1}]\n", {"P119 10:46"}},
        {"extensions: [{obligation: r, agency: a, period: 2022-H3, due: 2022-07-01}]\n",
         {"P120 10:49"}},
        {"extensions: [{obligation: r, agency: c, period: 2022-H1, due: 2022-07-01}]\n",
         {"P120 10:14"}},
        {"extensions: [{obligation: r, agency: a, period: 2022-H1, due: 2022-02-30}]\n",
         {"P111 10:63"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.exception);
        CHECK(plan_places(plan_2022("tasks: [{id: T, title: T, lead: [c], cadence: continuous}]\n"
                                    "reports:\n"
                                    "  - {id: r, title: R, from: [a, b], cadence: semiannual,"
                                    " due: {by: period-end}}\n") +
                          c.exception) == c.places);
    }
}

TEST_CASE("schedule: each year without holidays is told once, at the first rule that asks") {
    const TestPlan test(plan_2022(
        "calendar: {holidays: [{date: 2021-09-02, name: x}]}\n"
        "reports:\n"
        "  - {id: r1, title: R, from: [a, b, c], cadence: quarterly, due: {within: 5wd, after: "
        "period-end}}\n"
        "  - {id: r2, title: R, from: [a], cadence: annual, due: {within: 5wd, after: "
        "period-end}}\n"
        "  - {id: r3, title: R, from: [a], cadence: annual, due: {by: 07-30, roll: next}}\n"));
    CHECK(places_of(test.found) == Strings{"P118 9:66", "P118 9:66"});
    CHECK(errors_of(test.found) == Strings{});
}

TEST_CASE("schedule: rows and slots are found again, and nothing else is") {
    const TestPlan test(report_2022("quarterly", "{by: period-end}"));
    const auto r = test.obligation("r");
    REQUIRE(test.schedule.find_slot(r, "2022-Q3").has_value());
    const auto slot = *test.schedule.find_slot(r, "2022-Q3");
    CHECK(test.schedule.slots[slot].period.id == "2022-Q3");
    CHECK_FALSE(test.schedule.find_slot(r, "2022-Q5").has_value());
    CHECK_FALSE(test.schedule.find_slot(r, "").has_value());
    for (AgencyIx agency = 0; agency < 3; ++agency) {
        const auto row = test.schedule.find_row(slot, agency);
        REQUIRE(row.has_value());
        CHECK(test.schedule.rows[*row].agency == agency);
        CHECK(test.schedule.rows[*row].slot == slot);
    }
    CHECK_FALSE(test.schedule.find_row(slot, 3).has_value());
}

TEST_CASE("schedule: a plan without a period of the cadence expects nothing") {
    // No quarter, half-year or year ends in it.
    for (const auto* cadence : {"quarterly", "semiannual", "annual", "nine-month"}) {
        CAPTURE(cadence);
        const TestPlan test(plan_from_to("2022-01-01", "2022-02-28",
                                         std::string("agencies: [{id: a, name: A}]\n"
                                                     "reports: [{id: r, title: R, from: [a],"
                                                     " cadence: ") +
                                             cadence + ", due: {by: period-end}}]\n"));
        CHECK(errors_of(test.found) == Strings{});
        CHECK(test.schedule.rows.empty());
    }
}
