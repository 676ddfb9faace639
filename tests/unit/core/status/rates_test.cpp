#include "core/status/rates.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "support/letters.hpp"
#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

Scoring some_scoring() {
    return {.on_time = 10, .late = {{1, -10, {}}, {8, -50, {}}}, .missing = -50, .why = {}};
}

/// Two groups that share an agency, every kind of obligation, and points.
const BuiltPlan& small() {
    static const BuiltPlan test(
        with(plan_2022({task("T1", {"a", "b"}, Cadence::continuous),
                        task("T2", {"b"}, Cadence::quarterly, by("period-end")),
                        task("T3", {"c"}, Cadence::ad_hoc, within("5d", Anchor::raised)),
                        report("h", {"a", "b", "c"}, Cadence::semiannual,
                               before({{"H1", "06-30"}, {"H2", "12-31"}})),
                        report("y", {"a"}, Cadence::annual, by("12-15"))}),
             [](Plan& plan) {
                 plan.groups = {group("g", {"a", "b"}), group("k", {"c", "b"})};
                 plan.waivers = {waiver("h", "c", "2022-H1")};
                 plan.events = {with(event("e1", "T3", "2022-05-05"),
                                     [](Event& e) { e.title = text("Đoàn kiểm tra"); })};
                 plan.head.scoring = some_scoring();
             }));
    return test;
}

/// As of 5 July `a` was on time, `b` three days late, and nothing else came.
const Assessment& july() {
    static const Assessment assessment = assess(
        small(), "2022-07-05",
        {{"h", "a", "2022-H1", "2022-06-29", "1/BC"}, {"h", "b", "2022-H1", "2022-07-02", "2/BC"}});
    return assessment;
}

std::string maybe(const auto& value) {
    return value ? fmt::format("{}", *value) : std::string("-");
}

/// `rank key expected/accountable reporting on-time mean points` of each line.
Strings shown(const std::vector<RatesLine>& lines) {
    Strings out;
    for (const auto& line : lines) {
        out.push_back(fmt::format(
            "{} {} {}/{} {} {} {} {}", maybe(line.rank), line.key, line.summary.expected,
            line.summary.accountable(), maybe(line.summary.reporting_rate()),
            maybe(line.summary.on_time_rate()), maybe(line.mean_days_late()), maybe(line.points)));
    }
    return out;
}

Strings ranked(const Assessment& assessment, RatesBy by, const Filter& filter = {}) {
    const auto status = select(assessment, filter);
    auto lines = count_rates({&status, 1}, by, Language::vi);
    rank_by_rates(lines);
    return shown(lines);
}

Strings names(RatesBy by, Language language) {
    Strings out;
    const auto status = select(july(), {});
    for (const auto& line : count_rates({&status, 1}, by, language)) out.push_back(line.name);
    return out;
}

}  // namespace

TEST_CASE("rates: by agency, ranked, with points") {
    CHECK(ranked(july(), RatesBy::agency) ==
          Strings{"1 a 3/1 10000 10000 - 10", "2 b 6/3 3333 0 3467 -60", "3 c 3/1 0 0 5600 -50"});
}

TEST_CASE("rates: by obligation: fewer days late in the mean go first, and no rate goes last") {
    CHECK(ranked(july(), RatesBy::obligation) ==
          Strings{"1 h 6/2 10000 5000 300 0", "2 T2 4/2 0 0 5050 -50", "3 T3 1/1 0 0 5600 -50",
                  "- y 1/0 - - - 0"});
}

TEST_CASE("rates: by period, those without a rate as the rows have them") {
    CHECK(ranked(july(), RatesBy::period) ==
          Strings{"1 2022-H1 3/2 10000 5000 300 0", "2 2022-Q2 1/1 0 0 500 0",
                  "3 e1 1/1 0 0 5600 -50", "4 2022-Q1 1/1 0 0 9600 -50", "- 2022-Q3 1/0 - - - 0",
                  "- 2022-Q4 1/0 - - - 0", "- 2022-H2 3/0 - - - 0", "- 2022 1/0 - - - 0"});
}

TEST_CASE("rates: an agency of two groups counts in both") {
    CHECK(ranked(july(), RatesBy::group) ==
          Strings{"1 g 9/4 5000 2500 3467 -50", "2 k 9/4 2500 0 4000 -110"});
}

TEST_CASE("rates: by plan") {
    CHECK(ranked(july(), RatesBy::plan) == Strings{"1 kh 12/5 4000 2000 4000 -100"});
}

TEST_CASE("rates: names are those of the plan, of periods those that people use") {
    CHECK(names(RatesBy::plan, Language::vi) == Strings{"Kế hoạch"});
    CHECK(names(RatesBy::period, Language::vi) ==
          Strings{"quý I năm 2022", "quý II năm 2022", "quý III năm 2022", "quý IV năm 2022",
                  "Đoàn kiểm tra", "6 tháng đầu năm 2022", "6 tháng cuối năm 2022", "năm 2022"});
    CHECK(names(RatesBy::period, Language::en).front() == "quarter 1 of 2022");
}

TEST_CASE("rates: filters select the rows before they are counted") {
    Filter filter;
    filter.periods = {"2022-H1"};
    CHECK(ranked(july(), RatesBy::agency, filter) ==
          Strings{"1 a 1/1 10000 10000 - 10", "2 b 1/1 10000 0 300 -10", "- c 1/0 - - - 0"});
    filter.periods = {"2021"};
    CHECK(ranked(july(), RatesBy::agency, filter) == Strings{});
    CHECK(ranked(july(), RatesBy::plan, filter) == Strings{});
}

TEST_CASE("rates: equals share a rank, and the next has the one that it would have had anyway") {
    const BuiltPlan test(
        plan_from_to("2022-01-01", "2022-12-31",
                     {agency("a"), agency("b"), agency("c"), agency("d"), agency("e"), agency("f")},
                     {report("h", {"a", "b", "c", "d", "e"}, Cadence::semiannual,
                             before({{"H1", "06-30"}, {"H2", "12-31"}})),
                      report("y", {"f"}, Cadence::annual, by("12-15"))}));
    const auto assessment = assess(test, "2022-07-05",
                                   {{"h", "a", "2022-H1", "2022-07-02"},
                                    {"h", "c", "2022-H1", "2022-06-20"},
                                    {"h", "d", "2022-H1", "2022-07-02"},
                                    {"h", "e", "2022-H1", "2022-06-21"}});
    CHECK(ranked(assessment, RatesBy::agency) ==
          Strings{"1 c 2/1 10000 10000 - -", "1 e 2/1 10000 10000 - -", "3 a 2/1 10000 0 300 -",
                  "3 d 2/1 10000 0 300 -", "5 b 2/1 0 0 600 -", "- f 1/0 - - - -"});
}

TEST_CASE("rates: ranks go by what is exact, not by what is shown") {
    // 1/3 and 3333/10000 are both shown as 0.3333.
    RatesLine third;
    third.key = "third";
    third.summary.by_state[static_cast<std::size_t>(State::on_time)] = 1;
    third.summary.by_state[static_cast<std::size_t>(State::missing)] = 2;
    RatesLine less;
    less.key = "less";
    less.summary.by_state[static_cast<std::size_t>(State::on_time)] = 3333;
    less.summary.by_state[static_cast<std::size_t>(State::missing)] = 6667;
    std::vector<RatesLine> lines = {less, third};
    rank_by_rates(lines);
    CHECK(lines[0].key == "third");
    CHECK(lines[0].rank == 1);
    CHECK(lines[1].rank == 2);
    CHECK(lines[0].summary.reporting_rate() == lines[1].summary.reporting_rate());
}

TEST_CASE("rates: the mean of days late is rounded half up") {
    struct Case {
        std::int64_t late;
        std::int64_t days_late;
        std::optional<std::int64_t> mean;
    };
    const Case cases[] = {{0, 0, std::nullopt}, {1, 0, 0},  {3, 1, 33},
                          {3, 2, 67},           {8, 1, 13},  // 0.125
                          {200, 1, 1},                       // 0.005
                          {201, 1, 0}};
    for (const auto& c : cases) {
        CAPTURE(c.late);
        CAPTURE(c.days_late);
        RatesLine line;
        line.late = c.late;
        line.days_late = c.days_late;
        CHECK(line.mean_days_late() == c.mean);
    }
}

TEST_CASE("rates: points of a row by the scoring of the plan") {
    const auto scoring = some_scoring();
    struct Case {
        State state;
        std::optional<int> days_late;
        double points;
    };
    const Case cases[] = {
        {State::on_time, 0, 10}, {State::late, 0, 0},  // after `at` on the due day
        {State::late, 1, -10},   {State::late, 7, -10},     {State::late, 8, -50},
        {State::late, 400, -50}, {State::missing, 90, -50}, {State::overdue, 9, 0},
        {State::waived, {}, 0},  {State::upcoming, {}, 0},
    };
    for (const auto& c : cases) {
        CAPTURE(info(c.state).id);
        CAPTURE(c.days_late.value_or(-1));
        CHECK(points_of({0, c.state, c.days_late}, scoring) == c.points);
    }
    // The example of the docs: on time, late by 3 days, late by 9 days.
    CHECK(points_of({0, State::on_time, 0}, scoring) + points_of({0, State::late, 3}, scoring) +
              points_of({0, State::late, 9}, scoring) ==
          -50);
}

TEST_CASE("rates: points add up as they are written") {
    const BuiltPlan test(
        with(plan_2022({report("q", {"a"}, Cadence::quarterly, by("period-end"))}), [](Plan& plan) {
            plan.head.scoring = Scoring{.on_time = 0.1, .late = {}, .missing = 0, .why = {}};
        }));
    const auto assessment = assess(test, "2022-12-31",
                                   {{"q", "a", "2022-Q1", "2022-03-01"},
                                    {"q", "a", "2022-Q2", "2022-06-01"},
                                    {"q", "a", "2022-Q3", "2022-09-01"}});
    const auto status = select(assessment, {});
    CHECK(count_rates({&status, 1}, RatesBy::agency, Language::vi)[0].points == 0.3);
}

TEST_CASE("rates: plans that share a key share the line, and the later one names it") {
    const BuiltPlan older(
        with(plan_from_to("2021-01-01", "2021-12-31", {agency("b", "Sở B"), agency("a", "Sở A")},
                          {report("y", {"a", "b"}, Cadence::annual, by("12-15"))}),
             [](Plan& plan) { plan.head.scoring = some_scoring(); }));
    const BuiltPlan newer(plan_from_to("2022-01-01", "2022-12-31",
                                       {agency("c", "Sở C"), agency("a", "Sở A và B")},
                                       {report("y", {"a", "c"}, Cadence::annual, by("12-15"))}));
    const auto of_2021 = assess(older, "2022-12-20", {{"y", "a", "2021", "2021-12-10"}});
    const auto of_2022 = assess(newer, "2022-12-20", {{"y", "a", "2022", "2022-12-17"}});
    const Status statuses[] = {select(of_2021, {}), select(of_2022, {})};
    const auto lines = count_rates(statuses, RatesBy::agency, Language::vi);
    CHECK(shown(lines) ==
          Strings{"- b 1/1 0 0 37000 -50", "- a 2/2 10000 5000 200 10", "- c 1/1 0 0 500 -"});
    CHECK(lines[1].name == "Sở A và B");
    CHECK(shown(count_rates(statuses, RatesBy::period, Language::vi)) ==
          Strings{"- 2021 2/2 5000 5000 37000 -40", "- 2022 2/2 5000 0 350 -"});
    CHECK(shown(count_rates(statuses, RatesBy::obligation, Language::vi)) ==
          Strings{"- y 4/4 5000 2500 12567 -40"});
}

TEST_CASE("rates: what the lines are of is known by its word") {
    for (const auto& entry : all_rates_by()) {
        CHECK(parse_rates_by(entry.id) == entry.by);
        CHECK(info(entry.by).id == entry.id);
    }
    CHECK(parse_rates_by("unit") == std::nullopt);
    CHECK(parse_rates_by("") == std::nullopt);
}
