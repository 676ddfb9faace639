// Who is written to about what is owed (cli.md, remind).

#include "core/status/reminders.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// "to: period of agency, …" for each letter, then those for whom there is nobody.
Strings letters_on(const std::string& plan, std::string_view as_of,
                   const std::vector<Sent>& sent = {}) {
    const TestPlan test(plan, {}, as_of);
    const auto assessment = assess_with(test, as_of, sent);
    Filter filter;
    filter.states = {State::overdue, State::missing};
    const std::vector<Status> plans{select(assessment, filter)};
    const auto name = [&](const Owed& owed) {
        const auto& row = test.schedule.rows[owed.row.row];
        return test.schedule.slots[row.slot].period.id + " of " +
               test.plan.agencies[row.agency].id.value;
    };
    Strings out;
    const auto reminders = reminders_of(plans);
    for (const auto& letter : reminders.letters) {
        std::string line = letter.agency + ":";
        for (const auto& owed : letter.rows) line += " " + name(owed);
        out.push_back(line);
    }
    for (const auto& owed : reminders.nobodys) out.push_back("nobody: " + name(owed));
    return out;
}

std::string plan_with(const std::string& agencies) {
    return plan_from_to("2022-01-01", "2022-12-31",
                        "agencies: [" + agencies +
                            "]\nreports: [{id: r, title: R, from: [a, b], cadence: quarterly,"
                            " due: {by: period-end}, closes_after: 400d}]\n");
}

}  // namespace

TEST_CASE("reminders: one letter for each agency that owes, the most days late first") {
    const auto plan = plan_with("{id: a, name: A}, {id: b, name: B}");
    CHECK(letters_on(plan, "2022-07-05") ==
          Strings{"a: 2022-Q1 of a 2022-Q2 of a", "b: 2022-Q1 of b 2022-Q2 of b"});
    CHECK(letters_on(plan, "2022-07-05",
                     {{"r", "a", "2022-Q1", "2022-03-30"},
                      {"r", "b", "2022-Q1", "2022-03-30"},
                      {"r", "b", "2022-Q2", "2022-07-01"}}) == Strings{"a: 2022-Q2 of a"});
    CHECK(letters_on(plan, "2022-03-31") == Strings{});
}

TEST_CASE("reminders: those that succeed an agency that has ended are written to") {
    const std::pair<const char*, Strings> cases[] = {
        // Ended before as-of, not before the reference day of the first quarter.
        {"{id: a, name: A, active: {to: 2022-04-15}, successor: c}, {id: b, name: B,"
         " active: {to: 2022-03-31}}, {id: c, name: C}",
         {"c: 2022-Q1 of a", "nobody: 2022-Q1 of b"}},
        {"{id: a, name: A, active: {to: 2022-04-15}, successor: [c, b]}, {id: b, name: B},"
         " {id: c, name: C}",
         {"b: 2022-Q1 of a 2022-Q1 of b", "c: 2022-Q1 of a"}},
        // On its last day it is still there.
        {"{id: a, name: A, active: {to: 2022-05-01}, successor: c}, {id: b, name: B},"
         " {id: c, name: C}",
         {"a: 2022-Q1 of a", "b: 2022-Q1 of b"}},
    };
    for (const auto& c : cases) {
        const std::string agencies = c.first;
        CAPTURE(agencies);
        CHECK(letters_on(plan_with(agencies), "2022-05-01") == c.second);
    }
}
