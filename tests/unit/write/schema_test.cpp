// What is written as JSON keeps to its JSON Schema.
#include "schema.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/status.hpp"
#include "support.hpp"
#include "write/diagnostics.hpp"
#include "write/status.hpp"

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
    if (!sent.empty())
        assessment.refuse({{"a.csv", 7}, {Code::s_bad_width, Code::s_syntax}, {}, {}});
    std::string text;
    write_status_json(select(assessment, {}), [&](std::string_view piece) { text += piece; });
    return Json::parse(text);
}

Json diagnostics_of(const std::string& plan) {
    const TestPlan test(plan);
    return Json::parse(plantool::to_json(test.found, {1, 0}));
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
         {"", "/plan", "/summary", "/rows/0", "/rows/1", "/activity/0", "/refused/0"}) {
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
