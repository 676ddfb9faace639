// Names become indices: agencies, groups, tasks, indicators and events of a plan.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "core/plan/agency_match.hpp"
#include "core/plan/plan.hpp"
#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// What is found in plan_2022 with this behind it, agencies that nothing names left out.
Strings faults(const std::string& rest, const std::string& events = {}) {
    Strings out;
    for (const auto& place : places_of(TestPlan(plan_2022(rest), events).found)) {
        if (!place.starts_with("P117")) out.push_back(place);
    }
    return out;
}

/// The help of the first finding with this code.
std::string help_of(const TestPlan& test, Code code) {
    for (const auto& found : test.found.all()) {
        if (found.code == code) return said(found.help);
    }
    return "no such finding";
}

std::string task(const std::string& id) {
    return "tasks: [{id: '" + id + "', title: T, lead: [a], cadence: continuous}]\n";
}

std::string report_id(const std::string& id) {
    return "reports: [{id: '" + id +
           "', title: R, from: [a], cadence: annual, due: {by: 12-15}}]\n";
}

using Agencies = std::vector<AgencyIx>;

}  // namespace

TEST_CASE("resolve: ids are small letters, digits, dots and dashes; a task's are the document's") {
    for (const auto* id : {"a1", "bao-cao-6-thang", "0", "7.x", "r.-"}) {
        CAPTURE(id);
        CHECK(faults(report_id(id)) == Strings{});
    }
    for (const auto* id : {"R", "-r", ".r", "báo-cáo", "r r", "r_r", "r/r", "rà", "r\tr"}) {
        CAPTURE(id);
        CHECK(faults(report_id(id)) == Strings{"P101 7:16"});
    }
    for (const auto* id : {"II.1.3", "a", "7", "T1", "IV"}) {
        CAPTURE(id);
        CHECK(faults(task(id)) == Strings{});
    }
    for (const auto* id : {"II-1", "II 1", "Đ.1", "II.1,3"}) {
        CAPTURE(id);
        CHECK(faults(task(id)) == Strings{"P101 7:14"});
    }
    CHECK(faults("indicators: [{id: Hội, name: I, type: integer, total: sum}]\n") ==
          Strings{"P101 7:19"});
}

TEST_CASE("resolve: agencies and groups share their ids, tasks and reports theirs") {
    CHECK(faults("groups: [{id: g, name: G, members: [a]}, {id: g, name: H, members: [b]}]\n") ==
          Strings{"P102 7:47"});
    CHECK(faults("groups: [{id: b, name: G, members: [a]}]\n") == Strings{"P102 7:15"});
    CHECK(faults(task("x") + report_id("x")) == Strings{"P102 8:16"});
    CHECK(faults(task("a") + report_id("b")) == Strings{});  // as agencies are called
    CHECK(faults("indicators:\n"
                 "  - {id: a, name: I, type: integer, total: sum}\n"
                 "  - {id: a, name: J, type: integer, total: sum}\n") == Strings{"P102 9:10"});
}

TEST_CASE("resolve: groups expand recursively, each agency once, in plan order") {
    const TestPlan test(
        plan_2022("groups:\n"
                  "  - {id: g1, name: G, members: [g2, g3]}\n"
                  "  - {id: g2, name: G, members: [c, g3]}\n"
                  "  - {id: g3, name: G, members: [b, c]}\n"
                  "tasks:\n"
                  "  - {id: T1, title: T, lead: [g1, a, c], cadence: continuous}\n"
                  "  - {id: T2, title: T, lead: [g2], cadence: continuous}\n"
                  "  - {id: T3, title: T, lead: [c, b, c], cadence: continuous}\n"));
    CHECK(codes_of(test.found) == Strings{});
    CHECK(test.plan.groups[0].agencies == Agencies{1, 2});
    CHECK(test.plan.obligations[0].agencies == Agencies{0, 1, 2});
    CHECK(test.plan.obligations[1].agencies == Agencies{1, 2});
    CHECK(test.plan.obligations[2].agencies == Agencies{1, 2});
}

TEST_CASE("resolve: groups may be nested as deeply as anyone likes") {
    std::string groups = "groups:\n  - {id: g0, name: G, members: [b]}\n";
    for (int i = 1; i < 5000; ++i) {
        groups += fmt::format("  - {{id: g{}, name: G, members: [g{}]}}\n", i, i - 1);
    }
    // The outermost first, so that its expansion has all the others to open.
    const TestPlan test(
        plan_2022("tasks: [{id: T, title: T, lead: [g4999, a, c],"
                  " cadence: continuous}]\n" +
                  groups));
    CHECK(codes_of(test.found) == Strings{});
    CHECK(test.plan.groups[4999].agencies == Agencies{1});
}

TEST_CASE("resolve: a group that contains itself is told where the circle closes") {
    CHECK(faults("groups:\n"
                 "  - {id: g1, name: G, members: [a, g2]}\n"
                 "  - {id: g2, name: G, members: [g3]}\n"
                 "  - {id: g3, name: G, members: [b, g1]}\n") == Strings{"P108 10:36"});
    CHECK(faults("groups: [{id: g1, name: G, members: [g1, a]}]\n") == Strings{"P108 7:38"});
}

TEST_CASE("resolve: an obligation that reaches nobody is an error") {
    CHECK(faults("groups: [{id: g, name: G, members: []}]\n"
                 "tasks: [{id: T, title: T, lead: [g], cadence: continuous}]\n") ==
          Strings{"P109 7:15", "P110 8:14"});
    CHECK(faults("reports: [{id: r, title: R, from: [], cadence: annual, due: {by: 12-15}}]\n") ==
          Strings{"P110 7:16"});
    // One agency that is not there says enough.
    CHECK(faults("tasks: [{id: T, title: T, lead: [x], cadence: continuous}]\n") ==
          Strings{"P103 7:34"});
}

TEST_CASE("resolve: an unknown agency comes with the nearest that there is") {
    const TestPlan test(
        plan_from_to("2022-01-01", "2022-12-31",
                     "agencies: [{id: so-cong-thuong, name: Sở Công Thương}]\n"
                     "groups: [{id: khoi-so, name: Khối sở, members: [so-cong-thuong]}]\n"
                     "tasks:\n"
                     "  - {id: T, title: T, lead: [so-cong-thuog, khoi-so], cadence: continuous}\n"
                     "  - {id: U, title: T, lead: [khoi-so], partners: [khoi-xo], cadence: "
                     "continuous}\n"
                     "reports:\n"
                     "  - {id: r, title: R, from: [khoi-so], to: [nobody-like-this], cadence: "
                     "annual, due: {by: 12-15}}\n"));
    CHECK(places_of(test.found) == Strings{"P103 6:30", "P103 7:51", "P103 9:45"});
    REQUIRE(test.found.all().size() == 3);
    CHECK(said(test.found.all()[0].help).find("so-cong-thuong") != std::string::npos);
    CHECK(said(test.found.all()[1].help).find("khoi-so") != std::string::npos);
    CHECK(said(test.found.all()[2].help) == "");
}

TEST_CASE("resolve: who issues the plan and who consolidates must be there") {
    const auto plan = [](const std::string& more) {
        return places_of(
            TestPlan("format: plantool/plan@1\n"
                     "plan: {id: k, number: n, title: t, issued: 2022-01-01, from: 2022-01-01,"
                     " to: 2022-12-31, " +
                     more + "}\nagencies: [{id: a, name: A}]\n")
                .found);
    };
    CHECK(plan("issuers: [a]") == Strings{});
    CHECK(plan("secretariat: a") == Strings{});
    CHECK(plan("issuers: [a, z]") == Strings{"P103 2:103"});
    CHECK(plan("issuers: [a], secretariat: z") == Strings{"P103 2:117"});
    CHECK(plan("soon: 7d") == Strings{"P117 3:17"});  // nothing names the agency
}

TEST_CASE("resolve: a report covers every task where it does not say which") {
    const TestPlan test(
        plan_2022("tasks:\n"
                  "  - {id: T1, title: T, lead: [a], cadence: continuous}\n"
                  "  - {id: T2, title: T, lead: [b], cadence: continuous}\n"
                  "reports:\n"
                  "  - {id: r1, title: R, from: [c], cadence: annual, due: {by: 12-15}}\n"
                  "  - {id: r2, title: R, from: [c], cadence: annual, due: {by: 12-15},"
                  " covers: [T2, T1, T2]}\n"
                  "  - {id: r3, title: R, from: [c], cadence: annual, due: {by: 12-15},"
                  " covers: []}\n"
                  "indicators:\n"
                  "  - {id: i1, name: I, type: integer, total: sum}\n"
                  "  - {id: i2, name: I, type: integer, total: sum, tasks: [T2]}\n"));
    CHECK(codes_of(test.found) == Strings{});
    using Tasks = std::vector<ObligationIx>;
    const auto tasks = [](const TaskList& list) { return Tasks(list.begin(), list.end()); };
    CHECK(tasks(test.plan.obligations[test.obligation("r1")].covered) == Tasks{0, 1});
    CHECK(tasks(test.plan.obligations[test.obligation("r2")].covered) == Tasks{0, 1});
    CHECK(tasks(test.plan.obligations[test.obligation("r3")].covered) == Tasks{});
    CHECK(tasks(test.plan.indicators[0].applies_to) == Tasks{0, 1});
    CHECK(tasks(test.plan.indicators[1].applies_to) == Tasks{1});
}

TEST_CASE("resolve: only tasks can be covered or measured") {
    const std::string task_and_report = task("II.1.3") + report_id("r");
    CHECK(faults(task_and_report +
                 "indicators: [{id: i, name: I, type: integer, total: sum, tasks: [r]}]\n") ==
          Strings{"P105 9:66"});
    const TestPlan test(plan_2022(task("II.1.3") +
                                  "reports: [{id: r, title: R, from: [a], cadence: annual,"
                                  " due: {by: 12-15}, covers: [II.1.4, r]}]\n"));
    CHECK(errors_of(test.found) == Strings{"P105", "P105"});
    CHECK(help_of(test, Code::p_unknown_task).find("II.1.3") != std::string::npos);
}

TEST_CASE("resolve: events belong to ad-hoc obligations, and name agencies or groups") {
    const std::string plan =
        "groups: [{id: g, name: G, members: [c, b]}]\n"
        "tasks:\n"
        "  - {id: T1, title: T, lead: [a], cadence: continuous}\n"
        "  - {id: T2, title: T, lead: [a], cadence: ad-hoc, due: {within: 5d, after: raised}}\n";
    const auto found = [&](const std::string& event) {
        return faults(plan, "format: plantool/events@1\nevents:\n  - " + event + "\n");
    };
    CHECK(found("{id: e, obligation: T2, title: E, raised: 2022-03-01, agencies: [g, a]}") ==
          Strings{});
    CHECK(found("{id: e, obligation: T1, title: E, raised: 2022-03-01}") == Strings{"P121 3:25"});
    CHECK(found("{id: e, obligation: T3, title: E, raised: 2022-03-01}") == Strings{"P104 3:25"});
    CHECK(found("{id: e, obligation: T2, title: E, raised: 2022-03-01, agencies: [a, z]}") ==
          Strings{"P103 3:73"});
    CHECK(found("{id: E, obligation: T2, title: E, raised: 2022-03-01}") == Strings{"P101 3:10"});
    CHECK(found("{id: e, obligation: T2, title: E}") == Strings{"P003 3:5"});
    CHECK(found("{id: e, obligation: T2, title: E, raised: 2022-03-01}\n"
                "  - {id: e, obligation: T2, title: F, raised: 2022-03-02}") ==
          Strings{"P102 4:10"});
    const TestPlan test(plan_2022(plan),
                        "format: plantool/events@1\nevents:\n"
                        "  - {id: e, obligation: T2, title: E, raised: 2022-03-01}\n"
                        "  - {id: f, obligation: T2, title: E, raised: 2022-03-01,"
                        " agencies: [g]}\n");
    CHECK(*test.schedule.slots[0].named == Agencies{0});
    CHECK(test.plan.events[1].agency_ixs == Agencies{1, 2});
}

TEST_CASE("resolve: what nothing names is worth a word, and what anything names is not") {
    const auto unused = [](const std::string& rest) {
        Strings out;
        for (const auto& place : places_of(TestPlan(plan_2022(rest)).found)) out.push_back(place);
        return out;
    };
    CHECK(unused("") == Strings{"P117 4:10", "P117 5:10", "P117 6:10"});
    CHECK(unused("groups: [{id: g, name: G, members: [a, b]}]\n") == Strings{"P117 6:10"});
    CHECK(unused("tasks: [{id: T, title: T, lead: [a], partners: [b], cadence: continuous}]\n"
                 "reports: [{id: r, title: R, from: [a], to: [c], cadence: annual,"
                 " due: {by: 12-15}}]\n") == Strings{});
    CHECK(info(Code::p_unused_agency).severity == Severity::info);
}

TEST_CASE("resolve: names that two agencies share are warned of, once for each") {
    const auto shared = [](const std::string& agencies) {
        Strings out;
        const TestPlan test(plan_from_to(
            "2022-01-01", "2022-12-31",
            "agencies:\n" + agencies + "groups: [{id: g, name: G, members: [a, b]}]\n"));
        CHECK(errors_of(test.found) == Strings{});
        return places_of(test.found);
    };
    CHECK(shared("  - {id: a, name: Sở Y tế}\n  - {id: b, name: Sở Xây dựng}\n") == Strings{});
    CHECK(shared("  - {id: a, name: Hoà Xuân}\n  - {id: b, name: Hòa  xuân}\n") ==
          Strings{"P122 5:19"});
    CHECK(shared("  - {id: a, name: A, short: SYT}\n  - {id: b, name: B, aliases: [x, syt]}\n") ==
          Strings{"P122 5:35"});
    CHECK(shared("  - {id: a, name: A, short: A, aliases: [a, A]}\n  - {id: b, name: B}\n") ==
          Strings{});
    CHECK(shared("  - {id: a, name: Sở Y tế}\n  - {id: b, name: So Y te}\n") == Strings{});
}

TEST_CASE("resolve: an id is a name too, whatever the case of its letters") {
    const auto found = [](const std::string& agencies) {
        return places_of(TestPlan(plan_from_to("2022-01-01", "2022-12-31",
                                               "agencies:\n" + agencies +
                                                   "groups: [{id: g, name: G, members: [a, b]}]\n"))
                             .found);
    };
    CHECK(found("  - {id: a, name: Sở Y tế}\n  - {id: b, name: B, short: A}\n") ==
          Strings{"P122 5:29"});
    CHECK(found("  - {id: b, name: B, short: A}\n  - {id: a, name: Sở Y tế}\n") ==
          Strings{"P122 4:29"});
    CHECK(found("  - {id: a, name: Sở Y tế}\n  - {id: b, name: A}\n") == Strings{"P122 5:19"});
    CHECK(found("  - {id: a, name: Sở Y tế}\n  - {id: b, name: B, aliases: [A]}\n") ==
          Strings{"P122 5:32"});
    CHECK(found("  - {id: a, name: A, short: a}\n  - {id: b, name: b, aliases: [B]}\n") ==
          Strings{});
    const TestPlan test(
        plan_from_to("2022-01-01", "2022-12-31",
                     "agencies: [{id: a, name: Sở Y tế}, {id: b, name: B, short: A}]\n"));
    CHECK(find_agency(test.plan, "a").agency == 0);
    CHECK(find_agency(test.plan, "A").candidates == Agencies{0, 1});
    CHECK(find_agency(test.plan, "B").agency == 1);
}

TEST_CASE("resolve: what was meant is looked for a thousand times, not more") {
    std::string members;
    for (int i = 0; i < 5000; ++i) members += "aa, ";
    const TestPlan test(plan_2022("groups: [{id: g, name: G, members: [" + members + "]}]\n"));
    std::size_t unknown = 0;
    std::size_t suggested = 0;
    for (const auto& one : test.found.all()) {
        if (one.code != Code::p_unknown_agency) continue;
        ++unknown;
        if (said(one.help) == "did you mean `a`?") ++suggested;
    }
    CHECK(unknown == 5000);
    CHECK(suggested == 1000);
}
