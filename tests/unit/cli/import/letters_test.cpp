// Papers of running text, held against a plan: whose they are, and what they say of each task.
#include "cli/import/letters.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/import/mails.hpp"
#include "cli/import/opened_plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::string kPlan =
    "format: plantool/plan@1\n"
    "plan: {id: p, number: 1/KH, title: T, issued: 2022-01-01, from: 2022-01-01, to: 2022-12-31, "
    "place: Phú Yên}\n"
    "agencies:\n"
    "  - {id: ubnd, name: Ủy ban nhân dân tỉnh}\n"
    "  - {id: ldld, name: Liên đoàn Lao động tỉnh}\n"
    "  - {id: mttq, name: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh}\n"
    "  - {id: doan, name: Tỉnh đoàn, aliases: [Đoàn TNCS Hồ Chí Minh tỉnh]}\n"
    "  - {id: y-te, name: Sở Y tế}\n"
    "  - {id: tuy-an, name: Ủy ban nhân dân huyện Tuy An}\n"
    "tasks:\n"
    "  - {id: II.1, title: Tuyên truyền, lead: [ubnd], cadence: continuous}\n"
    "  - {id: II.2, title: Khảo sát, lead: [ubnd], cadence: continuous}\n"
    "reports:\n"
    "  - {id: nam, title: Báo cáo năm, from: [ubnd, ldld, mttq, doan, y-te, tuy-an], cadence: "
    "annual, due: {by: period-end}}\n"
    "indicators:\n"
    "  - {id: hoi-nghi, name: Hội nghị, unit: cuộc, type: integer, total: sum}\n"
    "  - {id: tin, name: Tin bài, unit: bài, type: integer, total: sum}\n";

PaperFacts paper_of(std::vector<std::string> issuing) {
    PaperFacts facts;
    facts.title = "BÁO CÁO năm 2022";
    facts.issuing_lines = std::move(issuing);
    return facts;
}

Incoming read(const OpenedPlan& office, const PaperFacts& facts) {
    Incoming out;
    PaperFile paper;
    paper.source = paper.name = "a.docx";
    read_letter(paper, facts, "bytes", *office.session,
                [&](Incoming incoming) { out = std::move(incoming); });
    return out;
}

}  // namespace

TEST_CASE("letters: a body's name with the plan's place behind it, or its organ below it") {
    const OpenedPlan office(kPlan);
    const std::pair<std::vector<std::string>, const char*> cases[] = {
        {{"ỦY BAN NHÂN DÂN TỈNH"}, "ubnd"},
        {{"ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN"}, "ubnd"},
        {{"ỦY BAN NHÂN DÂN", "TỈNH PHÚ YÊN"}, "ubnd"},
        {{"TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH PHÚ YÊN"}, "ldld"},
        {{"UBND TỈNH PHÚ YÊN", "SỞ Y TẾ"}, "y-te"},
        {{"BỘ Y TẾ", "SỞ Y TẾ TỈNH PHÚ YÊN"}, "y-te"},
        {{"SỞ Y TẾ PHÚ YÊN"}, "y-te"},
        {{"ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH PHÚ YÊN", "BAN THƯỜNG TRỰC", "____"}, "mttq"},
        {{"ĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH TỈNH PHÚ YÊN", "***"}, "doan"},
        {{"TỈNH ĐOÀN PHÚ YÊN", "BAN THƯỜNG VỤ"}, "doan"},
        {{"UBND HUYỆN TUY AN"}, "tuy-an"},
        // An office of the body is not the body; nor is another province.
        {{"ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN", "VĂN PHÒNG"}, ""},
        {{"LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH ĐỊNH"}, ""},
        {{"BAN THƯỜNG VỤ"}, ""},
    };
    for (const auto& one : cases) {
        const auto& agency = one.second;
        CAPTURE(one.first.front());
        CHECK(read(office, paper_of(one.first)).submission.agency == agency);
    }
}

TEST_CASE("letters: figures below a header of two rows") {
    const OpenedPlan office(kPlan);
    auto facts = paper_of({"SỞ Y TẾ"});
    facts.sections.emplace_back();
    facts.sections.back().tables.push_back({{{"TT", "Nội dung", "Kết quả", ""},
                                             {"", "", "Hội nghị (cuộc)", "Tin bài"},
                                             {"1", "Tuyên truyền", "1.234", "-"},
                                             {"2", "Khảo sát", "2", "30"},
                                             {"", "Tổng cộng", "1.236", "30"}}});
    const auto incoming = read(office, facts);
    const auto& results = incoming.submission.results;
    REQUIRE(results.size() == 2);
    CHECK(results[0].task == "II.1");
    REQUIRE(results[0].figures.size() == 1);
    CHECK(results[0].figures[0].value == "1234");
    REQUIRE(results[1].figures.size() == 2);
    CHECK(results[1].figures[1].indicator == "tin");
    CHECK(results[1].figures[1].value == "30");
    CHECK(incoming.doubts.empty());
    // A heading over figures alone says nothing; one over another table does.
    auto& section = facts.sections.back();
    section.heading = section.title = "Số liệu cụ thể";
    CHECK(read(office, facts).submission.results.size() == 2);
    section.tables.push_back({{{"Xã", "Người phụ trách"}, {"Một", "Hai"}}});
    const auto more = read(office, facts).submission.results;
    REQUIRE(more.size() == 3);
    CHECK(more[0].summary == "Số liệu cụ thể\nXã | Người phụ trách\nMột | Hai");
    CHECK(more[1].figures.size() == 1);
}

TEST_CASE("letters: headings that open what is next, or only gather others") {
    const OpenedPlan office(kPlan);
    const std::pair<const char*, const char*> cases[] = {
        {"Nhiệm vụ trọng tâm 6 tháng cuối năm", "next"},
        {"Nhiệm vụ thời gian tới", "next"},
        {"Phương hướng", "next"},
        {"Kết quả thực hiện nhiệm vụ 6 tháng cuối năm", "whole"},
        {"Nhiệm vụ được giao", "whole"},
    };
    for (const auto& one : cases) {
        const auto& title = one.first;
        CAPTURE(title);
        auto facts = paper_of({"SỞ Y TẾ"});
        PaperSection section;
        section.heading = section.title = title;
        section.paragraphs = {"Làm."};
        facts.sections = {section};
        const auto s = read(office, facts).submission;
        CHECK((s.next == "Làm.") == (one.second == std::string("next")));
        CHECK(s.results.empty() == (one.second == std::string("next")));
    }
    auto facts = paper_of({"SỞ Y TẾ"});
    PaperSection letter;
    letter.heading = "A. KẾT QUẢ";
    letter.number = letter.path = "A";
    PaperSection task;
    task.heading = "1/ Tuyên truyền";
    task.number = task.path = "1";
    task.title = "Tuyên truyền";
    task.paragraphs = {"Xong."};
    facts.sections = {letter, task};
    const auto results = read(office, facts).submission.results;
    REQUIRE(results.size() == 1);
    CHECK(results[0].task == "II.1");
    CHECK(results[0].summary == "Xong.");
}

TEST_CASE("letters: what is attached to a mail without a name is called by its kind") {
    const OpenedPlan office(kPlan);
    const std::string docx =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const std::pair<std::string, const char*> cases[] = {
        {"Content-Type: " + docx + "\n\nx", "dinh-kem.docx"},
        {"Content-Type: application/octet-stream\n\n%PDF-1.4", "dinh-kem.pdf"},
        {"Content-Type: application/octet-stream\n\nPK\x03\x04 xl/workbook.xml", "dinh-kem.xlsx"},
        {"Content-Type: application/ms-tnef; name=a\n\nx", "winmail.dat"},
        // The whole encoded, as some programs do
        {"Content-Type: " + docx +
             "\nContent-Disposition: "
             "=?utf-8?Q?attachment=3B_filename=3D=22b=C3=A1o=2Edocx=22?=\n\nx",
         "báo.docx"},
        {"Content-Type: image/png\n\nx", ""},
    };
    for (const auto& one : cases) {
        const auto& part = one.first;
        CAPTURE(part);
        PaperFile paper;
        paper.source = paper.name = "a.eml";
        std::string name;
        read_mail_paper(
            paper,
            "From: a@b.vn\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" + part + "\n--x--\n",
            *office.session, [&](const PaperFile& file, const std::string&) { name = file.name; },
            [](const Incoming&) {});
        CHECK(name == one.second);
    }
}

TEST_CASE("letters: a mail without a paper is one where it speaks as a report") {
    const OpenedPlan office(kPlan);
    const std::pair<const char*, bool> cases[] = {
        {"Subject: =?utf-8?Q?B=C3=A1o_c=C3=A1o_n=C4=83m_2022?=\n\nTrong kỳ không phát sinh.", true},
        {"Subject: Bao cao nam 2022\n\nTrong kỳ không phát sinh.", true},
        {"Subject: BAO CAO\n\nTrong kỳ không phát sinh.", true},
        {"Subject: Thu\n\nTrong kỳ không phát sinh.", false},
        {"Subject: Bao cao\n\nMai nop.", false},
    };
    for (const auto& one : cases) {
        const auto& mail = one.first;
        CAPTURE(mail);
        PaperFile paper;
        paper.source = paper.name = "a.eml";
        bool taken = false;
        read_mail_paper(
            paper, std::string("From: a@b.vn\nContent-Type: text/plain; charset=utf-8\n") + mail,
            *office.session, [](const PaperFile&, const std::string&) {},
            [&](const Incoming& incoming) { taken = !incoming.settled; });
        CHECK(taken == one.second);
    }
}
