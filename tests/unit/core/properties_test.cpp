// What must hold of every plan and every pile of submissions.

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "core/report/totals.hpp"
#include "core/status/assessment.hpp"
#include "core/status/rates.hpp"
#include "core/status/status.hpp"
#include "support/letters.hpp"
#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// Three agencies with quarterly and half-yearly reports and a continuous task: small enough to
/// see, and with every kind of row but the ad-hoc ones, which the events add.
const BuiltPlan& small_plan() {
    static const BuiltPlan test(
        with(plan_2022({task("T1", {"a", "c"}, Cadence::continuous),
                        task("T2", {"b"}, Cadence::quarterly, by("period-end")),
                        task("T3", {"a"}, Cadence::ad_hoc, within("5d", Anchor::raised)),
                        with(report("r", {"g", "c"}, Cadence::semiannual,
                                    before({{"H1", "06-30"}, {"H2", "12-31"}})),
                             [](Obligation& o) {
                                 o.closes_after = Amount{20, Unit::day};
                             })}),
             [](Plan& plan) {
                 plan.groups = {group("g", {"a", "b"})};
                 plan.waivers = {waiver("r", "c", "2022-H2")};
                 plan.extensions = {extension("r", "b", "2022-H1", "2022-07-10")};
                 plan.events = {with(event("e1", "T3", "2022-05-05"), [](Event& e) {
                     e.has_agencies = true;
                     e.agencies = texts({"a", "b"});
                 })};
             }));
    return test;
}

Day any_day() {
    return day("2021-12-01") + std::chrono::days{*rc::gen::inRange(0, 500)};
}

Letter any_submission() {
    struct Slot {
        const char* obligation;
        const char* period;
        Strings agencies;
    };
    static const std::vector<Slot> slots = {
        {"r", "2022-H1", {"a", "b", "c"}}, {"r", "2022-H2", {"a", "b", "c"}},
        {"T2", "2022-Q1", {"b"}},          {"T2", "2022-Q4", {"b"}},
        {"T3", "e1", {"a", "b"}},          {"T1", "", {"a", "c"}},
        {"T2", "2022-Q7", {"b"}},  // refused
    };
    const auto slot = *rc::gen::elementOf(slots);
    const auto agency = *rc::gen::elementOf(slot.agencies);
    // Each has a number and a document day of its own, so that nothing ties.
    static int number = 0;
    ++number;
    return {slot.obligation,
            agency,
            slot.period,
            format_date(any_day()),
            fmt::format("{}/BC", number),
            {},
            {},
            "Thiếu người."};
}

std::vector<Letter> any_submissions() {
    std::vector<Letter> sent;
    for (int count = *rc::gen::inRange(0, 12); count > 0; --count) sent.push_back(any_submission());
    return sent;
}

bool is_submitted(State state) {
    return state == State::on_time || state == State::late;
}

/// What `status` would show of it, as one text.
std::string shown(const Assessment& assessment) {
    std::string out;
    for (const auto& row : assessment.rows()) {
        const auto& receipt = assessment.receipt(row.row);
        out += fmt::format("{} {} {} {} {} {}\n", row.row, static_cast<int>(row.state),
                           row.days_late.value_or(-1), receipt.count, receipt.rejected,
                           receipt.first ? format_date(receipt.first->received.day) : "");
    }
    for (const auto& row : assessment.activity()) {
        out += fmt::format("{} {} {}\n", row.obligation, row.agency, row.quiet_days);
    }
    return out + fmt::format("{}\n", assessment.refused().size());
}

}  // namespace

TEST_CASE("properties: time never un-submits a report, nor makes it another's") {
    CHECK(rc::check([] {
        const auto& test = small_plan();
        const auto sent = any_submissions();
        const auto earlier = any_day();
        const auto later = earlier + std::chrono::days{*rc::gen::inRange(0, 200)};
        const auto before = assess(test, format_date(earlier), sent);
        const auto after = assess(test, format_date(later), sent);
        for (const auto& row : before.rows()) {
            RC_ASSERT(after.is_expected(row.row));
            if (is_submitted(row.state)) {
                RC_ASSERT(after.row(row.row).state == row.state);
                RC_ASSERT(after.row(row.row).days_late == row.days_late);
            }
            RC_ASSERT(before.receipt(row.row).count <= after.receipt(row.row).count);
        }
    }));
}

TEST_CASE("properties: each row has one state, and states and rates sum up") {
    CHECK(rc::check([] {
        const auto assessment = assess(small_plan(), format_date(any_day()), any_submissions());
        const auto summary = summary_of(assessment);
        RC_ASSERT(summary.expected == static_cast<int>(assessment.rows().size()));
        RC_ASSERT(std::accumulate(summary.by_state.begin(), summary.by_state.end(), 0) ==
                  summary.expected);
        const int accountable = summary.of(State::on_time) + summary.of(State::late) +
                                summary.of(State::overdue) + summary.of(State::missing);
        RC_ASSERT(summary.accountable() == accountable);
        RC_ASSERT(summary.reporting_rate().has_value() == (accountable > 0));
        if (accountable == 0) return;
        RC_ASSERT(*summary.on_time_rate() <= *summary.reporting_rate());
        RC_ASSERT(*summary.reporting_rate() <= 10000);
        const double exact =
            10000.0 * (summary.of(State::on_time) + summary.of(State::late)) / accountable;
        RC_ASSERT(std::abs(*summary.reporting_rate() - exact) <= 0.5);
    }));
}

TEST_CASE("properties: filters commute with counting") {
    CHECK(rc::check([] {
        const auto& test = small_plan();
        const auto assessment = assess(test, format_date(any_day()), any_submissions());
        const auto whole = summary_of(assessment);
        Summary parts;
        for (AgencyIx agency = 0; agency < test.plan.agencies.size(); ++agency) {
            Filter filter;
            filter.by_agency = true;
            filter.agencies = {agency};
            const auto part = select(assessment, filter);
            RC_ASSERT(part.summary.expected == static_cast<int>(part.rows.size()));
            for (const auto& row : part.rows) {
                RC_ASSERT(test.schedule.rows[row.row].agency == agency);
            }
            parts.expected += part.summary.expected;
            parts.rejected += part.summary.rejected;
            for (std::size_t i = 0; i < parts.by_state.size(); ++i) {
                parts.by_state[i] += part.summary.by_state[i];
            }
        }
        RC_ASSERT(parts.expected == whole.expected);
        RC_ASSERT(parts.rejected == whole.rejected);
        RC_ASSERT(parts.by_state == whole.by_state);
        const auto state = *rc::gen::elementOf(
            std::vector<State>{State::on_time, State::late, State::overdue, State::missing});
        Filter by_state;
        by_state.states = {state};
        RC_ASSERT(select(assessment, by_state).summary.expected == whole.of(state));
    }));
}

TEST_CASE("properties: the order of the submissions changes nothing that is shown") {
    CHECK(rc::check([] {
        const auto as_of = format_date(any_day());
        auto sent = any_submissions();
        const auto before = shown(assess(small_plan(), as_of, sent));
        std::shuffle(sent.begin(), sent.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
        RC_ASSERT(shown(assess(small_plan(), as_of, sent)) == before);
    }));
}

TEST_CASE(
    "properties: a row closes after it falls due, and every day of a plan is one of each period") {
    CHECK(rc::check([] {
        const auto cadence = *rc::gen::element(Cadence::weekly, Cadence::monthly,
                                               Cadence::quarterly, Cadence::semiannual);
        auto rolled = within("1m", Anchor::period_start);
        rolled.roll = Roll::previous;
        const DueRule dues[] = {by("period-end"), within("3wd", Anchor::period_end), rolled};
        const auto& due = dues[*rc::gen::inRange(0, 3)];
        const auto from = day("2020-01-01") + std::chrono::days{*rc::gen::inRange(0, 800)};
        const auto to = from + std::chrono::days{*rc::gen::inRange(0, 800)};
        const BuiltPlan test(plan_from_to(format_date(from), format_date(to), {agency("a")},
                                          {report("r", {"a"}, cadence, due)}));
        RC_ASSERT(errors_of(test.found).empty());
        std::optional<Day> end;
        for (const auto& slot : test.schedule.slots) {
            RC_ASSERT(slot.due.due < slot.closes);
            RC_ASSERT(from <= slot.period.span.to);
            RC_ASSERT(slot.period.span.to <= to);
            if (end) RC_ASSERT(slot.period.span.from == *end + std::chrono::days{1});
            end = slot.period.span.to;
        }
    }));
}

namespace {

/// Submissions of one row, no two of which tie: each has a received day or a document day of its
/// own.
std::vector<Letter> untied_submissions() {
    std::vector<Letter> sent;
    std::set<std::pair<Day, Day>> days;
    for (int count = *rc::gen::inRange(1, 10); count > 0; --count) {
        const auto received = day("2022-06-01") + std::chrono::days{*rc::gen::inRange(0, 60)};
        const auto dated = received - std::chrono::days{*rc::gen::inRange(0, 20)};
        if (!days.emplace(received, dated).second) continue;
        sent.push_back({"r",
                        "a",
                        "2022-H1",
                        format_date(received),
                        fmt::format("{}/BC", sent.size()),
                        format_date(dated),
                        {},
                        "Khó."});
    }
    return sent;
}

/// Which documents the row's timeliness and content come from.
std::string papers(const std::vector<Letter>& sent) {
    const auto& test = small_plan();
    const auto assessment = assess(test, "2022-12-31", sent);
    const auto& receipt = assessment.receipt(test.row("r", "a", "2022-H1").value());
    return receipt.first->document + " " + sent.at(receipt.content->ordinal).document;
}

}  // namespace

TEST_CASE("properties: where nothing ties, any order gives the same first and last document") {
    CHECK(rc::check([] {
        auto sent = untied_submissions();
        const auto before = papers(sent);
        std::shuffle(sent.begin(), sent.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
        RC_ASSERT(papers(sent) == before);
    }));
}

TEST_CASE("properties: a correction that comes later never changes state or timeliness") {
    CHECK(rc::check([] {
        const auto& test = small_plan();
        auto sent = untied_submissions();
        const auto as_of = format_date(day("2022-12-31"));
        const auto before = assess(test, as_of, sent);
        const auto row = test.row("r", "a", "2022-H1").value();
        sent.push_back({"r", "a", "2022-H1", as_of, "sau/BC", as_of, {}, "Khó."});
        const auto after = assess(test, as_of, sent);
        RC_ASSERT(after.row(row).state == before.row(row).state);
        RC_ASSERT(after.row(row).days_late == before.row(row).days_late);
        RC_ASSERT(sent.at(after.receipt(row).content->ordinal).document == "sau/BC");
    }));
}

TEST_CASE("properties: a submission changes its own row and no other") {
    CHECK(rc::check([] {
        const auto& test = small_plan();
        const auto as_of = format_date(any_day());
        auto sent = any_submissions();
        const auto before = assess(test, as_of, sent);
        const auto more = any_submission();
        sent.push_back(more);
        const auto after = assess(test, as_of, sent);
        const auto own = test.row(more.obligation, more.agency, more.period);
        for (const auto& row : before.rows()) {
            if (own && row.row == *own) continue;
            RC_ASSERT(after.row(row.row).state == row.state);
            RC_ASSERT(after.row(row.row).days_late == row.days_late);
        }
    }));
}

TEST_CASE("properties: two filters together select what both of them select") {
    CHECK(rc::check([] {
        const auto& test = small_plan();
        const auto assessment = assess(test, format_date(any_day()), any_submissions());
        Filter one;
        one.by_agency = true;
        one.agencies = {*rc::gen::inRange<AgencyIx>(0, 3), *rc::gen::inRange<AgencyIx>(0, 3)};
        Filter two;
        two.periods = {*rc::gen::element<std::string>("H1", "2022-H2", "Q1", "2022Q4", "e1")};
        Filter both = one;
        both.periods = two.periods;
        std::set<RowIx> in_one;
        for (const auto& row : select(assessment, one).rows) in_one.insert(row.row);
        std::vector<RowIx> expected;
        for (const auto& row : select(assessment, two).rows) {
            if (in_one.contains(row.row)) expected.push_back(row.row);
        }
        std::vector<RowIx> selected;
        for (const auto& row : select(assessment, both).rows) selected.push_back(row.row);
        RC_ASSERT(selected == expected);
    }));
}

TEST_CASE("properties: nobody is quiet for less than no day, and who writes is less quiet") {
    CHECK(rc::check([] {
        const auto& test = small_plan();
        const auto as_of = format_date(any_day());
        auto sent = any_submissions();
        const auto before = assess(test, as_of, sent).activity();
        const auto received = std::max(any_day(), day("2022-01-01"));  // the plan's first day
        sent.push_back({"T1", "a", "", format_date(received)});
        const auto after = assess(test, as_of, sent).activity();
        RC_ASSERT(before.size() == after.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            RC_ASSERT(after[i].quiet_days >= 0);
            RC_ASSERT(after[i].quiet_days <= before[i].quiet_days);
            RC_ASSERT((after[i].state == State::quiet) ==
                      (after[i].quiet_days > after[i].quiet_after));
        }
    }));
}

TEST_CASE("properties: what the agencies sum up to is what the tasks sum up to") {
    CHECK(rc::check([] {
        std::vector<FiledFigure> figures;
        double sum = 0;
        for (int count = *rc::gen::inRange(1, 20); count > 0; --count) {
            const auto value = *rc::gen::inRange(-1000, 100'000);
            figures.push_back({*rc::gen::inRange<AgencyIx>(0, 4),
                               *rc::gen::inRange<ObligationIx>(0, 4),
                               static_cast<double>(value),
                               {{day("2022-06-01"), 0}, day("2022-06-01"), 0}});
            sum += value;
        }
        const auto table = indicator_table(0, Total::sum, figures);
        double agencies = 0;
        double tasks = 0;
        for (const auto& value : table.by_agency) agencies += value.value;
        for (const auto& value : table.by_task) tasks += value.value;
        RC_ASSERT(table.total == sum);
        RC_ASSERT(agencies == sum);
        RC_ASSERT(tasks == sum);
        RC_ASSERT(table.cells.size() == figures.size());
        const auto most = indicator_table(0, Total::max, figures).total.value();
        const auto mean = indicator_table(0, Total::mean, figures).total.value();
        RC_ASSERT(mean <= most);
    }));
}

TEST_CASE("properties: a line of rates is what a filter by its key selects") {
    CHECK(rc::check([] {
        const auto& test = small_plan();
        const auto assessment = assess(test, format_date(any_day()), any_submissions());
        const auto whole = select(assessment, {});
        const auto same = [](const Summary& a, const Summary& b) {
            return a.expected == b.expected && a.by_state == b.by_state && a.rejected == b.rejected;
        };
        for (const auto& line : count_rates({&whole, 1}, RatesBy::agency, Language::vi)) {
            Filter filter;
            filter.by_agency = true;
            filter.agencies = {test.agency(line.key)};
            RC_ASSERT(same(line.summary, select(assessment, filter).summary));
        }
        for (const auto& line : count_rates({&whole, 1}, RatesBy::obligation, Language::vi)) {
            Filter filter;
            filter.obligations = {test.obligation(line.key)};
            RC_ASSERT(same(line.summary, select(assessment, filter).summary));
        }
        for (const auto& line : count_rates({&whole, 1}, RatesBy::period, Language::vi)) {
            Filter filter;
            filter.periods = {line.key};
            RC_ASSERT(same(line.summary, select(assessment, filter).summary));
        }
        for (const auto& line : count_rates({&whole, 1}, RatesBy::group, Language::vi)) {
            Filter filter;
            filter.by_agency = true;
            filter.agencies = test.plan.groups[0].agencies;
            RC_ASSERT(same(line.summary, select(assessment, filter).summary));
        }
        const auto one = count_rates({&whole, 1}, RatesBy::plan, Language::vi);
        RC_ASSERT(one.size() == 1U);
        RC_ASSERT(same(one[0].summary, whole.summary));
    }));
}

TEST_CASE(
    "properties: a rank is one more than how many are better, and no better one stands below") {
    CHECK(rc::check([] {
        const auto assessment = assess(small_plan(), format_date(any_day()), any_submissions());
        const auto status = select(assessment, {});
        auto lines = count_rates({&status, 1}, RatesBy::agency, Language::vi);
        rank_by_rates(lines);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            RC_ASSERT(lines[i].rank.has_value() == (lines[i].summary.accountable() > 0));
            if (!lines[i].rank) continue;
            RC_ASSERT(*lines[i].rank <= static_cast<int>(i) + 1);
            if (i == 0) continue;
            RC_ASSERT(lines[i - 1].rank.has_value());
            RC_ASSERT(*lines[i - 1].summary.reporting_rate() >= *lines[i].summary.reporting_rate());
            RC_ASSERT(*lines[i - 1].rank <= *lines[i].rank);
        }
    }));
}
