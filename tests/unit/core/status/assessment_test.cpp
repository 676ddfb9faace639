#include "core/status/assessment.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "core/status/status.hpp"
#include "support/letters.hpp"
#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// One report `r` of all three agencies.
Plan report_2022(Cadence cadence, DueRule due) {
    return plan_2022({report("r", {"a", "b", "c"}, cadence, std::move(due))});
}

/// The letter, with something to say.
Letter telling(Letter letter) {
    letter.difficulties = "Thiếu người.";
    return letter;
}

/// Due on 29 June, closing on 29 July.
BuiltPlan first_half() {
    return BuiltPlan(
        plan_2022({with(report("r", {"a", "b", "c"}, Cadence::semiannual, before("06-30")),
                        [](Obligation& o) { o.period_keys = texts({"H1"}); })}));
}

}  // namespace

TEST_CASE("states: the days on which one gives way to the next") {
    const auto test = first_half();
    struct Case {
        const char* as_of;
        const char* state;
    };
    const Case cases[] = {
        {"2021-12-31", "upcoming"}, {"2022-01-01", "open"},     {"2022-06-21", "open"},
        {"2022-06-22", "due-soon"}, {"2022-06-29", "due-soon"}, {"2022-06-30", "overdue"},
        {"2022-07-29", "overdue"},  {"2022-07-30", "missing"},  {"2030-01-01", "missing"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.as_of);
        CHECK(state_in(assess(test, c.as_of, {}), test, "r", "a", "2022-H1") == c.state);
    }
}

TEST_CASE("states: what was received decides, whatever the day") {
    const auto test = first_half();
    struct Case {
        const char* received;
        const char* state;
        int days_late;
    };
    const Case cases[] = {
        {"2022-01-01", "on-time", 0}, {"2022-06-29", "on-time", 0}, {"2022-06-30", "late", 1},
        {"2022-07-29", "late", 30},   {"2022-07-30", "late", 31},   {"2022-12-31", "late", 185},
    };
    for (const auto& c : cases) {
        CAPTURE(c.received);
        const auto assessment = assess(test, "2023-01-01", {{"r", "a", "2022-H1", c.received}});
        CHECK(state_in(assessment, test, "r", "a", "2022-H1") == c.state);
        CHECK(row_in(assessment, test, "r", "a", "2022-H1").days_late == c.days_late);
        CHECK(state_in(assessment, test, "r", "b", "2022-H1") == "missing");
        CHECK(row_in(assessment, test, "r", "b", "2022-H1").days_late == 186);
    }
}

TEST_CASE("states: soon is the plan's, and the due day comes before the period") {
    const BuiltPlan soon(with(report_2022(Cadence::quarterly, by("03-15")),
                              [](Plan& plan) { plan.head.soon = 14; }));
    const auto on = [&](const char* as_of) {
        return state_in(assess(soon, as_of, {}), soon, "r", "a", "2022-Q2");
    };
    CHECK(on("2022-02-28") == "upcoming");
    CHECK(on("2022-03-01") == "due-soon");  // 14 days ahead, and the period has not begun
    CHECK(on("2022-03-16") == "overdue");
}

TEST_CASE("states: a waiver stands until something came in time") {
    const BuiltPlan test(with(report_2022(Cadence::annual, by("06-30")),
                              [](Plan& plan) { plan.waivers = {waiver("r", "a", "2022")}; }));
    const auto state = [&](const char* as_of, const std::vector<Letter>& sent) {
        return state_in(assess(test, as_of, sent), test, "r", "a", "2022");
    };
    CHECK(state("2022-01-01", {}) == "waived");
    CHECK(state("2023-12-31", {}) == "waived");
    CHECK(state("2023-12-31", {{"r", "a", "2022", "2022-06-30"}}) == "on-time");
    CHECK(state("2023-12-31", {{"r", "a", "2022", "2022-07-01"}}) == "waived");
}

TEST_CASE("states: an extension moves due and closing day, and is not rolled") {
    auto rolled = by("06-30");
    rolled.roll = Roll::next;
    const BuiltPlan test(with(report_2022(Cadence::annual, rolled), [](Plan& plan) {
        plan.extensions = {extension("r", "a", "2022", "2022-07-09")};
        plan.calendar.add_holiday(day("2022-09-02"));
    }));
    const auto& row = test.schedule.rows[*test.row("r", "a", "2022")];
    CHECK(format_date(row.due) == "2022-07-09");  // a Saturday
    CHECK(format_date(row.closes) == "2022-08-08");
    const auto assessment = assess(test, "2022-07-09", {});
    CHECK(state_in(assessment, test, "r", "a", "2022") == "due-soon");
    CHECK(state_in(assessment, test, "r", "b", "2022") == "overdue");
}

TEST_CASE("filings: one settles one quarter, not four") {
    const BuiltPlan test(report_2022(Cadence::quarterly, by("period-end")));
    const auto assessment = assess(test, "2023-06-01", {{"r", "a", "2022-Q2", "2022-06-28"}});
    CHECK(state_in(assessment, test, "r", "a", "2022-Q1") == "missing");
    CHECK(state_in(assessment, test, "r", "a", "2022-Q2") == "on-time");
    CHECK(state_in(assessment, test, "r", "a", "2022-Q3") == "missing");
    CHECK(state_in(assessment, test, "r", "a", "2022-Q4") == "missing");
}

TEST_CASE("filings: an unfiled December report is still there on 1 January") {
    const BuiltPlan test(report_2022(Cadence::monthly, by("period-end")));
    CHECK(state_in(assess(test, "2022-12-31", {}), test, "r", "a", "2022-12") == "due-soon");
    CHECK(state_in(assess(test, "2023-01-01", {}), test, "r", "a", "2022-12") == "overdue");
    CHECK(state_in(assess(test, "2024-01-01", {}), test, "r", "a", "2022-12") == "missing");
}

TEST_CASE("filings: 23:30 on the last day is on time and 00:10 is not, in any zone") {
    const auto test = first_half();
    const char* const before = std::getenv("TZ");
    const std::string kept = before == nullptr ? "" : before;
    for (const auto* zone :
         {"UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati"}) {
        CAPTURE(zone);
        ::setenv("TZ", zone, 1);
        ::tzset();
        const auto state = [&](const char* received) {
            return state_in(assess(test, "2022-08-30", {{"r", "a", "2022-H1", received}}), test,
                            "r", "a", "2022-H1");
        };
        CHECK(state("2022-06-29T23:30:00+07:00") == "on-time");
        CHECK(state("2022-06-30T00:10:00+07:00") == "late");
        CHECK(state("2022-06-29T16:59:59Z") == "on-time");
        CHECK(state("2022-06-29T17:00:00Z") == "late");
        CHECK(state("2022-06-29T18:30:00Z") == "late");
        CHECK(state("2022-06-30T06:00:00+14:00") == "on-time");
        CHECK(state("2022-06-29T11:00:00-07:00") == "late");
    }
    if (before == nullptr) {
        ::unsetenv("TZ");
    } else {
        ::setenv("TZ", kept.c_str(), 1);
    }
    ::tzset();
}

TEST_CASE("filings: a correction keeps the report on time and gives the content") {
    const auto test = first_half();
    const std::vector<Letter> sent = {telling({"r", "a", "2022-H1", "2022-07-05", "2/BC"}),
                                      telling({"r", "a", "2022-H1", "2022-06-28", "1/BC"}),
                                      telling({"r", "a", "2022-H1", "2022-07-01", "3/BC"}),
                                      {"r", "a", "2022-H1", "2022-07-06", "4/BC"}};
    const auto assessment = assess(test, "2022-08-01", sent);
    CHECK(state_in(assessment, test, "r", "a", "2022-H1") == "on-time");
    const auto& receipt = assessment.receipt(*test.row("r", "a", "2022-H1"));
    CHECK(receipt.count == 4);
    CHECK(receipt.first->document == "1/BC");
    // The fourth says nothing, and erases nothing.
    CHECK(sent.at(receipt.content->ordinal).document == "2/BC");
}

TEST_CASE("filings: ties of content go to the later document date, then to reading order") {
    const auto test = first_half();
    struct Case {
        std::vector<Letter> sent;
        const char* last;
    };
    const Case cases[] = {
        {{telling({"r", "a", "2022-H1", "2022-06-28", "1", "2022-06-27"}),
          telling({"r", "a", "2022-H1", "2022-06-28", "2", "2022-06-26"})},
         "1"},
        {{telling({"r", "a", "2022-H1", "2022-06-28", "1", "2022-06-26"}),
          telling({"r", "a", "2022-H1", "2022-06-28", "2", "2022-06-26"})},
         "2"},
        {{telling({"r", "a", "2022-H1", "2022-06-28", "1", "2022-06-26"}),
          telling({"r", "a", "2022-H1", "2022-06-28", "2"})},
         "1"},
    };
    for (const auto& c : cases) {
        const auto assessment = assess(test, "2022-08-01", c.sent);
        const auto& last = assessment.receipt(*test.row("r", "a", "2022-H1")).content;
        CHECK(c.sent.at(last.value().ordinal).document == c.last);
    }
}

TEST_CASE("filings: what is refused does not count, and is counted as refused") {
    const auto test = first_half();
    const auto assessment = assess(
        test, "2022-08-01",
        {{"r", "a", "2022-H1", "2022-06-28", "1", "2022-06-30"},  // received before it was dated
         {"r", "a", "2022-H1", "2022-07-02", "2"}});
    CHECK(state_in(assessment, test, "r", "a", "2022-H1") == "late");
    CHECK(assessment.receipt(*test.row("r", "a", "2022-H1")).rejected == 1);
    CHECK(assessment.receipt(*test.row("r", "a", "2022-H1")).count == 1);
    CHECK(assessment.refused().size() == 1);
    CHECK(summary_of(assessment).rejected == 1);
}

TEST_CASE("filings: what comes after as-of is not known yet, refused or not") {
    const auto test = first_half();
    const std::vector<Letter> sent = {{"r", "a", "2022-H1", "2022-07-02", "2"},
                                      {"r", "b", "2022-H1", "2022-07-02", "1", "2022-07-30"}};
    const auto before = assess(test, "2022-07-01", sent);
    CHECK(state_in(before, test, "r", "a", "2022-H1") == "overdue");
    CHECK(before.refused().empty());
    const auto after = assess(test, "2022-07-02", sent);
    CHECK(state_in(after, test, "r", "a", "2022-H1") == "late");
    CHECK(after.refused().size() == 1);
}

TEST_CASE("rows: an agency owes what falls due while it is active, both ends included") {
    const BuiltPlan test(with(report_2022(Cadence::semiannual, by("period-end")), [](Plan& plan) {
        plan.agencies[0].active_from = day("2022-06-30");
        plan.agencies[1].active_to = day("2022-06-30");
        plan.agencies[2].active_from = day("2022-07-01");
        plan.agencies[2].active_to = day("2022-12-30");
    }));
    const auto owed = [&](const char* agency, const char* period) {
        return test.row("r", agency, period).has_value();
    };
    CHECK(owed("a", "2022-H1"));
    CHECK(owed("a", "2022-H2"));
    CHECK(owed("b", "2022-H1"));
    CHECK_FALSE(owed("b", "2022-H2"));
    CHECK_FALSE(owed("c", "2022-H1"));
    CHECK_FALSE(owed("c", "2022-H2"));  // due on 31 December
}

TEST_CASE("rows: an ad-hoc matter is owed from the day it was raised, by those it names") {
    auto later = event("later", "II.2", "2022-08-01");
    later.has_agencies = true;
    later.agencies = texts({"b", "c"});
    later.due = {day("2022-08-20"), {}};
    const BuiltPlan test(
        with(plan_2022({task("II.2", {"a"}, Cadence::ad_hoc, within("5d", Anchor::raised))}),
             [&](Plan& plan) {
                 plan.events = {later, event("first", "II.2", "2022-03-10")};
             }));
    CHECK(test.dues("II.2") ==
          Strings{"first 2022-03-15 2022-04-14", "later 2022-08-20 2022-09-19"});
    const auto march = assess(test, "2022-03-10", {});
    CHECK(state_in(march, test, "II.2", "a", "first") == "due-soon");
    CHECK(state_in(march, test, "II.2", "b", "later") == "none");
    CHECK(summary_of(march).expected == 1);
    CHECK(summary_of(assess(test, "2022-03-09", {})).expected == 0);
    const auto august = assess(test, "2022-08-01", {{"II.2", "b", "later", "2022-08-01"}});
    CHECK(state_in(august, test, "II.2", "b", "later") == "on-time");
    CHECK(state_in(august, test, "II.2", "c", "later") == "open");
    CHECK(state_in(august, test, "II.2", "a", "later") == "none");
    CHECK(summary_of(august).expected == 3);
}

TEST_CASE("rates: rounded half up to four places, and null where nothing is accountable") {
    CHECK(rate(0, 0) == std::nullopt);
    CHECK(rate(0, 7) == 0);
    CHECK(rate(7, 7) == 10000);
    CHECK(rate(2, 3) == 6667);
    CHECK(rate(1, 3) == 3333);
    CHECK(rate(1, 20000) == 1);  // 0.00005
    CHECK(rate(1, 20001) == 0);
    const auto test = first_half();
    const auto none = summary_of(assess(test, "2022-06-01", {}));
    CHECK(none.accountable() == 0);
    CHECK(none.reporting_rate() == std::nullopt);
    CHECK(none.on_time_rate() == std::nullopt);
    const auto some = summary_of(
        assess(test, "2022-07-01",
               {{"r", "a", "2022-H1", "2022-06-01"}, {"r", "b", "2022-H1", "2022-07-01"}}));
    CHECK(some.expected == 3);
    CHECK(some.accountable() == 3);
    CHECK(some.reporting_rate() == 6667);
    CHECK(some.on_time_rate() == 3333);
}

TEST_CASE("rates: what is waived is not accountable, what was sent early is") {
    const BuiltPlan test(with(report_2022(Cadence::annual, by("06-30")),
                              [](Plan& plan) { plan.waivers = {waiver("r", "c", "2022")}; }));
    const auto summary = summary_of(assess(test, "2022-02-01", {{"r", "a", "2022", "2022-01-20"}}));
    CHECK(summary.expected == 3);
    CHECK(summary.of(State::waived) == 1);
    CHECK(summary.of(State::open) == 1);
    CHECK(summary.accountable() == 1);
    CHECK(summary.on_time_rate() == 10000);
}

TEST_CASE("activity: quiet only when more days than the limit have passed") {
    const BuiltPlan test(plan_2022({with(task("T1", {"a", "b"}, Cadence::continuous),
                                         [](Obligation& o) { o.quiet_after = 10; }),
                                    task("T2", {"a"}, Cadence::continuous),
                                    report("r", {"b"}, Cadence::annual, by("06-30"))}));
    const std::vector<Letter> sent = {{"T1", "a", "", "2022-03-01"},
                                      {"r", "b", "2022", "2022-03-02", "1", "", {{"T1", "x"}}},
                                      {"T1", "b", "", "2022-05-01"}};
    const auto on = [&](const char* as_of) {
        Strings out;
        for (const auto& row : assess(test, as_of, sent).activity()) {
            out.push_back(test.plan.obligations[row.obligation].id.value + " " +
                          test.plan.agencies[row.agency].id.value + " " +
                          (row.last_activity ? format_date(*row.last_activity) : "never") + " " +
                          std::to_string(row.quiet_days) + " " + std::string(info(row.state).id));
        }
        return out;
    };
    CHECK(on("2022-03-11") ==
          Strings{"T1 a 2022-03-01 10 active", "T1 b 2022-03-02 9 active", "T2 a never 69 active"});
    CHECK(on("2022-03-12") ==
          Strings{"T1 a 2022-03-01 11 quiet", "T1 b 2022-03-02 10 active", "T2 a never 70 active"});
    CHECK(on("2022-04-02") ==
          Strings{"T1 a 2022-03-01 32 quiet", "T1 b 2022-03-02 31 quiet", "T2 a never 91 quiet"});
    CHECK(on("2021-12-01") ==
          Strings{"T1 a never 0 active", "T1 b never 0 active", "T2 a never 0 active"});
}

TEST_CASE("activity: counts in no rate, and only of agencies active on the day") {
    const BuiltPlan test(with(plan_2022({task("T1", {"a"}, Cadence::continuous)}),
                              [](Plan& plan) { plan.agencies[0].active_to = day("2022-06-30"); }));
    const auto june = assess(test, "2022-06-30", {});
    CHECK(june.activity().size() == 1);
    CHECK(summary_of(june).expected == 0);
    CHECK(assess(test, "2022-07-01", {}).activity().empty());
}
