// What `explain` writes: due rules in words, and JSON that keeps to its schema.

#include "write/explain/explanation.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "core/plan/due_rule.hpp"
#include "schema.hpp"
#include "support/letters.hpp"
#include "support/plan.hpp"
#include "write/explain/due_words.hpp"

using namespace plantool;
using namespace plantool::testing;
using Json = nlohmann::json;

namespace {

std::string words(const DueRule& rule, Language language) {
    DueDerivation due;
    if (!rule.days.empty()) due.written = &rule.days.front();
    return rule_in_words(rule, due, language);
}

std::string words(DueDay day, Language language) {
    DueRule rule;
    rule.days.push_back(std::move(day));
    return words(rule, language);
}

DueDay weekday(DueDay::Form form, int nth, int months_on) {
    DueDay day;
    day.form = form;
    day.weekday = std::chrono::Friday;
    day.nth = nth;
    day.months_on = months_on;
    return day;
}

DueDay day_of_month(unsigned number, int months_on) {
    DueDay day;
    day.form = DueDay::Form::day_of_month;
    day.day = number;
    day.months_on = months_on;
    return day;
}

/// A report with an amendment, an extension and an explanation, and a task without a deadline.
Plan explained_plan() {
    auto plan = plan_2022(
        {task("T1", {"a"}, Cadence::continuous),
         with(report("r", {"a", "b", "c"}, Cadence::semiannual, within("5wd", Anchor::period_end)),
              [](Obligation& o) {
                  Amendment amendment;
                  amendment.on = day("2022-02-01");
                  amendment.effective = day("2022-02-01");
                  amendment.closes_after = Amount{20, Unit::day};
                  o.amended.push_back(amendment);
              })});
    plan.extensions = {extension("r", "a", "2022-H1", "2022-07-20")};
    plan.waivers = {waiver("r", "b", "2022-H1")};
    Explanation why;
    why.obligation = text("r");
    why.agency = text("a");
    why.period = text("2022-H1");
    why.reason = "Bão";
    plan.explanations = {why};
    Return back;
    back.obligation = text("r");
    back.agency = text("a");
    back.period = text("2022-H1");
    back.document = text("1/BC");
    back.returned = day("2022-07-10");
    plan.returns = {back};
    return plan;
}

Json explained() {
    const BuiltPlan plan(explained_plan(), "2022-08-01");
    Assessment assessment(plan, day("2022-08-01"));
    std::vector<Submission> kept;
    hand_in(plan, "2022-08-01",
            {{"r", "a", "2022-H1", "2022-07-05", "1/BC"},
             {"r", "a", "2022-H1", "2022-07-25", "2/BC"},
             {"T1", "a", "", "2022-03-01", "3/BC"}},
            {.assessment = &assessment, .kept = &kept});
    const auto report = plan.obligation("r");
    const auto half = plan.schedule.find_slot(report, "2022-H1");
    const auto agency = [&](const char* id) { return plan.agency(id); };
    const Subject subjects[] = {{report, agency("a"), half},
                                {report, agency("b"), half},
                                {plan.obligation("T1"), agency("a"), {}},
                                {plan.obligation("T1"), agency("b"), {}}};
    std::vector<Explained> of;
    for (const auto& subject : subjects) {
        of.push_back({&assessment, reasoned(plan, assessment, subject, kept)});
    }
    return Json::parse(explanation_json(of, Language::en));
}

}  // namespace

TEST_CASE("explain: due rules in words, in both languages") {
    using Form = DueDay::Form;
    CHECK(words(before("06-30"), Language::vi) == "trước ngày 30/6");
    CHECK(words(before("06-30"), Language::en) == "before 30 Jun");
    CHECK(words(by("2022-01-05"), Language::vi) == "chậm nhất ngày 05/01/2022");
    CHECK(words(by("period-end"), Language::en) == "by the last day of the period");
    CHECK(words(within("5wd", Anchor::period_end), Language::vi) ==
          "ngày làm việc thứ 5 sau khi kết thúc kỳ");
    CHECK(words(within("1w", Anchor::raised), Language::en) == "1 week after the event is raised");
    CHECK(words(within("2m", Anchor::window_end), Language::en) ==
          "2 months after the data window ends");
    CHECK(words(day_of_month(25, 0), Language::vi) == "chậm nhất ngày 25 của tháng cuối kỳ");
    CHECK(words(day_of_month(DueDay::kLast, 1), Language::vi) ==
          "chậm nhất ngày cuối của tháng sau kỳ");
    CHECK(words(day_of_month(3, -2), Language::en) ==
          "by day 3 of month 2 before the one in which the period ends");
    CHECK(words(weekday(Form::weekday_of_week, 0, 0), Language::vi) ==
          "chậm nhất thứ Sáu trong tuần");
    CHECK(words(weekday(Form::weekday_of_month, DueDay::kLast, 0), Language::vi) ==
          "chậm nhất thứ Sáu cuối cùng của tháng cuối kỳ");
}

TEST_CASE("schema: an explanation keeps to it, of rows and of what is continuous") {
    const auto json = explained();
    CHECK(schema_errors("explanation", json) == Strings{});
    CHECK(json.at("/explanations/0/due_rule/anchor"_json_pointer) == "2022-06-30");
    CHECK(json.at("/explanations/0/due"_json_pointer) == "2022-07-20");
    CHECK(json.at("/explanations/0/state"_json_pointer) == "late");
    CHECK(json.at("/explanations/0/returned"_json_pointer) == 1);
    CHECK(json.at("/explanations/0/papers/0/verdict"_json_pointer) == "returned");
    CHECK(json.at("/explanations/0/explanation/reason"_json_pointer) == "Bão");
    CHECK(json.at("/explanations/1/state"_json_pointer) == "waived");
    CHECK(json.at("/explanations/2/activity/since"_json_pointer) == "2022-03-01");
    CHECK(json.at("/explanations/3/not_expected/why"_json_pointer) == "not-named");
    for (const auto* object : {"", "/explanations/0", "/explanations/0/due_rule",
                               "/explanations/0/answers_for/0/0", "/explanations/0/amendments/0",
                               "/explanations/0/extension", "/explanations/0/explanation",
                               "/explanations/0/papers/0", "/explanations/0/papers/0/returned",
                               "/explanations/2/activity", "/explanations/3/not_expected"}) {
        CAPTURE(object);
        const Json::json_pointer at{std::string(object)};
        for (const auto& member : json.at(at).items()) {
            auto without = json;
            without.at(at).erase(member.key());
            CHECK(schema_errors("explanation", without) != Strings{});
        }
        auto more = json;
        more.at(at)["more"] = 1;
        CHECK(schema_errors("explanation", more) != Strings{});
    }
}

TEST_CASE("schema: what codes and states mean keeps to it") {
    const std::vector<Term> terms = {Code::s_unknown_agency, State::late};
    const auto json = Json::parse(terms_json(terms, Language::en));
    CHECK(schema_errors("explanation", json) == Strings{});
    CHECK(json.at("as_of").is_null());
    CHECK(json.at("/explanations/0/id"_json_pointer) == "S104");
    CHECK(json.at("/explanations/1/label"_json_pointer) == "late");
}
