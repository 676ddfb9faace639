#include "read/plan/plan_file.hpp"

#include <doctest/doctest.h>

#include <string>

#include "read/plan/workspace.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("plan: the least that a plan may say") {
    const TestPlan test(plan_from_to("2022-01-01", "2022-12-31", ""));
    CHECK(codes_of(test.found) == Strings{});
    CHECK(test.plan.head.soon == 7);
    CHECK(test.plan.head.quiet_after == 90);
    CHECK(format_amount(test.plan.head.closes_after) == "30d");
    CHECK(test.plan.head.timezone.value == "Asia/Ho_Chi_Minh");
    CHECK(test.schedule.rows.empty());
}

TEST_CASE("plan: groups expand recursively, each agency once, in plan order") {
    const TestPlan test(
        plan_2022("groups:\n"
                  "  - {id: outer, name: O, members: [inner, a]}\n"
                  "  - {id: inner, name: I, members: [c, a]}\n"
                  "reports: [{id: r, title: R, from: [c, outer, b], cadence: annual, due: {by: "
                  "06-30}}]\n"));
    CHECK(errors_of(test.found) == Strings{});
    CHECK(test.plan.obligations[0].agencies == std::vector<AgencyIx>{0, 1, 2});
    CHECK(test.plan.groups[0].agencies == std::vector<AgencyIx>{0, 2});
}

TEST_CASE("plan: faults, each at its place") {
    struct Case {
        const char* rest;  ///< behind a head on lines 1-2 and agencies a, b, c on lines 3-6
        Strings places;
    };
    const Case cases[] = {
        {"groups: [{id: A, name: X, members: [a]}]\n", {"P101 7:15"}},
        {"groups: [{id: a, name: X, members: [a]}]\n", {"P102 7:15"}},
        {"groups: [{id: g, name: X, members: [z]}]\n", {"P103 7:37"}},
        {"groups: [{id: g, name: X, members: []}]\n", {"P109 7:15"}},
        {"groups: [{id: g, name: X}]\n", {"P003 7:10"}},
        {"groups: [{id: g, name: X, members: [g]}]\n", {"P108 7:37"}},
        {"groups: [{id: g, name: X, members: [h]}, {id: h, name: X, members: [g]}]\n",
         {"P108 7:69"}},
        {"tasks: [{id: T, title: T, lead: [a], cadence: daily}]\n", {"P106 7:47"}},
        {"tasks: [{id: T-1, title: T, lead: [a], cadence: continuous}]\n", {"P101 7:14"}},
        {"tasks: [{id: T, title: T, lead: [], cadence: continuous}]\n", {"P110 7:14"}},
        {"tasks: [{id: T, title: T, lead: [a], cadence: annual}]\n", {"P003 7:9"}},
        {"tasks: [{id: T, title: T, lead: a, cadence: continuous}]\n", {"P006 7:33"}},
        {"tasks: [{id: T, title: T, lead: [a], cadence: continuous, periods: [Q1]}]\n",
         {"P113 7:69"}},
        {"reports: [{id: r, title: R, from: [a], cadence: quarterly, periods: [Q5], due: {by: "
         "period-end}}]\n",
         {"P113 7:70"}},
        {"reports: [{id: r, title: R, from: [a], cadence: annual, due: {by: 06-30}, covers: "
         "[x]}]\n",
         {"P105 7:84"}},
        {"reports: [{id: r, title: R, from: [a], cadence: annual, due: {by: 06-30}, color: x}]\n",
         {"P004 7:75"}},
        {"indicators: [{id: i, name: I, type: real, total: sum}]\n", {"P106 7:37"}},
        {"indicators: [{id: i, name: I, type: integer, total: sum, min: 5, max: 1}]\n",
         {"P106 7:19"}},
        {"waivers: [{obligation: x, agency: a, period: 2022}]\n", {"P104 7:24"}},
        {"extensions: [{obligation: x, agency: a, period: 2022}]\n", {"P003 7:14", "P104 7:27"}},
        {"colour: red\n", {"P004 7:1"}},
        {"---\nformat: plantool/plan@1\n", {"P002 8:1"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.rest);
        Strings errors;
        for (const auto& place : plan_places(plan_2022(c.rest))) {
            // Agencies that nothing names, and days in the middle of the year.
            if (place.starts_with("P117") || place.starts_with("P130")) continue;
            errors.push_back(place);
        }
        CHECK(errors == c.places);
    }
}

TEST_CASE("plan: faults of the head") {
    struct Case {
        const char* head;
        Strings places;
    };
    const Case cases[] = {
        {"{id: k, number: n, title: t, issued: 2022-01-01, from: 2022-01-01}", {"P003 2:7"}},
        {"{id: k, number: n, title: t, issued: 2022-02-30, from: 2022-01-01, to: 2022-12-31}",
         {"P111 2:44"}},
        {"{id: k, number: n, title: t, issued: 2022-01-01, from: 2022-12-31, to: 2022-01-01}",
         {"P112 2:78"}},
        {"{id: k, number: n, title: t, issued: 2022-01-01, from: 2022-01-01, to: 2022-12-31, "
         "timezone: Asia/Hanoi}",
         {"P107 2:100"}},
        {"{id: k, number: n, title: t, issued: 2022-01-01, from: 2022-01-01, to: 2022-12-31, "
         "soon: 1m}",
         {"P123 2:96"}},
        {"{id: k, number: n, title: t, issued: 2022-01-01, from: 1900-01-01, to: 2022-12-31}",
         {"P126 2:78"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.head);
        CHECK(plan_places(std::string("format: plantool/plan@1\nplan: ") + c.head + "\n") ==
              c.places);
    }
    CHECK(plan_places("format: plantool/plan@2\nplan: {}\n").at(0) == "P009 1:9");
    CHECK(plan_places("") == Strings{"P003 1:1"});
}

TEST_CASE("plan: waivers and extensions must match an expected report") {
    const auto found = [](const std::string& exceptions) {
        return errors_of(TestPlan(report_2022("annual", "{by: 06-30}") + exceptions).found);
    };
    CHECK(found("waivers: [{obligation: r, agency: a, period: 2022}]\n") == Strings{});
    CHECK(found("waivers: [{obligation: r, agency: a, period: 2023}]\n") == Strings{"P119"});
    CHECK(found("waivers: [{obligation: r, agency: a}]\n") == Strings{"P119"});
    CHECK(found("waivers: [{obligation: r, agency: d, period: 2022}]\n") == Strings{"P103"});
    CHECK(found("extensions: [{obligation: r, agency: a, period: 2021, due: 2022-07-01}]\n") ==
          Strings{"P120"});
    CHECK(found("waivers: [{obligation: r, agency: a, period: 2022},"
                " {obligation: r, agency: a, period: 2022}]\n") == Strings{});  // a warning
}

TEST_CASE("plan: a name that two agencies share is a warning, spelled alike or not") {
    const TestPlan test(plan_from_to("2022-01-01", "2022-12-31",
                                     "agencies:\n"
                                     "  - {id: a, name: Huyện Châu Thành, aliases: [Châu Thành]}\n"
                                     "  - {id: b, name: Thị trấn Châu Thành, short: CHÂU  THÀNH}\n"
                                     "groups: [{id: g, name: G, members: [a, b]}]\n"));
    CHECK(codes_of(test.found) == Strings{"P122"});
}

TEST_CASE("plan: the plan and data of this project are sound") {
    Diagnostics found;
    auto plan = read_plan("data/plan-2022.yaml", found);
    add_own_events(plan, "data/sample/events.yaml", found);
    resolve(plan, found);
    build_schedule(plan, day("2022-07-05"), found);
    CHECK(places_of(found) == Strings{});
    CHECK(plan.agencies.size() == 51);
    CHECK(plan.obligations.size() == 25);
}

TEST_CASE("workspace: the plan is found here or in the nearest parent that has one") {
    const TempFolder folder;
    folder.write("data/plan-2021.yaml", "x");
    folder.write("data/plan-2022.yaml", "x");
    folder.write("data/other.yaml", "x");
    folder.write("sub/plan.yaml", "x");
    folder.write("sub/data/plan-2023.yaml", "x");
    folder.write("deep/er/x.txt", "x");
    const auto names = [&](const char* in) {
        Strings out;
        for (const auto& path : find_plans(folder.path() / in)) out.push_back(path.string());
        return out;
    };
    CHECK(names("") == Strings{"data/plan-2021.yaml", "data/plan-2022.yaml"});
    CHECK(names("sub") == Strings{"data/plan-2023.yaml", "plan.yaml"});
    CHECK(names("deep/er") == Strings{"../../data/plan-2021.yaml", "../../data/plan-2022.yaml"});
}

TEST_CASE("workspace: a folder gives its files in path order, hidden and other ones left out") {
    const TempFolder folder;
    for (const auto* name : {"b/2.yaml", "b/10.yaml", "a.ndjson", "c.CSV", "d.txt", ".e.yaml",
                             ".hidden/f.yaml", "events.yaml", "b/events.yaml", "g.yml"}) {
        folder.write(name, "x");
    }
    const auto root = folder.path().string();
    const auto found = find_submissions({root, root + "/b/2.yaml"});
    Strings names;
    for (const auto& file : found.files) names.push_back(file.name.substr(root.size() + 1));
    CHECK(names == Strings{"a.ndjson", "b/10.yaml", "b/2.yaml", "b/events.yaml", "c.CSV", "g.yml"});
    CHECK(found.events.size() == 1);
    CHECK(find_submissions({"-"}).standard_input);
}
