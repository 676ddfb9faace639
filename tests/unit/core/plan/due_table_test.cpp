// The table of semantics.md, section 4, row by row.

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

struct DueRow {
    const char* cadence;
    const char* due;
    const char* more;
    Strings dues;  ///< `period due`
};

Strings dues_of(const TestPlan& test) {
    Strings out;
    for (const auto& slot : test.schedule.slots) {
        out.push_back(slot.period.id + " " + format_date(slot.due.due));
    }
    return out;
}

/// A plan of one report with the year that begins in another month.
std::string with_year(int starts, const std::string& from, const std::string& to,
                      const std::string& report) {
    return "format: plantool/plan@1\n"
           "plan: {id: kh, number: 1-KH, title: T, issued: 2020-01-01, year_starts: " +
           std::to_string(starts) + ", from: " + from + ", to: " + to +
           "}\n"
           "agencies: [{id: a, name: A}]\n"
           "reports: [{id: r, title: R, from: [a], " +
           report + "}]\n";
}

}  // namespace

TEST_CASE("due table: each row") {
    const DueRow rows[] = {
        {"semiannual",
         "{before: {H1: 06-30, H2: 12-31}}",
         "",
         {"2022-H1 2022-06-29", "2022-H2 2022-12-30"}},
        {"semiannual",
         "{by: {H1: 06-30, 2022-H2: 2023-01-05}}",
         "",
         {"2022-H1 2022-06-30", "2022-H2 2023-01-05"}},
        {"annual", "{before: 2023-01-15}", "", {"2022 2023-01-14"}},
        {"annual", "{before: period-end}", "", {"2022 2022-12-30"}},
        {"quarterly",
         "{by: {day: 25}}",
         "",
         {"2022-Q1 2022-03-25", "2022-Q2 2022-06-25", "2022-Q3 2022-09-25", "2022-Q4 2022-12-25"}},
        {"monthly",
         "{by: {day: last}}",
         "periods: [02, 04]",
         {"2022-02 2022-02-28", "2022-04 2022-04-30"}},
        {"monthly", "{before: {day: last}}", "periods: [02]", {"2022-02 2022-02-27"}},
        {"quarterly",
         "{by: {day: 20, month: +1}}",
         "periods: [Q1, Q4]",
         {"2022-Q1 2022-04-20", "2022-Q4 2023-01-20"}},
        {"quarterly", "{by: {day: 20, month: -1}}", "periods: [Q1]", {"2022-Q1 2022-02-20"}},
        {"quarterly", "{by: {day: last, month: -1}}", "periods: [Q1]", {"2022-Q1 2022-02-28"}},
        {"monthly",
         "{by: {weekday: friday, nth: last, month: 0}}",
         "periods: [07]",
         {"2022-07 2022-07-29"}},
        {"monthly",
         "{by: {weekday: monday, nth: first, month: 1}}",
         "periods: [07]",
         {"2022-07 2022-08-01"}},
        {"monthly", "{by: {weekday: monday, nth: 3}}", "periods: [07]", {"2022-07 2022-07-18"}},
        {"monthly",
         "{before: {weekday: monday, nth: second}}",
         "periods: [07]",
         {"2022-07 2022-07-10"}},
        {"weekly", "{by: {weekday: friday}}", "periods: [W26]", {"2022-W26 2022-07-01"}},
        {"weekly", "{before: {weekday: sunday}}", "periods: [W26]", {"2022-W26 2022-07-02"}},
        {"weekly", "{by: {weekday: monday}}", "periods: [W26]", {"2022-W26 2022-06-27"}},
        {"annual", "{by: 2023-Q2}", "", {"2022 2023-06-30"}},
        {"annual", "{before: 2023-Q2}", "", {"2022 2023-03-31"}},
        {"annual", "{by: 2023-H1}", "", {"2022 2023-06-30"}},
        {"annual", "{by: 2023-9M}", "", {"2022 2023-09-30"}},
        {"annual", "{within: 2w, after: period-end}", "", {"2022 2023-01-14"}},
        {"once", "{within: 1m, after: period-start}", "", {"once 2022-02-01"}},
        {"once", "{by: {day: 15}}", "", {"once 2022-12-15"}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.due);
        const TestPlan test(report_2022(row.cadence, row.due, row.more));
        CHECK(errors_of(test.found) == Strings{});
        CHECK(dues_of(test) == row.dues);
    }
}

TEST_CASE("due table: MM-DD is looked for from the first day of the year that the id names") {
    const TestPlan july(with_year(7, "2026-07-01", "2027-06-30",
                                  "cadence: quarterly, due: {by: {Q1: 10-15, Q2: 01-15, Q3: 04-15,"
                                  " Q4: 06-30}}"));
    CHECK(errors_of(july.found) == Strings{});
    CHECK(dues_of(july) == Strings{"2026-Q1 2026-10-15", "2026-Q2 2027-01-15", "2026-Q3 2027-04-15",
                                   "2026-Q4 2027-06-30"});
    // Weeks and months keep to the calendar's year.
    const TestPlan months(with_year(7, "2026-07-01", "2027-06-30",
                                    "cadence: monthly, periods: [2027-01], due: {by: 02-10}"));
    CHECK(dues_of(months) == Strings{"2027-01 2027-02-10"});
    const TestPlan once(plan_from_to("2022-09-01", "2023-05-31",
                                     "agencies: [{id: a, name: A}]\n"
                                     "reports: [{id: r, title: R, from: [a], cadence: once,"
                                     " due: {by: 03-31}}]\n"));
    CHECK(dues_of(once) == Strings{"once 2023-03-31"});
}

TEST_CASE("due table: listed periods have the rule or a day of their own") {
    const TestPlan test(plan_from_to(
        "2022-09-01", "2023-06-30",
        "agencies: [{id: a, name: A}]\n"
        "reports:\n"
        "  - id: r\n"
        "    title: R\n"
        "    from: [a]\n"
        "    cadence: listed\n"
        "    due: {within: 5d, after: period-end, at: \"16:30\"}\n"
        "    periods:\n"
        "      - {id: HK2, title: Học kỳ II, from: 2023-01-16, to: 2023-05-31, due: 2023-06-02}\n"
        "      - {id: HK1, title: Học kỳ I, from: 2022-09-05, to: 2023-01-15}\n"));
    CHECK(codes_of(test.found) == Strings{});
    CHECK(dues_of(test) == Strings{"HK1 2023-01-20", "HK2 2023-06-02"});
    CHECK(test.schedule.due_at(0) == 16 * 60 + 30);
    CHECK_FALSE(test.schedule.due_at(1).has_value());
}

TEST_CASE("due table: a day that is not there is an error, never another day") {
    struct Case {
        const char* cadence;
        const char* due;
        const char* more;
        Strings errors;
    };
    const Case cases[] = {
        {"annual", "{by: 02-29}", "", {"P124"}},
        {"quarterly", "{by: {day: 31}}", "periods: [Q2]", {"P124"}},
        {"quarterly", "{by: {day: 31}}", "periods: [Q1]", {}},
        {"monthly", "{by: {day: 0}}", "", {"P106"}},
        {"monthly", "{by: {day: 32}}", "", {"P106"}},
        {"monthly", "{by: {weekday: friday}}", "", {"P116"}},
        {"monthly", "{by: {weekday: friday, month: 1}}", "", {"P116"}},
        {"monthly", "{by: {weekday: friday, nth: fifth}}", "", {"P106"}},
        {"monthly", "{by: {weekday: thứ sáu, nth: 1}}", "", {"P106"}},
        {"monthly", "{by: {month: 1}}", "", {"P116"}},
        {"monthly", "{by: {day: 1, weekday: friday, nth: 1}}", "", {"P116"}},
        {"monthly", "{by: {day: 1, month: một}}", "", {"P106"}},
        {"monthly", "{by: period-end, at: 25:00}", "", {"P106"}},
        {"ad-hoc", "{by: {day: 25}}", "", {"P116"}},
        {"ad-hoc", "{within: 5d, after: raised, at: \"16:30\"}", "", {"P116"}},
        {"annual", "06-30", "", {"P116"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.due);
        const TestPlan test(report_2022(c.cadence, c.due, c.more));
        CHECK(errors_of(test.found) == c.errors);
    }
}

TEST_CASE("due table: the help says what was meant") {
    const std::pair<const char*, const char*> cases[] = {
        {"06-30", "write `due: {by: 06-30}`"},
        {"trước 30/6", "write `due: {before: 06-30}`"},
        {"trước ngày 30/6", "write `due: {before: 06-30}`"},
        {"chậm nhất ngày 15/07/2027", "write `due: {by: 2027-07-15}`"},
        {"{by: 30/6}", "write 06-30"},
        {"{by: 15/07/2027}", "write 2027-07-15"},
    };
    for (const auto& c : cases) {
        const auto* const due = c.first;
        const auto* const help = c.second;
        CAPTURE(due);
        const TestPlan test(report_2022("annual", due));
        REQUIRE(test.found.all().size() == 1);
        CHECK(said(test.found.all().front().help) == help);
    }
}

TEST_CASE("due table: days that were hardly meant") {
    const DueRow rows[] = {
        {"annual", "{by: 2021-12-15}", "", {"P128"}},
        {"quarterly", "{by: 12-25}", "", {"P129"}},
        {"annual", "{by: 01-15}", "", {"P130"}},
        {"annual", "{by: 06-30}", "", {"P130"}},
        {"annual", "{by: 07-15}", "", {}},
        {"annual", "{by: 2022-01-15}", "", {}},
        {"monthly", "{by: 01-05}", "periods: [01]", {}},
        {"quarterly", "{by: {day: 25}}", "", {}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.due);
        const TestPlan test(report_2022(row.cadence, row.due, row.more));
        CHECK(codes_of(test.found) == row.dues);
    }
}

TEST_CASE("due table: two working days after the data window, as Khánh Hòa has it") {
    // Quyết định 01/2023/QĐ-UBND, Điều 4: 02 ngày làm việc kể từ ngày chốt số liệu.
    const auto due_in_2026 = [](const std::string& cadence, const std::string& periods) {
        const TestPlan test(plan_from_to(
            "2026-01-01", "2026-12-31",
            "calendar: {holidays: [{date: 2026-01-01, name: x}, {date: 2026-09-02, name: x}]}\n"
            "agencies: [{id: a, name: A}]\n"
            "reports: [{id: r, title: R, from: [a], window: nd09, due: {within: 2wd, after: "
            "window-end}, cadence: " +
                cadence + periods + "}]\n"));
        return dues_of(test);
    };
    CHECK(due_in_2026("monthly", ", periods: [01]") == Strings{"2026-01 2026-01-16"});
    CHECK(due_in_2026("semiannual", ", periods: [H1]") == Strings{"2026-H1 2026-06-16"});
    CHECK(due_in_2026("nine-month", "") == Strings{"2026-9M 2026-09-16"});
    CHECK(due_in_2026("annual", "") == Strings{"2026 2026-12-16"});
}

TEST_CASE("due table: `nd09` asks for a year that begins in January") {
    const TestPlan test(with_year(7, "2026-07-01", "2027-06-30",
                                  "cadence: quarterly, window: nd09, due: {by: period-end}"));
    CHECK(errors_of(test.found) == Strings{"P106"});
}

TEST_CASE("due table: DHIS2's quarters are the calendar's, and refused in another year") {
    const TestPlan test(with_year(7, "2026-07-01", "2027-06-30",
                                  "cadence: quarterly, periods: [2026Q1], due: {by: period-end}"));
    CHECK(errors_of(test.found) == Strings{"P113"});
    const TestPlan named(
        with_year(7, "2026-07-01", "2027-06-30", "cadence: annual, due: {by: 2027-Q1}"));
    CHECK(dues_of(named) == Strings{"2026 2027-09-30"});
}
