// What a later document changes, and from when on it is known (semantics.md, section 5).

#include <doctest/doctest.h>

#include <string>
#include <tuple>

#include "core/schedule/life/terms.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// `period agency due` of the rows expected on the day.
Strings owed_on(const std::string& plan, const char* as_of, const std::string& events = {}) {
    const TestPlan test(plan, events, as_of);
    Strings out;
    for (const auto& row : test.schedule.rows) {
        if (!row.expected) continue;
        out.push_back(test.schedule.slots[row.slot].period.id + " " +
                      test.plan.agencies[row.agency].id.value + " " + format_date(row.due));
    }
    return out;
}

std::string amended(const std::string& entries, const std::string& cadence = "semiannual") {
    return plan_2022("reports: [{id: r, title: R, from: [a, b], cadence: " + cadence +
                     ", due: {by: period-end}, amended: " + entries + "}]\n");
}

}  // namespace

TEST_CASE("amendments: known from `on`, for what ends from `effective` on") {
    const auto plan = amended("[{on: 2022-07-10, due: {before: {H1: 07-15, H2: 2023-01-15}}}]");
    CHECK(owed_on(plan, "2022-07-09") == Strings{"2022-H1 a 2022-06-30", "2022-H1 b 2022-06-30",
                                                 "2022-H2 a 2022-12-31", "2022-H2 b 2022-12-31"});
    CHECK(owed_on(plan, "2022-07-10") == Strings{"2022-H1 a 2022-06-30", "2022-H1 b 2022-06-30",
                                                 "2022-H2 a 2023-01-14", "2022-H2 b 2023-01-14"});
    const auto back = amended(
        "[{on: 2022-07-10, effective: 2022-06-30, due: {before: {H1: 07-15, H2: 2023-01-15}}}]");
    CHECK(owed_on(back, "2022-07-10").front() == "2022-H1 a 2022-07-14");
}

TEST_CASE("amendments: later ones over earlier ones, by `on`, then as listed") {
    const auto plan = amended(
        "[{on: 2022-05-02, from: [c]}, {on: 2022-05-01, from: [b], due: {by: {day: 20}}},"
        " {on: 2022-05-02, from: [a]}]");
    CHECK(owed_on(plan, "2022-05-01") == Strings{"2022-H1 b 2022-06-20", "2022-H2 b 2022-12-20"});
    CHECK(owed_on(plan, "2022-05-02") == Strings{"2022-H1 a 2022-06-20", "2022-H2 a 2022-12-20"});
}

TEST_CASE("amendments: `ends` lifts, and lets stand again") {
    const auto plan = amended("[{on: 2022-03-01, ends: true}, {on: 2022-09-01, ends: false}]");
    CHECK(owed_on(plan, "2022-02-28").size() == 4);
    CHECK(owed_on(plan, "2022-03-01") == Strings{});
    CHECK(owed_on(plan, "2022-09-01") == Strings{"2022-H2 a 2022-12-31", "2022-H2 b 2022-12-31"});
}

TEST_CASE("amendments: the schedule holds the rows of every as-of") {
    const TestPlan test(amended("[{on: 2022-05-01, from: [b, c]}]"), {}, "2022-04-01");
    Strings rows;
    for (const auto& row : test.schedule.rows) {
        if (row.slot != 0) continue;
        rows.push_back(test.plan.agencies[row.agency].id.value + (row.expected ? " now " : " ") +
                       std::to_string(row.stages));
    }
    CHECK(rows == Strings{"a now 1", "b now 3", "c 2"});
}

TEST_CASE("amendments: one that changes nothing on any day is told") {
    const std::pair<const char*, Strings> cases[] = {
        {"[{on: 2023-01-01, due: {by: 2023-02-01}}]", {"P137"}},
        {"[{on: 2022-06-01, due: {by: period-end}}]", {"P137"}},
        {"[{on: 2022-06-01, from: [b, a]}]", {"P137"}},
        {"[{on: 2022-06-01, ends: false}]", {"P137"}},
        {"[{on: 2022-06-01, from: [a]}, {on: 2022-06-01, from: [b]}]", {"P137"}},
        {"[{on: 2022-06-01, from: [a]}, {on: 2022-06-02, from: [b]}]", {}},
        {"[{on: 2022-06-01, closes_after: 10d}]", {}},
        {"[{on: 2022-12-31, due: {by: 2023-01-05}}]", {}},
    };
    for (const auto& c : cases) {
        const auto& entries = c.first;
        const auto& codes = c.second;
        CAPTURE(entries);
        const TestPlan test(amended(entries));
        auto found = codes_of(test.found);
        std::erase(found, "P117");
        CHECK(found == codes);
    }
}

TEST_CASE("amendments: of what has no periods, the answers are compared on every day") {
    const std::string a =
        "agencies: [{id: a, name: A, active: {to: 2022-03-31}, successor: b},"
        " {id: b, name: B}, {id: c, name: C, active: {from: 2022-06-01, to: 2022-08-31}}]\n";
    const std::tuple<const char*, const char*, Strings> cases[] = {
        // What a is asked after its end, b is asked in its place.
        {"semiannual, due: {by: period-end}, from: [a, b]",
         "{on: 2022-05-01, from: [b]}",
         {"P137"}},
        {"quarterly, due: {by: period-end}, from: [a, b]", "{on: 2022-03-01, from: [b]}", {}},
        // The same rule said once more.
        {"ad-hoc, due: {within: 3d, after: raised}, from: [b]",
         "{on: 2022-05-01, due: {within: 3d, after: raised}}",
         {"P137"}},
        {"ad-hoc, due: {within: 3d, after: raised}, from: [b]",
         "{on: 2022-05-01, due: {within: 4d, after: raised}}",
         {}},
        // For those three months alone.
        {"ad-hoc, due: {within: 3d, after: raised}, from: [c]",
         "{on: 2022-02-01, due: {within: 4d, after: raised}}",
         {}},
        {"continuous, from: [a, b]", "{on: 2022-05-01, from: [b]}", {"P137"}},
        {"continuous, from: [a, b]", "{on: 2022-03-01, from: [b]}", {}},
        {"continuous, from: [b]", "{on: 2022-03-01, quiet_after: 20d}", {}},
    };
    for (const auto& c : cases) {
        const std::string report = std::get<0>(c);
        const std::string amendment = std::get<1>(c);
        CAPTURE(report);
        CAPTURE(amendment);
        const TestPlan test(plan_from_to("2022-01-01", "2022-12-31",
                                         a + "reports: [{id: r, title: R, cadence: " + report +
                                             ", amended: [" + amendment + "]}]\n"));
        auto found = codes_of(test.found);
        std::erase(found, "P117");
        std::erase(found, "P118");
        CHECK(found == std::get<2>(c));
    }
}

TEST_CASE("amendments: of continuous tasks they hold as asked") {
    const TestPlan test(plan_2022(
        "tasks: [{id: T, title: T, lead: [a], cadence: continuous, amended: [{on: 2022-05-01,"
        " effective: 2022-06-01, lead: [b, c], quiet_after: 10d}]}]\n"));
    CHECK(codes_of(test.found) == Strings{});
    const auto& o = test.plan.obligations[0];
    const auto on = [&](const char* as_of) {
        const auto terms = terms_of(test.plan, o, day(as_of), day(as_of));
        return std::pair(*terms.agencies, terms.quiet_after);
    };
    CHECK(on("2022-05-31") == std::pair(std::vector<AgencyIx>{0}, 90));
    CHECK(on("2022-06-01") == std::pair(std::vector<AgencyIx>{1, 2}, 10));
}

TEST_CASE("exceptions: the one decided last stands, and none before it was decided") {
    const auto plan = plan_2022(
        "reports: [{id: r, title: R, from: [a], cadence: annual, due: {by: period-end}}]\n"
        "extensions:\n"
        "  - {obligation: r, agency: a, period: 2022, due: 2023-01-20, decided: 2022-12-20}\n"
        "  - {obligation: r, agency: a, period: 2022, due: 2023-01-10, decided: 2022-12-10}\n"
        "  - {obligation: r, agency: a, period: 2022, due: 2023-01-05}\n");
    CHECK(owed_on(plan, "2022-12-09") == Strings{"2022 a 2023-01-05"});
    CHECK(owed_on(plan, "2022-12-10") == Strings{"2022 a 2023-01-10"});
    CHECK(owed_on(plan, "2022-12-20") == Strings{"2022 a 2023-01-20"});
    const auto tied = plan_2022(
        "reports: [{id: r, title: R, from: [a], cadence: annual, due: {by: period-end}}]\n"
        "extensions:\n"
        "  - {obligation: r, agency: a, period: 2022, due: 2023-01-20}\n"
        "  - {obligation: r, agencies: [a], period: 2022, due: 2023-01-10}\n");
    CHECK(owed_on(tied, "2022-12-09") == Strings{"2022 a 2023-01-20"});
    const TestPlan test(tied);
    auto found = codes_of(test.found);
    std::erase(found, "P117");
    CHECK(found == Strings{"P125"});
    CHECK(errors_of(test.found) == Strings{});
}

TEST_CASE("events: entries that say they are another plan's are passed over") {
    const auto plan = plan_2022(
        "tasks: [{id: T, title: T, lead: [a], cadence: ad-hoc, due: {within: 5d, after: "
        "raised}}]\n");
    const std::string mine =
        "format: plantool/events@1\n"
        "events:\n"
        "  - {id: e, obligation: T, title: E, raised: 2022-05-05}\n"
        "  - {plan: other, id: f, obligation: nothing, title: F, raised: 2022-05-05}\n";
    CHECK(owed_on(plan, "2022-06-01", mine) == Strings{"e a 2022-05-10"});
    CHECK(owed_on(plan, "2022-05-04", mine) == Strings{});
    const TestPlan others(
        plan,
        "format: plantool/events@1\nplan: other\n"
        "returns: [{obligation: x, agency: y, document: 1, returned: 2022-05-05}]\n"
        "explanations: [{obligation: x, agency: y, reason: z}]\n");
    CHECK(errors_of(others.found) == Strings{});
    const TestPlan own(plan,
                       "format: plantool/events@1\nplan: kh\n"
                       "returns: [{obligation: T, agency: Sở Công Thương, period: e, document: 1,"
                       " returned: 2022-05-05T18:00:00Z}]\n");
    CHECK(errors_of(own.found) == Strings{});
    CHECK(own.plan.returns.at(0).agency_ix == AgencyIx{0});
    CHECK(own.plan.returns.at(0).returned == day("2022-05-06"));
}
