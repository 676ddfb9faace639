// The sentences of a signed report: how it opens and closes by kind of period, what it says of
// totals, and of what nobody said.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/report/report.hpp"
#include "support.hpp"
#include "write/report/opening/opening.hpp"
#include "write/report/paper/paper.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::string kPlan = plan_2022(
    "tasks: [{id: T1, title: Tuyên truyền miệng, lead: [a], cadence: continuous}]\n"
    "reports:\n"
    "  - {id: q, title: Quý, from: [a, b], cadence: quarterly, due: {by: period-end}}\n"
    "  - {id: h, title: Nửa năm, from: [a, b, c], cadence: semiannual, due: {by: period-end}}\n"
    "  - {id: o, title: Tổng kết, from: [a], cadence: once, due: {by: 2022-12-15}}\n"
    "indicators: [{id: n, name: Số hội nghị, unit: hội nghị, type: integer, total: sum}]\n");

/// What a and b sent of the first two quarters, and a of the half-year.
const std::vector<Sent> kSent = {
    {"q", "a", "2022-Q1", "2022-03-30", "1", "2022-03-30",
     R"("results": [{"task": "T1", "summary": "Đã làm.", "figures": {"n": 4}}])"},
    {"q", "a", "2022-Q2", "2022-06-29", "2", "2022-06-29",
     R"("results": [{"task": "T1", "summary": "Đã làm.", "figures": {"n": 6}}], )"
     R"("difficulties": "Không có.")"},
    {"q", "b", "2022-Q2", "2022-07-02", "3", "2022-07-02", R"("nil": true)"}};

/// The paper of a period, from what was sent.
SignedPaper paper_of(const std::vector<Sent>& sent, std::string_view as_of, const char* period,
                     Language language = Language::vi) {
    TestPlan test(kPlan);
    auto& head = test.plan.head;
    head.number = "04-KHPH/BTG";
    head.title = "Kế hoạch thực hiện Chương trình phối hợp";
    head.issued = day("2022-02-23");
    const auto scope = find_scope(test.plan, test.schedule, period, {});
    REQUIRE(scope);
    std::string lines;
    for (const auto& one : sent) lines += one.json();
    Assessment assessment(test, day(as_of));
    ContentKeeper contents(*scope, day(as_of));
    PlanIntake intake;
    intake.assessment = &assessment;
    intake.wanted = [&](const CheckedSubmission& submission) {
        return contents.wanted(submission);
    };
    intake.kept = [&](const Submission& submission, Standing standing) {
        contents.add(submission, standing);
    };
    take_in_bytes(test, as_of, "sent.ndjson", lines, std::move(intake));
    return signed_paper(build_report(assessment, *scope, contents), language);
}

/// Every text of a part, one after the other.
std::string text_of(const std::vector<PaperBlock>& blocks) {
    std::string out;
    for (const auto& block : blocks) {
        if (block.text.empty()) continue;
        if (!out.empty()) out += " | ";
        out += block.lead.empty() ? block.text : block.lead + " " + block.text;
    }
    return out;
}

const PaperAnnex& annex(const SignedPaper& paper, const std::string& title) {
    for (const auto& one : paper.annexes) {
        if (one.title == title) return one;
    }
    FAIL("no annex ", title);
    return paper.annexes.front();
}

std::vector<Strings> rows_of(const PaperAnnex& annex) {
    std::vector<Strings> rows;
    for (const auto& block : annex.blocks) {
        for (const auto& row : block.table.rows) rows.push_back(row);
    }
    return rows;
}

}  // namespace

TEST_CASE("paper: it opens with its plan, its papers and its day") {
    struct Case {
        const char* period;
        const char* as_of;
        const char* opening;
    };
    const std::string plan =
        "Thực hiện Kế hoạch số 04-KHPH/BTG, ngày 23/02/2022 về thực hiện Chương trình phối hợp; ";
    const Case cases[] = {
        {"2022-Q2", "2022-07-05",
         "trên cơ sở báo cáo của 02/02 đơn vị nhận được đến hết ngày 05/7/2022, cơ quan tổng hợp "
         "báo cáo kết quả quý II năm 2022 như sau:"},
        {"2022-Q1", "2022-03-30",
         "trên cơ sở báo cáo của 01/02 đơn vị nhận được đến hết ngày 30/3/2022 (số liệu tính từ "
         "ngày "
         "01/01/2022 đến ngày 30/3/2022), cơ quan tổng hợp báo cáo kết quả quý I năm 2022 như "
         "sau:"},
        {"2022-H1", "2022-07-05",
         "đến hết ngày 05/7/2022 chưa nhận được báo cáo nào, cơ quan tổng hợp báo cáo kết quả 6 "
         "tháng đầu năm 2022 như sau:"},
        {"once", "2022-12-31",
         "đến hết ngày 31/12/2022 chưa nhận được báo cáo nào, cơ quan tổng hợp báo cáo kết quả "
         "trong toàn bộ thời gian thực hiện kế hoạch như sau:"}};
    for (const auto& one : cases) {
        CAPTURE(one.period);
        CHECK(paper_of(kSent, one.as_of, one.period).opening == plan + one.opening);
    }
    CHECK(
        paper_of(kSent, "2022-07-05", "2022-Q2", Language::en).opening ==
        "Under Plan No. 04-KHPH/BTG of 23 Feb 2022, “Kế hoạch thực hiện Chương trình phối hợp”, "
        "and from the reports of 2 of 2 units received up to and including 5 Jul 2022, the office "
        "reports the results of quarter 2 of 2022 as follows:");
}

TEST_CASE("paper: a plan is about what its title says, once") {
    PlanHead head;
    head.title = "Kế hoạch thực hiện Chương trình";
    CHECK(what_the_plan_is(head, Language::vi) == "về thực hiện Chương trình");
    head.title = "Kế hoạch về chuyển đổi số";
    CHECK(what_the_plan_is(head, Language::vi) == "về chuyển đổi số");
    CHECK(what_the_plan_is(head, Language::en) == "“Kế hoạch về chuyển đổi số”");
    head.title = "Kế hoạch ";
    CHECK(what_the_plan_is(head, Language::vi) == "“Kế hoạch ”");
}

TEST_CASE("paper: what it is about says the day before its period ends, and its close the layout") {
    const auto whole = paper_of(kSent, "2022-07-05", "2022-Q2");
    CHECK(whole.closing ==
          "Trên đây là báo cáo tổng hợp kết quả thực hiện Kế hoạch số 04-KHPH/BTG, "
          "quý II năm 2022.");
    const auto part = paper_of(kSent, "2022-03-30", "2022-Q1");
    CHECK(part.closing ==
          "Trên đây là báo cáo tổng hợp kết quả thực hiện Kế hoạch số 04-KHPH/BTG, "
          "quý I năm 2022 (tính đến ngày 30/3/2022).");
}

TEST_CASE("paper: totals say how they changed, and once against what") {
    const auto paper = paper_of(kSent, "2022-07-05", "2022-Q2");
    const auto results = text_of(paper.parts[1].blocks);
    CHECK(results.find("01/02 đơn vị có báo cáo nội dung này, với 06 hội nghị (tăng 50% so với quý "
                       "I/2022).") != std::string::npos);
    CHECK(results.find("01 đơn vị báo cáo trong kỳ không phát sinh nội dung: Sở Y tế.") !=
          std::string::npos);
}

TEST_CASE("paper: of what nobody was heard on it says nothing else") {
    const auto heard = paper_of(kSent, "2022-07-05", "2022-Q2");
    CHECK(text_of(heard.parts[4].blocks) == "Các đơn vị đã báo cáo không có kiến nghị, đề xuất.");
    const auto silent = paper_of(kSent, "2022-07-05", "2022-H1");
    CHECK(text_of(silent.parts[1].blocks) == "Chưa có báo cáo của đơn vị nào về nội dung này.");
    CHECK(text_of(silent.parts[4].blocks) == "Chưa có báo cáo của đơn vị nào về nội dung này.");
}

TEST_CASE("paper: the annexes rank the units, and list what they owe of every report") {
    const auto paper = paper_of(kSent, "2022-07-05", "2022-Q2");
    const auto ranks = rows_of(annex(paper, "XẾP HẠNG CÁC ĐƠN VỊ VỀ NỘP BÁO CÁO"));
    REQUIRE(ranks.size() == 2);
    CHECK(ranks[0] == Strings{"1", "Sở Công Thương", "3", "2", "2", "66,7%", "66,7%", "5"});
    CHECK(ranks[1] == Strings{"2", "Sở Y tế", "3", "1", "0", "33,3%", "0,0%", "34,33"});
    const auto standing = rows_of(annex(paper, "TÌNH HÌNH NỘP BÁO CÁO CỦA TỪNG ĐƠN VỊ"));
    REQUIRE(standing.size() == 5);
    CHECK(standing[2] == Strings{"1", "Sở Y tế", "Quý", "Quý I/2022", "31/3/2022", "96"});
    CHECK(standing[3] ==
          Strings{"2", "Sở Công Thương", "Nửa năm", "6 tháng đầu năm 2022", "30/6/2022", "5"});
}
