#include "core/status/status.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/letters.hpp"
#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// Two reports, a task of its own, an ad-hoc task with one event and a continuous task.
const BuiltPlan& small() {
    static const BuiltPlan test(
        with(plan_2022({task("T1", {"a", "b"}, Cadence::continuous),
                        task("T2", {"b"}, Cadence::quarterly, by("period-end")),
                        task("T3", {"c"}, Cadence::ad_hoc, within("5d", Anchor::raised)),
                        report("h", {"a", "b", "c"}, Cadence::semiannual,
                               before({{"H1", "06-30"}, {"H2", "12-31"}})),
                        report("y", {"a"}, Cadence::annual, by("12-15"))}),
             [](Plan& plan) {
                 plan.waivers = {waiver("h", "c", "2022-H1")};
                 plan.events = {event("e1", "T3", "2022-05-05"), event("e2", "T3", "2022-08-05")};
             }));
    return test;
}

/// As of 5 July: `a` was on time, `b` late, and one submission of each was refused.
const Assessment& july() {
    static const Assessment assessment =
        assess(small(), "2022-07-05",
               {{"h", "a", "2022-H1", "2022-06-29", "1/BC"},
                {"h", "b", "2022-H1", "2022-07-02", "2/BC"},
                {"h", "a", "2022-H1", "2022-06-20", "0/BC", "2022-06-21"},
                {"T2", "b", "2022-Q1", "2022-03-01", "3/BC", "2022-03-02"},
                {"T1", "a", "", "2022-06-01"}});
    return assessment;
}

/// `obligation period agency state` of each selected row.
Strings rows_of(const Status& status) {
    Strings out;
    for (const auto& row : status.rows) {
        const auto& expected = small().schedule.rows[row.row];
        const auto& slot = small().schedule.slots[expected.slot];
        out.push_back(small().plan.obligations[slot.obligation].id.value + " " + slot.period.id +
                      " " + small().plan.agencies[expected.agency].id.value + " " +
                      std::string(info(row.state).id));
    }
    return out;
}

Strings activity_of(const Status& status) {
    Strings out;
    for (const auto& row : status.activity) {
        out.push_back(small().plan.obligations[row.obligation].id.value + " " +
                      small().plan.agencies[row.agency].id.value + " " +
                      std::string(info(row.state).id));
    }
    return out;
}

Filter periods(const Strings& texts) {
    Filter filter;
    filter.periods = texts;
    return filter;
}

Filter agencies(const std::vector<AgencyIx>& chosen) {
    Filter filter;
    filter.agencies = chosen;
    filter.by_agency = true;
    return filter;
}

Filter states(const std::vector<State>& chosen) {
    Filter filter;
    filter.states = chosen;
    return filter;
}

}  // namespace

TEST_CASE("status: without a filter, every row that exists on the day") {
    const auto status = select(july(), {});
    CHECK(rows_of(status) == Strings{"T2 2022-Q1 b missing", "T2 2022-Q2 b overdue",
                                     "T2 2022-Q3 b open", "T2 2022-Q4 b upcoming",
                                     "T3 e1 c missing", "h 2022-H1 a on-time", "h 2022-H1 b late",
                                     "h 2022-H1 c waived", "h 2022-H2 a open", "h 2022-H2 b open",
                                     "h 2022-H2 c open", "y 2022 a open"});
    CHECK(activity_of(status) == Strings{"T1 a active", "T1 b quiet"});
    CHECK(status.assessment == &july());
}

TEST_CASE("status: the counts are those of the rows") {
    const auto summary = select(july(), {}).summary;
    CHECK(summary.expected == 12);
    CHECK(summary.of(State::on_time) == 1);
    CHECK(summary.of(State::late) == 1);
    CHECK(summary.of(State::waived) == 1);
    CHECK(summary.of(State::missing) == 2);
    CHECK(summary.of(State::overdue) == 1);
    CHECK(summary.of(State::due_soon) == 0);
    CHECK(summary.of(State::open) == 5);
    CHECK(summary.of(State::upcoming) == 1);
    CHECK(summary.accountable() == 5);
    CHECK(summary.reporting_rate() == 4000);
    CHECK(summary.on_time_rate() == 2000);
    CHECK(summary.rejected == 2);
}

TEST_CASE("status: filters come before counting") {
    const auto half = select(july(), periods({"2022-H1"}));
    CHECK(half.summary.expected == 3);
    CHECK(half.summary.accountable() == 2);
    CHECK(half.summary.reporting_rate() == 10000);
    CHECK(half.summary.on_time_rate() == 5000);
    CHECK(half.summary.rejected == 1);
    const auto later = select(july(), periods({"2022-H2"}));
    CHECK(later.summary.accountable() == 0);
    CHECK(later.summary.reporting_rate() == std::nullopt);
    CHECK(later.summary.on_time_rate() == std::nullopt);
    const auto late = select(july(), states({State::late}));
    CHECK(late.summary.reporting_rate() == 10000);
    CHECK(late.summary.on_time_rate() == 0);
    CHECK(late.summary.rejected == 0);
}

TEST_CASE("status: by agency") {
    const auto one = select(july(), agencies({0}));
    CHECK(rows_of(one) == Strings{"h 2022-H1 a on-time", "h 2022-H2 a open", "y 2022 a open"});
    CHECK(activity_of(one) == Strings{"T1 a active"});
    CHECK(one.summary.rejected == 1);
    CHECK(select(july(), agencies({2, 0})).summary.expected == 6);
    const auto none = select(july(), agencies({}));  // asked for, and nobody was found
    CHECK(none.summary.expected == 0);
    CHECK(none.rows.empty());
    CHECK(none.activity.empty());
}

TEST_CASE("status: by obligation") {
    Filter filter;
    filter.obligations = {small().obligation("T2"), small().obligation("T1")};
    const auto status = select(july(), filter);
    CHECK(status.summary.expected == 4);
    CHECK(activity_of(status) == Strings{"T1 a active", "T1 b quiet"});
    filter.obligations = {small().obligation("y")};
    CHECK(rows_of(select(july(), filter)) == Strings{"y 2022 a open"});
    CHECK(select(july(), filter).activity.empty());
}

TEST_CASE("status: by period, in each spelling; activities have none") {
    struct Case {
        Strings periods;
        Strings rows;
    };
    const Case cases[] = {
        {{"2022"}, {"y 2022 a open"}},
        {{"2022-Q2"}, {"T2 2022-Q2 b overdue"}},
        {{"2022Q2"}, {"T2 2022-Q2 b overdue"}},
        {{"Q2"}, {"T2 2022-Q2 b overdue"}},
        {{"Q1"}, {"T2 2022-Q1 b missing"}},
        {{"e1"}, {"T3 e1 c missing"}},  // an event's id
        {{"H1"}, {"h 2022-H1 a on-time", "h 2022-H1 b late", "h 2022-H1 c waived"}},
        {{"Q3", "2022"}, {"T2 2022-Q3 b open", "y 2022 a open"}},
        {{"e2"}, {}},  // not raised yet
        {{"2021-H1"}, {}},
        {{""}, {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.periods);
        const auto status = select(july(), periods(c.periods));
        CHECK(rows_of(status) == c.rows);
        CHECK(status.activity.empty());
    }
}

TEST_CASE("status: by state, of rows and of activities") {
    CHECK(rows_of(select(july(), states({State::overdue, State::missing}))) ==
          Strings{"T2 2022-Q1 b missing", "T2 2022-Q2 b overdue", "T3 e1 c missing"});
    const auto quiet = select(july(), states({State::quiet}));
    CHECK(quiet.rows.empty());
    CHECK(activity_of(quiet) == Strings{"T1 b quiet"});
    CHECK(select(july(), states({State::due_soon})).summary.expected == 0);
}

TEST_CASE("status: a row must match one entry of each filter") {
    auto filter = agencies({1, 2});
    filter.obligations = {small().obligation("h")};
    filter.periods = {"H1", "Q2"};
    filter.states = {State::late, State::overdue};
    CHECK(rows_of(select(july(), filter)) == Strings{"h 2022-H1 b late"});
    filter.agencies = {2};
    CHECK(rows_of(select(july(), filter)) == Strings{});
}

TEST_CASE("status: what is not known yet is not there") {
    const auto june = assess(small(), "2022-06-29",
                             {{"h", "b", "2022-H1", "2022-07-02", "2/BC"},
                              {"h", "a", "2022-H1", "2022-07-20", "0/BC", "2022-07-21"}});
    CHECK(rows_of(select(june, periods({"H1"}))) ==
          Strings{"h 2022-H1 a due-soon", "h 2022-H1 b due-soon", "h 2022-H1 c waived"});
    CHECK(select(june, {}).summary.rejected == 0);
    const auto august = assess(small(), "2022-08-05", {});
    CHECK(rows_of(select(august, periods({"e2"}))) == Strings{"T3 e2 c due-soon"});
}
