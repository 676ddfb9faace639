// The JSON Schemas and the readers say the same of what is written.
#include "schema.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "core/time/date.hpp"
#include "read/file/file.hpp"
#include "read/plan/plan_file.hpp"
#include "read/submission/formats.hpp"
#include "read/submission/submission_source.hpp"
#include "read/syntax/yaml/yaml.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPlan = R"(format: plantool/plan@1
plan:
  id: kh
  number: 1-KH
  title: Kế hoạch
  issued: 2022-01-05
  from: 2022-01-01
  to: 2022-12-31
  closes_after: 30d
  soon: 7d
calendar:
  weekend: [saturday, sunday]
  holidays: [{date: 2022-09-02, name: Quốc khánh}]
agencies:
  - {id: a, name: Sở Công Thương, active: {from: 2022-01-01}}
  - {id: b, name: Sở Y tế}
groups:
  - {id: g, name: Các sở, members: [a, b]}
tasks:
  - {id: II.1, title: Việc một, lead: [a], cadence: continuous}
  - {id: II.2, title: Việc hai, lead: [a], cadence: ad-hoc, due: {within: 5d, after: raised}}
reports:
  - id: r
    title: Báo cáo
    from: [g]
    cadence: quarterly
    due: {by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}
indicators:
  - {id: i, name: Số hội nghị, type: integer, total: sum, min: 0}
waivers:
  - {obligation: r, agency: a, period: 2022-Q1}
)";

constexpr std::string_view kSubmission = R"(format: plantool/submission@1
agency: a
obligation: r
period: 2022-Q1
document: {number: 45-BC, date: 2022-03-20}
received: 2022-03-21
via: email
results:
  - task: II.1
    summary: Đã làm.
    figures: {i: 3}
)";

/// One change of a text that is right.
struct Change {
    std::string_view from;
    std::string_view to;
};

std::string changed(std::string_view text, const Change& change) {
    std::string out(text);
    const auto at = out.find(change.from);
    REQUIRE_MESSAGE(at != std::string::npos, std::string(change.from));
    return out.replace(at, change.from.size(), change.to);
}

nlohmann::json parsed(const std::string& text) {
    const Source source("a.yaml", text);
    Diagnostics found;
    nlohmann::json out;
    REQUIRE(parse_yaml(source, kPlanShape, found, [&](const Node& node) { out = to_json(node); }));
    return out;
}

Strings plan_errors(const std::string& text) {
    return errors_of(TestPlan(text).found);
}

Strings submission_errors(const std::vector<KeptReading>& readings) {
    Strings out;
    for (const auto& reading : readings) {
        for (auto& error : errors_of(reading.diagnostics)) {
            out.push_back(fmt::format("{} {}", reading.line, error));
        }
    }
    return out;
}

constexpr Change kGoodPlans[] = {
    {"", ""},
    {"id: kh", "id: 2022"},
    {"number: 1-KH", "number: 45"},
    {"title: Kế hoạch", "title: 2022"},
    {"title: Kế hoạch", "title: \"true\""},
    {"soon: 7d", "soon: 1w"},
    {"soon: 7d", "soon: 07d"},
    {"soon: 7d", "place:"},
    {"soon: 7d", "language: en"},
    {"soon: 7d", "issuers: [a, g]"},
    {"soon: 7d", "implements: {number: 06-CTr, years: [2021, \"2025\"], source: I}"},
    {"soon: 7d", "signatories: [{name: Lê Văn A, for: TM., assumed: Mẫu}]"},
    {"name: Quốc khánh", "name: Quốc khánh, source: Luật"},
    {"holidays: [{date: 2022-09-02, name: Quốc khánh}]", "holidays:"},
    {"active: {from: 2022-01-01}", "active:"},
    {"cadence: continuous", "cadence: continuous, quiet_after: 2w, and_related: true"},
    {"cadence: continuous", "cadence: once, due: {before: 2022-06-30}"},
    {"cadence: continuous", "cadence: annual, due: {by: 02-28}, window: nd09, closes_after: 1m"},
    {"within: 5d, after: raised", "by: 2022-06-30"},
    {"within: 5d, after: raised", "within: 2w, after: raised, source: II, assumed: Mẫu"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: period-end, roll: none}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{within: 5wd, after: window-end}"},
    {"Q1: 03-25", "2022-Q1: 2022-03-25"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}",
     "{by: 06-25}\n    periods: [Q1, 2022-Q2, 2022Q3]"},
    {"from: [g]", "from: [g, a]\n    to: [b]\n    covers: [II.1]\n    text: 7"},
    {"min: 0", "min: -1.5, max: 1e3, unit: \"%\", tasks: [II.1]"},
    {"min: 0", "min:"},
    {"period: 2022-Q1", "period: 2022-Q1, reason: Bận, document: 12, source: III"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: {day: 25, month: +1}}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{before: {day: last}}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}",
     "{by: {weekday: friday, nth: last, month: 0}}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}",
     "{by: {weekday: friday, nth: 2}, at: \"16:30\"}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: 2027-Q2}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{before: 2027-9M}"},
    {"cadence: continuous",
     "cadence: listed, due: {by: period-end}, periods: [{id: HK1, title: I, from: 2022-01-03, to: "
     "2022-05-31, due: 2022-06-05}]"},
    {"cadence: continuous",
     "cadence: continuous, amended: [{on: 2022-06-01, effective: 2022-07-01, lead: [b], "
     "quiet_after: 30d, number: 5/UBND, reason: x}]"},
    {"from: [g]",
     "from: [g]\n    amended: [{on: 2022-06-10, due: {by: period-end}, ends: false, closes_after: "
     "1m}]"},
    {"soon: 7d",
     "soon: 7d\n  year_starts: 1\n  layout: nd30\n  preamble: [{id: I.1, title: T, text: x}]"},
    {"soon: 7d",
     "soon: 1w\n  scoring: {on-time: 10, late: [{from: 1, points: -0.5}], missing: -50}"},
    {"active: {from: 2022-01-01}", "active: {from: 2022-01-01, to: 2022-11-30}, successor: b"},
    {"active: {from: 2022-01-01}",
     "active: {to: 2022-11-30}, successor: [b], renamed: [{from: 2022-02-01, name: N, short: n, "
     "document: 7}]"},
    {"agency: a, period: 2022-Q1", "agencies: [a, g], period: 2022-Q1, decided: 2022-03-01"},
    {"agency: a, period: 2022-Q1", "agency: Sở Y tế, period: 2022-Q1"},
    {"waivers:\n  - {obligation: r, agency: a, period: 2022-Q1}",
     "extensions:\n  - {obligation: r, agency: a, period: 2022-Q1, due: 2022-04-01}"},
};

constexpr Change kBadPlans[] = {
    {"format: plantool/plan@1", "format: plantool/plan@2"},
    {"format: plantool/plan@1\n", ""},
    {"format: plantool/plan@1", "format: plantool/plan@1\nversion: 1"},
    {"  id: kh\n", ""},
    {"id: kh", "id:"},
    {"id: kh", "id: KH"},
    {"id: kh", "id: -1"},
    {"number: 1-KH", "number: [1-KH]"},
    {"title: Kế hoạch", "title: \"  \""},
    {"issued: 2022-01-05", "issued: 05/01/2022"},
    {"issued: 2022-01-05", "issued: 2022-13-05"},
    {"issued: 2022-01-05", "issued: 2022-04-31"},
    {"issued: 2022-01-05", "issued: 2022"},
    {"closes_after: 30d", "closes_after: 30"},
    {"closes_after: 30d", "closes_after: 0d"},
    {"closes_after: 30d", "closes_after: 30 days"},
    {"soon: 7d", "soon: 1m"},
    {"soon: 7d", "soom: 7d"},
    {"soon: 7d", "language: fr"},
    {"soon: 7d", "recipients: UBND tỉnh"},
    {"soon: 7d", "implements: {years: [hai mươi]}"},
    {"weekend: [saturday, sunday]", "weekend: saturday"},
    {"weekend: [saturday, sunday]", "weekend: [thứ bảy]"},
    {"weekend: [saturday, sunday]",
     "weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]"},
    {"date: 2022-09-02", "day: 2022-09-02"},
    {"name: Sở Y tế", "nam: Sở Y tế"},
    {"name: Sở Y tế", "name: Sở Y tế, aliases: SYT"},
    {"name: Sở Y tế", "name: Sở Y tế, address: Tuy Hòa"},
    {"{id: b, ", "{id: B, "},
    {"active: {from: 2022-01-01}", "active: 2022"},
    {"active: {from: 2022-01-01}", "active: {since: 2022-01-01}"},
    {"members: [a, b]", "members: []"},
    {"members: [a, b]", "members: a"},
    {", members: [a, b]", ""},
    {"id: II.1,", "id: II-1,"},
    {"lead: [a], cadence: continuous", "cadence: continuous"},
    {"lead: [a], cadence: continuous", "lead: [], cadence: continuous"},
    {"cadence: continuous", "cadence: always"},
    {"cadence: continuous", "cadence: monthly"},
    {"cadence: continuous", "cadence: continuous, due: {by: period-end}"},
    {"cadence: continuous", "cadence: continuous, covers: [II.2]"},
    {"cadence: continuous", "cadence: continuous, quiet_after: 3m"},
    {"cadence: continuous", "cadence: continuous, and_related: maybe"},
    {"after: raised", "after: period-end"},
    {"within: 5d, after: raised", "within: 5d"},
    {"within: 5d, after: raised", "after: raised"},
    {"within: 5d, after: raised", "by: period-end"},
    {"within: 5d, after: raised", "within: 5d, after: raised, by: 2022-05-01"},
    {"Q1: 03-25", "Q5: 03-25"},
    {"Q1: 03-25", "Q1: 03/25"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: {}}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: 02-30}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{on: 06-30}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: 06-30, roll: up}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: 06-30, before: 07-01}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{within: 5d, after: raised}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "2022-06-30"},
    {"from: [g]", "from: [g]\n    partners: [b]"},
    {"from: [g]", "from: [g]\n    periods: [X1]"},
    {"from: [g]", "from: [g]\n    window: nd10"},
    {"type: integer", "type: number"},
    {"total: sum", "total: all"},
    {"min: 0", "min: \"0\""},
    {"{id: i, name: Số hội nghị, ", "{id: i, "},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: {day: 32}}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: {weekday: thursdy, nth: 1}}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: {weekday: friday, month: 1}}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "{by: period-end, at: 24:00}"},
    {"{by: {Q1: 03-25, Q2: 06-25, Q3: 09-25, Q4: 12-25}}", "06-30"},
    {"cadence: continuous", "cadence: listed, due: {by: period-end}"},
    {"cadence: continuous", "cadence: listed, due: {by: period-end}, periods: [HK1]"},
    {"cadence: continuous", "cadence: continuous, amended: [{quiet_after: 30d}]"},
    {"cadence: continuous", "cadence: continuous, amended: [{on: 2022-06-01, from: [a]}]"},
    {"soon: 7d", "year_starts: 13"},
    {"soon: 7d", "layout: nd-30"},
    {"soon: 7d", "scoring: {late: [{from: 0, points: 1}]}"},
    {"soon: 7d", "preamble: [{id: I.1}]"},
    {"active: {from: 2022-01-01}", "renamed: [{name: N}]"},
    {"agency: a, period: 2022-Q1", "agencies: [], period: 2022-Q1"},
    {"agency: a, period: 2022-Q1", "agency: a, agencies: [a], period: 2022-Q1"},
    {"agency: a, period: 2022-Q1", "period: 2022-Q1"},
    {"waivers:", "extensions:"},
};

constexpr Change kGoodSubmissions[] = {
    {"", ""},
    {"  - task: II.1\n    summary", "  - summary"},
    {"period: 2022-Q1", "period: 2022"},
    {"period: 2022-Q1", "period: 2022Q1"},
    {"period: 2022-Q1", "period: viec-phat-sinh"},
    {"period: 2022-Q1", "period:"},
    {"agency: a", "agency: Sở Công Thương"},
    {"number: 45-BC, ", "number: 45, "},
    {"document: {number: 45-BC, date: 2022-03-20}", "document:"},
    {"received: 2022-03-21", "received: 2022-03-21T18:30:00Z"},
    {"received: 2022-03-21", "received: 2022-03-21 18:30:00.5+07:00"},
    {"via: email", "via:"},
    {"via: email", "attachments: []"},
    {"figures: {i: 3}", "figures: {i: -1.5, luot-nguoi: 2e3, tin-bai: }"},
    {"figures: {i: 3}", "figures:"},
    {"via: email", "note: 12\ndifficulties: Không\nproposals: x\nnext: y"},
};

constexpr Change kBadSubmissions[] = {
    {"format: plantool/submission@1\n", ""},
    {"format: plantool/submission@1", "format: plantool/plan@1"},
    {"agency: a\n", ""},
    {"agency: a", "agency: [a]"},
    {"agency: a", "agency: ' '"},
    {"obligation: r\n", ""},
    {"period: 2022-Q1", "period: [2022-Q1]"},
    {"period: 2022-Q1", "source: III.2"},
    {"document: {number: 45-BC, date: 2022-03-20}", "document: 45-BC"},
    {"number: 45-BC", "no: 45-BC"},
    {"date: 2022-03-20", "date: 20/03/2022"},
    {"received: 2022-03-21\n", ""},
    {"received: 2022-03-21", "received: 21/03/2022"},
    {"received: 2022-03-21", "received: 20220321"},
    {"received: 2022-03-21", "received: 2022-03-21T18:30:00"},
    {"received: 2022-03-21", "received: 2022-03-21T25:30:00Z"},
    {"via: email", "via: fax"},
    {"via: email", "attachments: [phu-luc.pdf]"},
    {"via: email", "attachments: [{sha256: 00}]"},
    {"via: email", "attachments: {file: phu-luc.pdf}"},
    {"summary: Đã làm.", "sumary: Đã làm."},
    {"summary: Đã làm.", "summary: [Đã làm.]"},
    {"figures: {i: 3}", "figures: [3]"},
    {"figures: {i: 3}", "figures: 3"},
};

}  // namespace

TEST_CASE("schema: the plan of 2022 passes the schema and the reader") {
    const auto documents = documents_of("data/plan-2022.yaml");
    REQUIRE(documents.size() == 1);
    CHECK(schema_errors("plan", documents.front()) == Strings{});
    Diagnostics found;
    read_plan("data/plan-2022.yaml", found);
    CHECK(errors_of(found) == Strings{});
}

TEST_CASE("schema: every sample passes the schema and the reader") {
    std::size_t checked = 0;
    for (const auto& entry : fs::recursive_directory_iterator("data/sample")) {
        const auto& path = entry.path();
        if (entry.is_directory() || submission_format(path.native()) == nullptr) continue;
        if (path.filename() == "events.yaml") continue;
        CAPTURE(path.string());
        for (const auto& document : documents_of(path)) {
            CHECK(schema_errors("submission", document) == Strings{});
            ++checked;
        }
        const auto source = source_of(find_submissions({path.string()}));
        while (auto piece = source()) {
            read_piece(*piece, [&](Reading& reading) {
                CHECK(errors_of(reading.diagnostics) == Strings{});
            });
        }
    }
    CHECK(checked > 80);
}

TEST_CASE("schema: what a plan may hold, both accept") {
    for (const auto& change : kGoodPlans) {
        const auto text = changed(kPlan, change);
        CAPTURE(text);
        CHECK(schema_errors("plan", parsed(text)) == Strings{});
        CHECK(plan_errors(text) == Strings{});
    }
}

TEST_CASE("schema: faults of a plan's shape, both refuse") {
    for (const auto& change : kBadPlans) {
        const auto text = changed(kPlan, change);
        CAPTURE(text);
        CHECK(schema_errors("plan", parsed(text)) != Strings{});
        CHECK(plan_errors(text) != Strings{});
    }
}

TEST_CASE("schema: what a submission may hold, both accept") {
    for (const auto& change : kGoodSubmissions) {
        const auto text = changed(kSubmission, change);
        CAPTURE(text);
        CHECK(schema_errors("submission", parsed(text)) == Strings{});
        CHECK(submission_errors(read_bytes("a.yaml", text)) == Strings{});
    }
}

TEST_CASE("schema: faults of a submission's shape, both refuse") {
    for (const auto& change : kBadSubmissions) {
        const auto text = changed(kSubmission, change);
        CAPTURE(text);
        CHECK(schema_errors("submission", parsed(text)) != Strings{});
        CHECK(submission_errors(read_bytes("a.yaml", text)) != Strings{});
    }
}

TEST_CASE("schema: the workspace that init makes passes") {
    const fs::path templates = "templates/workspace";
    for (const auto& [name, schema] :
         {std::pair{"plan.yaml", "plan"}, std::pair{"events.yaml", "events"},
          std::pair{"submissions/viec-mau-xa-vi-du-mot.yaml", "submission"}}) {
        auto text = std::string(read_source((templates / name).string())->text());
        text = std::regex_replace(text, std::regex("YYYY"), "2026");
        text = std::regex_replace(text, std::regex("TODAY"), "2026-03-10");
        CHECK(schema_errors(schema, parsed(text)) == Strings{});
    }
}

TEST_CASE("schema: an array of submissions is one document, an array of arrays is none") {
    auto one = parsed(std::string(kSubmission));
    auto list = nlohmann::json::array({one, one});
    CHECK(schema_errors("submission", list) == Strings{});
    CHECK(schema_errors("submission", nlohmann::json::array({list})) != Strings{});
    list[1].erase("agency");
    CHECK(schema_errors("submission", list) != Strings{});
    CHECK(schema_errors("submission", nlohmann::json("a")) != Strings{});
}
