// Next year's plan: what is kept, what is moved, what is to be looked at (cli.md, init).

#include "core/schedule/life/carry_over.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"
#include "write/plan/plan_yaml.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

constexpr const char* kAgencies =
    "agencies:\n"
    "  - {id: a, name: Sở A}\n"
    "  - {id: b, name: Sở B, active: {to: 2022-06-30}, successor: c}\n"
    "  - {id: c, name: Sở C, active: {to: 2022-10-31}, successor: [a, d]}\n"
    "  - {id: d, name: Sở D}\n"
    "  - {id: e, name: Sở E, active: {to: 2022-03-31}}\n"
    "  - {id: f, name: Sở F, active: {to: 2023-02-28}, successor: a}\n";

struct Carried {
    CarriedPlan carried;
    std::string yaml;

    Carried(const std::string& rest, int year)
        : carried(carry_over(
              TestPlan(plan_from_to("2022-01-01", "2022-12-31", kAgencies + rest)).plan, year)),
          yaml(plan_yaml(carried.plan)) {}

    /// The line of an entry's key.
    std::string line(const std::string& entry, const std::string& key) const {
        const auto begin = yaml.find("id: " + entry + "\n");
        REQUIRE(begin != std::string::npos);
        const auto at = yaml.find("    " + key + ": ", begin);
        REQUIRE(at != std::string::npos);
        return yaml.substr(at + 4, yaml.find('\n', at) - at - 4);
    }
    bool says(Word word) const {
        return std::any_of(carried.to_look_at.begin(), carried.to_look_at.end(),
                           [&](const Message& message) { return message.word() == word; });
    }
};

}  // namespace

TEST_CASE("carry_over: days of the year move, and so do the years in ids and keys") {
    const std::tuple<const char*, const char*, const char*> cases[] = {
        {"cadence: semiannual, due: {before: 06-30}", "due", "due: {before: 06-30}"},
        {"cadence: annual, due: {by: 2023-01-15}", "due", "due: {by: 2024-01-15}"},
        {"cadence: quarterly, due: {by: {2022-Q1: 04-05, Q2: 2022-07-05, Q3: 10-05, Q4: 12-31}}",
         "due", "due: {by: {2023-Q1: 04-05, Q2: 2023-07-05, Q3: 10-05, Q4: 12-31}}"},
        {"cadence: quarterly, periods: [2022-Q2, Q4], due: {by: period-end}", "periods",
         "periods: [2023-Q2, Q4]"},
        {"cadence: once, due: {by: 2022-H1}", "due", "due: {by: 2023-H1}"},
        {"cadence: once, due: {within: 5wd, after: period-end}", "due",
         "due: {within: 5wd, after: period-end}"},
    };
    for (const auto& c : cases) {
        const std::string report = std::get<0>(c);
        CAPTURE(report);
        const Carried next("reports: [{id: r, title: R, from: [a], " + report + "}]\n", 2023);
        CHECK(next.line("r", std::get<1>(c)) == std::get<2>(c));
    }
}

TEST_CASE("carry_over: the 29th of February moves to the last of February") {
    const TestPlan leap(plan_from_to(
        "2024-01-01", "2024-12-31",
        "agencies: [{id: a, name: A}]\n"
        "reports: [{id: r, title: R, from: [a], cadence: once, due: {by: 2024-02-29}}]\n"));
    const auto yaml = plan_yaml(carry_over(leap.plan, 2025).plan);
    CHECK(yaml.find("due: {by: 2025-02-28}") != std::string::npos);
}

TEST_CASE("carry_over: successors take the place of those that have ended") {
    const Carried next(
        "groups: [{id: g, name: G, members: [a, b, e]}]\n"
        "tasks: [{id: T, title: T, lead: [b], partners: [c, f], cadence: continuous}]\n"
        "reports: [{id: r, title: R, from: [g], to: [b], cadence: annual, due: {by: "
        "period-end}}]\n",
        2023);
    CHECK(next.yaml.find("members: [a, d]") != std::string::npos);
    CHECK(next.line("T", "lead") == "lead: [a, d]");
    CHECK(next.line("T", "partners") == "partners: [a, d, f]");
    CHECK(next.line("r", "to") == "to: [a, d]");
    CHECK(next.says(Word::carried_successor));
    CHECK(next.says(Word::carried_without_successor));
    // Their lives stay: papers may still name them.
    CHECK(next.yaml.find("id: b, name: Sở B, active: {to: 2022-06-30}, successor: [c]") !=
          std::string::npos);
}

TEST_CASE("carry_over: what was amended has its new value, and what was lifted is told") {
    const Carried next(
        "reports:\n"
        "  - {id: r, title: R, from: [a], cadence: annual, due: {by: period-end},"
        " amended: [{on: 2022-05-01, due: {before: 12-15}, closes_after: 3d, from: [d]}]}\n"
        "  - {id: s, title: S, from: [a], cadence: annual, due: {by: period-end},"
        " amended: [{on: 2022-05-01, ends: true}]}\n",
        2024);
    CHECK(next.line("r", "due") == "due: {before: 12-15}");
    CHECK(next.line("r", "from") == "from: [d]");
    CHECK(next.line("r", "closes_after") == "closes_after: 3d");
    CHECK(next.yaml.find("amended") == std::string::npos);
    CHECK(next.says(Word::carried_amended));
    CHECK(next.says(Word::carried_lifted));
}

TEST_CASE("carry_over: what arose and was decided stays with the old plan") {
    const Carried next(
        "reports: [{id: r, title: R, from: [a], cadence: annual, due: {by: period-end}}]\n"
        "waivers: [{obligation: r, agency: a, period: 2022, reason: x}]\n",
        2023);
    CHECK(next.yaml.find("waivers") == std::string::npos);
    CHECK_FALSE(TestPlan(next.yaml).found.has_errors());
}
