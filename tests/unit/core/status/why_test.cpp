// Why a row or an activity stands as it does.

#include "core/status/why/reasoning.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>

#include "support/letters.hpp"
#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// `a` ends in the middle of the year and `d` follows it. The half-yearly report has an amendment,
/// an extension, a waiver and a return; `T1` goes on all the time, `T3` when something happens.
Plan changing_plan() {
    const auto ended = with(agency("a"), [](Agency& a) {
        a.active_to = day("2022-08-31");
        a.successors = texts({"d"});
    });
    const auto begun = with(agency("d"), [](Agency& d) { d.active_from = day("2022-09-01"); });
    const auto amended = with(report("r", {"a", "b", "c"}, Cadence::semiannual,
                                     before({{"H1", "06-30"}, {"H2", "12-31"}})),
                              [](Obligation& o) {
                                  Amendment later;
                                  later.on = day("2022-10-01");
                                  later.effective = day("2022-12-31");
                                  later.due = by("12-20");
                                  o.amended.push_back(later);
                              });
    auto plan =
        plan_from_to("2022-01-01", "2022-12-31", {ended, agency("b"), agency("c"), begun},
                     {task("T1", {"a", "c"}, Cadence::continuous),
                      task("T3", {"b"}, Cadence::ad_hoc, within("5d", Anchor::raised)), amended});
    plan.events = {event("e1", "T3", "2022-05-05")};
    plan.waivers = {waiver("r", "c", "2022-H2")};
    plan.extensions = {extension("r", "b", "2022-H1", "2022-07-10")};
    Return back;
    back.obligation = text("r");
    back.agency = text("b");
    back.period = text("2022-H1");
    back.document = text("7/BC");
    back.returned = day("2022-07-20");
    plan.returns = {back};
    return plan;
}

struct Asked {
    BuiltPlan plan;
    Assessment assessment;
    std::vector<Submission> kept;

    Asked(std::string_view as_of, const std::vector<Letter>& letters)
        : plan(changing_plan(), as_of), assessment(plan, day(as_of)) {
        hand_in(plan, "2023-12-31", letters, {.assessment = &assessment, .kept = &kept});
    }

    Reasoning why(const Subject& subject) const {
        return reasoned(plan, assessment, subject, kept);
    }

    Reasoning why(const std::string& obligation, const std::string& agency,
                  const std::string& period) const {
        const auto o = plan.obligation(obligation);
        return why({o, plan.agency(agency),
                    period.empty() ? std::nullopt : plan.schedule.find_slot(o, period)});
    }
};

std::string verdicts(const Reasoning& why) {
    static const char* const kNames[] = {"counts", "refused",   "repeats", "returned",
                                         "later",  "other-row", "unplaced"};
    std::string out;
    for (const auto& paper : why.papers) {
        out +=
            fmt::format("{}{}{}{}", out.empty() ? "" : " ", kNames[static_cast<int>(paper.verdict)],
                        paper.timeliness ? "+time" : "", paper.content ? "+content" : "");
    }
    return out;
}

}  // namespace

TEST_CASE("why: each paper has a verdict, in the order in which they follow one another") {
    const Asked asked("2022-07-31", {
                                        {"r", "b", "2022-H1", "2022-07-12", "9/BC", {}, {}, "Khó."},
                                        {"r", "b", "2022-H1", "2022-07-05", "7/BC", {}, {}, "Khó."},
                                        {"r", "b", "2022-H1", "2022-07-08", "8/BC"},
                                        {"r", "b", "2022-H1", "2022-08-05", "10/BC"},
                                        {"r", "b", "2022-Q9", "2022-07-06", "11/BC"},
                                    });
    const auto why = asked.why("r", "b", "2022-H1");
    CHECK(verdicts(why) == "returned refused counts+time counts+content later");
    CHECK(why.papers.front().returned == &asked.plan.plan.returns.front());
    CHECK(why.extension == &asked.plan.plan.extensions.front());
    CHECK(format_date(why.due->derivation.due) == "2022-06-29");
    CHECK(format_date(why.due->day) == "2022-07-10");
    CHECK(why.row->state == State::on_time);
}

TEST_CASE("why: an amendment is told, and the day without it, from the day on which it is known") {
    const auto before = Asked("2022-09-30", {}).why("r", "b", "2022-H2");
    CHECK(before.amendments.empty());
    CHECK_FALSE(before.due->unamended);
    CHECK(format_date(before.due->day) == "2022-12-30");
    const auto after = Asked("2022-10-01", {}).why("r", "b", "2022-H2");
    CHECK(after.amendments.size() == 1);
    CHECK(format_date(after.due->unamended.value()) == "2022-12-30");
    CHECK(format_date(after.due->day) == "2022-12-20");
}

TEST_CASE("why: who answers for whom, and who does not") {
    const Asked asked("2022-12-01", {{"r", "a", "2022-H2", "2022-12-01", "1/BC"}});
    const auto follows = asked.why("r", "d", "2022-H2");
    REQUIRE(follows.answers_for.size() == 1);
    CHECK(follows.answers_for.front().chain ==
          std::vector<AgencyIx>{asked.plan.agency("a"), asked.plan.agency("d")});
    CHECK(verdicts(follows) == "counts+time");
    const auto ended = asked.why("r", "a", "2022-H2");
    CHECK(ended.why_not == WhyNot::ended);
    CHECK(ended.answering == std::vector<AgencyIx>{asked.plan.agency("d")});
    CHECK(verdicts(ended) == "other-row");
    CHECK(asked.why("r", "d", "2022-H1").why_not == WhyNot::not_begun);
    CHECK(asked.why("T3", "c", "e1").why_not == WhyNot::not_named);
    CHECK(Asked("2022-05-04", {}).why("T3", "b", "e1").why_not == WhyNot::not_raised);
}

TEST_CASE("why: what is continuous names its last paper, or since when it is counted") {
    const Asked asked("2022-12-01",
                      {{"r", "a", "2022-H1", "2022-06-20", "1/BC", {}, {Told{"T1", "Xong."}}},
                       {"T1", "a", "", "2022-03-01", "2/BC"}});
    const auto why = asked.why("T1", "d", "");
    CHECK(verdicts(why) == "counts counts+time");
    CHECK_FALSE(why.papers.back().direct);
    CHECK(format_date(why.activity->since) == "2022-06-20");
    CHECK(why.activity->from == ActivityReason::From::plan);
    CHECK(format_date(asked.why("T1", "c", "").activity->since) == "2022-01-01");
    CHECK(asked.why("T1", "b", "").why_not == WhyNot::not_named);
}

namespace {

std::vector<Letter> any_letters() {
    std::vector<Letter> letters;
    for (int count = *rc::gen::inRange(0, 12); count > 0; --count) {
        const auto received = day("2022-01-01") + std::chrono::days{*rc::gen::inRange(0, 450)};
        Letter letter;
        letter.agency = *rc::gen::element<std::string>("a", "b", "c", "d");
        letter.obligation = *rc::gen::element<std::string>("r", "r", "T1", "T3");
        if (letter.obligation == "T3") letter.period = "e1";
        if (letter.obligation == "r") {
            letter.period = *rc::gen::element<std::string>("2022-H1", "2022-H2", "2022-H3");
        }
        letter.received = format_date(received);
        letter.document = fmt::format("{}/BC", *rc::gen::inRange(1, 10));
        if (*rc::gen::arbitrary<bool>()) letter.difficulties = "Khó.";
        if (*rc::gen::arbitrary<bool>()) letter.results = {Told{"T1", "Xong."}};
        letters.push_back(letter);
    }
    return letters;
}

/// Of the papers that were received by as-of, those of the row that have the verdict.
int number_of(const Reasoning& why, RowIx row, Verdict verdict) {
    return static_cast<int>(
        std::count_if(why.papers.begin(), why.papers.end(), [&](const JudgedPaper& paper) {
            return paper.paper.row == row && paper.verdict == verdict;
        }));
}

void check_row(const Asked& asked, RowIx ix) {
    const auto& expected = asked.plan.schedule.rows[ix];
    const auto& slot = asked.plan.schedule.slots[expected.slot];
    const auto why = asked.why({slot.obligation, expected.agency, expected.slot});
    RC_ASSERT(why.row.has_value() == asked.assessment.is_expected(ix));
    RC_ASSERT(why.why_not.has_value() != why.row.has_value());
    if (!why.row) return;
    const auto row = asked.assessment.row(ix);
    const auto& receipt = asked.assessment.receipt(ix);
    RC_ASSERT(why.row->state == row.state);
    RC_ASSERT(why.row->days_late == row.days_late);
    RC_ASSERT(why.due->day == expected.due);
    RC_ASSERT(why.due->closes == expected.closes);
    RC_ASSERT(number_of(why, ix, Verdict::counts) == receipt.count);
    RC_ASSERT(number_of(why, ix, Verdict::refused) == receipt.rejected);
    RC_ASSERT(number_of(why, ix, Verdict::returned) == receipt.returned);
    for (const auto& paper : why.papers) {
        if (!paper.timeliness) continue;
        RC_ASSERT(paper.paper.received == receipt.first->received);
        RC_ASSERT(paper.paper.document == receipt.first->document);
    }
    RC_ASSERT(std::count_if(why.papers.begin(), why.papers.end(), [](const JudgedPaper& paper) {
                  return paper.timeliness;
              }) == (receipt.first ? 1 : 0));
}

}  // namespace

TEST_CASE("why: it says of every row and activity what status says") {
    CHECK(rc::check([] {
        const auto as_of = day("2021-12-01") + std::chrono::days{*rc::gen::inRange(0, 500)};
        const Asked asked(format_date(as_of), any_letters());
        for (RowIx ix = 0; ix < asked.plan.schedule.rows.size(); ++ix) check_row(asked, ix);
        for (const auto& row : asked.assessment.activity()) {
            const auto why = asked.why({row.obligation, row.agency, std::nullopt});
            RC_ASSERT(why.activity.has_value());
            RC_ASSERT(why.activity->row.state == row.state);
            std::optional<Day> last;
            for (const auto& paper : why.papers) {
                if (paper.timeliness) last = day_of(paper.paper.received);
            }
            RC_ASSERT(last == row.last_activity);
        }
    }));
}
