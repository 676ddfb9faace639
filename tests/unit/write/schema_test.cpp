// What is written as JSON keeps to its JSON Schema.
#include "schema.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/status/status.hpp"
#include "read/plan/plan_file.hpp"
#include "support.hpp"
#include "write/changes/changes_writers.hpp"
#include "write/findings/findings.hpp"
#include "write/plan/outline.hpp"
#include "write/rates/rates_writers.hpp"
#include "write/status/writers.hpp"

using namespace plantool;
using namespace plantool::testing;
using Json = nlohmann::json;

namespace {

const char* const kRest =
    "tasks:\n"
    "  - {id: II.1, title: Việc một, lead: [a, b], cadence: continuous, source: II.1}\n"
    "  - {id: II.2, title: Việc hai, lead: [a], cadence: ad-hoc,\n"
    "     due: {within: 5d, after: raised}, assumed: Mẫu}\n"
    "reports:\n"
    "  - {id: r, title: Báo cáo, from: [a, b, c], cadence: quarterly, due: {by: period-end}}\n";

const char* const kEvents =
    "format: plantool/events@1\n"
    "note: Bịa đặt.\n"
    "events: [{id: viec, obligation: II.2, raised: 2022-03-01}]\n"
    "waivers: [{obligation: r, agency: c, period: 2022-Q1}]\n"
    "extensions: [{obligation: r, agency: b, period: 2022-Q1, due: 2022-04-20}]\n";

Json status_of(const TestPlan& test, std::string_view as_of, const std::vector<Sent>& sent) {
    auto assessment = assess_with(test, as_of, sent);
    if (!sent.empty()) {
        CitedPaper paper;
        paper.origin = {"a.csv", 7, 0};
        paper.errors = {Code::s_bad_width, Code::s_syntax};
        assessment.refuse(std::move(paper));
    }
    std::string text;
    const auto status = select(assessment, {});
    write_status_json({.plans = {&status, 1}}, [&](std::string_view piece) { text += piece; });
    return Json::parse(text);
}

Json rates_of(const TestPlan& test, std::string_view as_of, const std::vector<Sent>& sent,
              RatesBy by) {
    const auto assessment = assess_with(test, as_of, sent);
    const auto status = select(assessment, {});
    RatesAnswer answer{.of = {.plans = {&status, 1}},
                       .by = by,
                       .lines = count_rates({&status, 1}, by, Language::vi)};
    rank_by_rates(answer.lines);
    std::string text;
    write_rates_json(answer, [&](std::string_view piece) { text += piece; });
    return Json::parse(text);
}

Json changes_of(const TestPlan& test, std::string_view since, std::string_view as_of,
                const std::vector<Sent>& sent) {
    const auto before = assess_with(test, since, sent);
    auto now = assess_with(test, as_of, sent);
    if (!sent.empty()) {
        CitedPaper paper;
        paper.origin = {"a.csv", 7, 0};
        paper.errors = {Code::s_unknown_agency};
        now.refuse(std::move(paper));
    }
    const PlanChanges plan{&before, &now, changes_between(before, now)};
    std::string text;
    write_changes_json({{&plan, 1}, day(since)}, [&](std::string_view piece) { text += piece; });
    return Json::parse(text);
}

Json diagnostics_of(const std::string& plan) {
    const TestPlan test(plan);
    return Json::parse(plantool::to_json(test.found, {1, 0}, Language::en));
}

/// Each key is required, and none may be added, in this object of the document.
void check_closed(const std::string& schema, const Json& document, const std::string& pointer) {
    const Json::json_pointer at(pointer);
    REQUIRE(schema_errors(schema, document) == Strings{});
    for (const auto& member : document.at(at).items()) {
        const std::string key = member.key();
        if (key == "notices") continue;
        CAPTURE(key);
        auto changed = document;
        changed.at(at).erase(key);
        CHECK(schema_errors(schema, changed) != Strings{});
        changed.at(at)[key] = Json::array({Json::object()});
        CHECK(schema_errors(schema, changed) != Strings{});
    }
    auto more = document;
    more.at(at)["more"] = 1;
    CHECK(schema_errors(schema, more) != Strings{});
}

}  // namespace

TEST_CASE("schema: status keeps to it, at every time of the plan") {
    const TestPlan test(plan_2022(kRest), kEvents);
    REQUIRE(errors_of(test.found) == Strings{});
    const std::vector<Sent> sent = {
        {"r", "a", "2022-Q1", "2022-03-30", "1-BC", "2022-03-29"},
        {"r", "a", "2022-Q1", "2022-04-02"},
        {"r", "b", "2022-Q1", "2022-04-25"},
        {"r", "b", "2022-Q2", "2022-06-25", "", "", R"("results": [{"task": "II.1"}])"},
        {"r", "b", "2022-Q9", "2022-06-25"},
    };
    for (const auto* as_of : {"2021-06-01", "2022-03-03", "2022-07-05", "2023-06-01"}) {
        CAPTURE(as_of);
        CHECK(schema_errors("status", status_of(test, as_of, sent)) == Strings{});
        CHECK(schema_errors("status", status_of(test, as_of, {})) == Strings{});
    }
    const auto status = status_of(test, "2022-07-05", sent);
    CHECK(status.at("notices").size() == 1);
    for (const auto* object :
         {"", "/plans/0", "/summary", "/rows/0", "/rows/1", "/activity/0", "/refused/0"}) {
        CAPTURE(object);
        check_closed("status", status, object);
    }
}

TEST_CASE("schema: status of a plan that expects nothing keeps to it") {
    const TestPlan test(plan_2022(""));
    const auto status = status_of(test, "2022-07-05", {});
    CHECK_FALSE(status.contains("notices"));
    CHECK(schema_errors("status", status) == Strings{});
}

TEST_CASE("schema: an error keeps to it") {
    const TestPlan test(plan_2022("reports: [{id: R}]\nmore: 1\n"));
    REQUIRE(test.found.has_errors());
    const auto with =
        plantool::to_json({{Word::plan_has_errors, 2}, {}, &test.found}, 2, Language::en);
    check_closed("error", Json::parse(with), "");
    check_closed("error", Json::parse(with), "/diagnostics/0");
    const auto without =
        plantool::to_json({{Word::no_plan_found}, {Word::name_a_plan}}, 2, Language::vi);
    check_closed("error", Json::parse(without), "");
    const Json expected = {
        {"format", "plantool/error@1"},
        {"exit", 2},
        {"message", "không tìm thấy kế hoạch ở thư mục này và các thư mục cấp trên"},
        {"help",
         "chỉ rõ bằng --plan, hoặc đặt tên tệp là plan.yaml, plan-NĂM.yaml hay "
         "data/plan-NĂM.yaml"},
        {"diagnostics", Json::array()},
    };
    CHECK(Json::parse(without) == expected);
}

TEST_CASE("schema: rates keep to it, by each of what they are told, with points and without") {
    const std::vector<Sent> sent = {{"r", "a", "2022-Q1", "2022-03-30", "1-BC"},
                                    {"r", "b", "2022-Q1", "2022-04-25"}};
    auto scored = plan_2022(kRest);
    const std::string head = "to: 2022-12-31";
    scored.insert(scored.find(head) + head.size(), ", scoring: {on-time: 1.5, missing: -2}");
    for (const auto& yaml : {plan_2022(kRest), scored}) {
        const TestPlan test(yaml, kEvents);
        REQUIRE(errors_of(test.found) == Strings{});
        for (const auto& by : all_rates_by()) {
            CAPTURE(by.id);
            CHECK(schema_errors("rates", rates_of(test, "2022-07-05", sent, by.by)) == Strings{});
            CHECK(schema_errors("rates", rates_of(test, "2021-07-05", {}, by.by)) == Strings{});
        }
    }
    const TestPlan test(scored, kEvents);
    const auto rates = rates_of(test, "2022-07-05", sent, RatesBy::agency);
    CHECK(rates.at("rows").at(0).at("points").is_number());
    for (const auto* object : {"", "/plans/0", "/rows/0"}) {
        CAPTURE(object);
        check_closed("rates", rates, object);
    }
    const TestPlan nothing(plan_2022(""));
    const auto empty = rates_of(nothing, "2022-07-05", {}, RatesBy::plan);
    CHECK(empty.at("rows") == Json::array());
    CHECK(schema_errors("rates", empty) == Strings{});
}

TEST_CASE("schema: changes keep to it") {
    const TestPlan test(plan_2022(kRest), kEvents);
    const std::vector<Sent> sent = {{"r", "a", "2022-Q1", "2022-03-30", "1-BC"},
                                    {"r", "a", "2022-Q1", "2022-04-02"},
                                    {"r", "b", "2022-Q1", "2022-04-25"}};
    const auto changes = changes_of(test, "2022-02-01", "2022-07-05", sent);
    CHECK(changes.at("changes").at(0).at("what") == "expected");
    for (const auto* object : {"", "/plans/0", "/changes/0", "/changes/1", "/refused/0"}) {
        CAPTURE(object);
        check_closed("changes", changes, object);
    }
    const auto none = changes_of(test, "2022-07-05", "2022-07-05", {});
    CHECK(none.at("changes") == Json::array());
    CHECK(none.at("refused") == Json::array());
    CHECK(schema_errors("changes", none) == Strings{});
}

TEST_CASE("schema: a change has the values of its kind") {
    const TestPlan test(plan_2022(kRest), kEvents);
    const std::vector<Sent> sent = {{"r", "a", "2022-Q1", "2022-03-30", "1-BC"},
                                    {"r", "a", "2022-Q1", "2022-04-02"}};
    auto changes = changes_of(test, "2022-02-01", "2022-07-05", sent);
    auto& change = changes.at("changes").at(0);
    struct Case {
        const char* what;
        Json from;
        Json to;
        bool fits;
    };
    const Case cases[] = {
        {"expected", nullptr, "open", true},
        {"expected", "open", "late", false},
        {"dropped", "open", nullptr, true},
        {"dropped", nullptr, "open", false},
        {"due", "2022-06-29", "2022-07-01", true},
        {"due", nullptr, "2022-07-01", false},
        {"state", "open", "late", true},
        {"state", "open", "lost", false},
        {"received", nullptr, "2022-07-01", true},
        {"received", "2022-07-01", nullptr, true},
        {"received", 1, "2022-07-01", false},
        {"revisions", 0, 1, true},
        {"returned", 0, 1, true},
        {"returned", nullptr, 1, false},
        {"agency", nullptr, nullptr, false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        change["what"] = c.what;
        change["from"] = c.from;
        change["to"] = c.to;
        CHECK((schema_errors("changes", changes) == Strings{}) == c.fits);
    }
}

TEST_CASE("schema: diagnostics keep to it") {
    CHECK(schema_errors("diagnostics", diagnostics_of(plan_2022(kRest))) == Strings{});
    CHECK(schema_errors("diagnostics", diagnostics_of("")) == Strings{});
    const auto found = diagnostics_of(plan_2022("reports: [{id: R}]\nmore: 1\n"));
    REQUIRE(found.at("errors") > 3);
    for (const auto* object : {"", "/diagnostics/0", "/diagnostics/3"}) {
        CAPTURE(object);
        check_closed("diagnostics", found, object);
    }
}

namespace {

Json outline_of(const LaidPlan& laid) {
    return Json::parse(plan_outline_json(laid.plan, laid.schedule));
}

Json outline_of_file(const std::string& file) {
    LaidPlan laid;
    Diagnostics found;
    laid.plan = read_plan(file, found);
    resolve(laid.plan, found);
    laid.schedule = build_schedule(laid.plan, day("2022-07-05"), found);
    return outline_of(laid);
}

}  // namespace

TEST_CASE("schema: the outlines of all plans of the project keep to it") {
    for (const auto* file :
         {"data/plan-2022.yaml", "data/plan-2023.yaml", "data/examples/nam-hoc/plan.yaml",
          "data/examples/nghia-vu-doanh-nghiep/plan.yaml",
          "data/examples/regulator-returns/plan.yaml"}) {
        CAPTURE(file);
        REQUIRE(std::filesystem::exists(file));
        CHECK(schema_errors("outline", outline_of_file(file)) == Strings{});
    }
    CHECK(schema_errors("outline", outline_of(TestPlan(plan_2022("")))) == Strings{});
}

TEST_CASE("schema: an outline says all that a plan says, and keeps to it") {
    const TestPlan test(
        "format: plantool/plan@1\n"
        "plan:\n"
        "  {id: kh, number: 1-KH, title: Kế hoạch, issued: 2022-01-01, from: 2022-01-01,\n"
        "   to: 2022-12-31, implements: {number: 6-CTr, years: [2021]}, layout: nd30,\n"
        "   signatories: [{name: Lê A, for: TM.}], preamble: [{id: I, title: Mục đích, text: x}],\n"
        "   scoring: {on-time: 10, late: [{from: 1, points: -1.5}], missing: -50}}\n"
        "agencies:\n"
        "  - {id: a, name: Ban A, active: {to: 2022-06-30}, successor: b}\n"
        "  - {id: b, name: Ban B, renamed: [{from: 2022-03-01, name: Ban Bờ, document: 5/QĐ}]}\n"
        "groups: [{id: g, name: Các ban, members: [a, b]}]\n"
        "tasks: [{id: II.1, title: Việc, lead: [b], cadence: ad-hoc, due: {within: 5d, after: "
        "raised}}]\n"
        "reports:\n"
        "  - {id: r, title: Báo cáo, from: [g], cadence: listed, due: {by: period-end, at: "
        "\"16:30\"},\n"
        "     periods: [{id: d1, title: Đợt một, from: 2022-01-01, to: 2022-06-30}],\n"
        "     amended: [{on: 2022-03-01, due: {within: 5wd, after: period-end, roll: next},\n"
        "                number: 9/UBND}]}\n"
        "indicators: [{id: i, name: Số, type: integer, total: sum, min: 0}]\n",
        "format: plantool/events@1\n"
        "note: Bịa đặt.\n"
        "events: [{id: viec, obligation: II.1, raised: 2022-03-01}]\n"
        "waivers: [{obligation: r, agency: b, period: d1}]\n"
        "extensions: [{obligation: r, agency: b, period: d1, due: 2022-07-20}]\n"
        "returns: [{obligation: r, agency: b, period: d1, document: 1, returned: 2022-07-01}]\n"
        "explanations: [{obligation: r, agency: b, period: d1, reason: Bão}]\n");
    REQUIRE(errors_of(test.found) == Strings{});
    const auto outline = outline_of(test);
    for (const auto* object : {"",
                               "/implements",
                               "/signatories/0",
                               "/preamble/0",
                               "/scoring",
                               "/scoring/late/0",
                               "/agencies/0",
                               "/agencies/1/renamed/0",
                               "/groups/0",
                               "/obligations/1",
                               "/obligations/1/due",
                               "/obligations/1/due/days/0",
                               "/obligations/1/periods/0",
                               "/obligations/1/amended/0",
                               "/indicators/0",
                               "/events/0",
                               "/waivers/0",
                               "/extensions/0",
                               "/returns/0",
                               "/explanations/0"}) {
        CAPTURE(object);
        const Json::json_pointer at{std::string(object)};
        REQUIRE(schema_errors("outline", outline) == Strings{});
        for (const auto& member : outline.at(at).items()) {
            auto without = outline;
            without.at(at).erase(member.key());
            CHECK(schema_errors("outline", without) != Strings{});
        }
        auto more = outline;
        more.at(at)["more"] = 1;
        CHECK(schema_errors("outline", more) != Strings{});
    }
    CHECK(outline.at("/agencies/0/successor"_json_pointer) == Json::array({"b"}));
    CHECK(outline.at("/obligations/1/periods/0/title"_json_pointer) == "Đợt một");
    CHECK(outline.at("/obligations/1/amended/0/due/within"_json_pointer) == "5wd");
    CHECK(outline.at("/scoring/late/0/points"_json_pointer) == -1.5);
}
