// A plan that is written is read as the plan that it was (formats.md, section 1).

#include "write/plan/plan_yaml.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"
#include "write/plan/outline.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// All that an outline says of it, but for where its file is.
std::string outline_of(const TestPlan& test) {
    auto outline = plan_outline_json(test.plan, test.schedule);
    const auto from = outline.find("\"file\": \"/");
    const auto to = outline.find("plan.yaml", from);
    return from == std::string::npos ? outline : outline.erase(from, to - from);
}

const char* const kEveryKey = R"(format: plantool/plan@1
plan:
  id: kh-1
  number: "1: KH/A"
  title: 'Kế hoạch # "một"'
  issued: 2025-03-01
  place: Phú Yên
  issuers: [a, b]
  signatories: [{name: "Lê, A", title: Trưởng ban, agency: Ban A, for: "TM.", source: "1", assumed: x}]
  implements: {number: 2/CTr, issued: 2021-05-31, title: "C, d", years: [2021, 2025], source: s}
  from: 2025-04-01
  to: 2026-03-31
  year_starts: 4
  timezone: Asia/Ho_Chi_Minh
  language: en
  secretariat: a
  inbox: a@example.org
  recipients: ["Như trên", "Lưu: VT"]
  closes_after: 3wd
  quiet_after: 2w
  soon: 5d
  submissions: nop
  layout: nd30
  scoring: {on-time: 10.5, late: [{from: 1, points: -1}, {from: 8, points: -2.25}], missing: -50}
  preamble:
    - {id: I.1, title: Mục đích, text: "Dòng một\n- dòng hai: x\n\nDòng ba", source: I.1}
  source: "đầu"
  assumed: "có: dấu"
calendar:
  weekend: [friday, saturday]
  holidays: [{date: 2025-09-02, name: "Quốc khánh", assumed: y}]
  working_days: [{date: 2025-04-26, name: bù}]
  source: lịch
agencies:
  - {id: a, name: Sở A, short: SA, aliases: ["A, một", no], email: a@example.org}
  - {id: b, name: Sở B, active: {from: 2025-01-01, to: 2025-09-30, source: q}, successor: [a, c]}
  - {id: c, name: "007", renamed: [{from: 2025-06-01, name: Sở C mới, short: SCM, document: 9/QĐ}]}
groups:
  - {id: g, name: Nhóm, members: [a, b], source: III, assumed: z}
tasks:
  - {id: II.1, title: Việc một, text: "“Lời”\nvăn", lead: [g], and_related: true, partners: [c],
     cadence: continuous, quiet_after: 10d, source: II.1}
  - {id: II.2, title: Việc hai, lead: [a], cadence: ad-hoc, due: {within: 5wd, after: raised}}
reports:
  - {id: q, title: Quý, from: [g], to: [c], cadence: quarterly, periods: [Q1, 2025-Q4],
     due: {before: {Q1: 07-05, 2025-Q4: 2026-04-05}, roll: next, at: "16:30", source: d},
     closes_after: 1m, covers: [II.1], source: III.2,
     amended: [{on: 2025-05-01, effective: 2025-06-30, due: {by: {day: last, month: +1}},
                closes_after: 9d, from: [a], number: 5/CV, reason: "dời, hạn"},
               {on: 2025-12-01, ends: true}, {on: 2026-01-01, ends: false}]}
  - {id: m, title: Tháng, from: [a], cadence: monthly, due: {by: {weekday: friday, nth: last}}}
  - {id: w, title: Tuần, from: [a], cadence: weekly, due: {by: {weekday: friday}, roll: previous}}
  - {id: h, title: Nửa năm, from: [a], cadence: semiannual, due: {by: {2025-H1: 2025-Q3, H2: period-end}}}
  - {id: l, title: Kỳ, from: [a], cadence: listed, due: {within: 3d, after: period-end},
     periods: [{id: HK1, title: Học kỳ một, from: 2025-04-05, to: 2025-08-31, due: 2025-09-10},
               {id: HK2, from: 2025-09-01, to: 2026-01-15, source: p}]}
indicators:
  - {id: i, name: "Số, cái", unit: "%", type: decimal, total: mean, min: -1.5, max: 100, tasks: [II.1], assumed: k}
  - {id: j, name: Số, type: integer, total: last}
validation: {S113: off, S126: error, assumed: v}
waivers: [{obligation: m, agencies: [a], period: 2025-07, reason: "nghỉ: hè", document: 3/CV, decided: 2025-07-02}]
extensions: [{obligation: m, agency: a, period: 2025-08, due: 2025-09-20, reason: bão}]
)";

}  // namespace

TEST_CASE("plan_yaml: every key comes back") {
    const TestPlan before(kEveryKey);
    REQUIRE_FALSE(before.found.has_errors());
    const auto written = plan_yaml(before.plan, "Một dòng\n\ndòng: [hai");
    CAPTURE(written);
    const TestPlan after(written);
    CHECK_FALSE(after.found.has_errors());
    CHECK(outline_of(after) == outline_of(before));
    CHECK(written.starts_with("# Một dòng\n#\n# dòng: [hai\nformat: plantool/plan@1\n"));
    // Once more it is the same file.
    CHECK(plan_yaml(after.plan, "Một dòng\n\ndòng: [hai") == written);
}

TEST_CASE("plan_yaml: windows by decree come back") {
    const TestPlan before(report_2022("semiannual", "{by: period-end}", "window: nd09"));
    REQUIRE_FALSE(before.found.has_errors());
    const TestPlan after(plan_yaml(before.plan));
    CHECK(outline_of(after) == outline_of(before));
}

TEST_CASE("plan_yaml: holidays of a file beside it are named, not listed") {
    const TestPlan test(kEveryKey);
    const auto written = plan_yaml(test.plan, "", "ngay-nghi.yaml");
    CHECK(written.find("  holidays: ngay-nghi.yaml\n") != std::string::npos);
    CHECK(written.find("2025-09-02") == std::string::npos);
}
