// Files that other programs made, of invented content: tests/data/papers.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <unistd.h>

#include "read/file/file.hpp"
#include "read/mail/mail.hpp"
#include "read/office/word/word.hpp"
#include "read/office/workbook_cells.hpp"
#include "read/paper/paper_facts.hpp"
#include "read/paper/pdf.hpp"

using namespace plantool;

namespace {

std::string bytes_of(const std::string& name) {
    return std::string(read_source("tests/data/papers/" + name)->text());
}

/// `number, day, title; issuer + issuer; the paths of the sections`.
std::string told(const OrUnreadable<PaperText>& paper) {
    if (readable(paper) == nullptr) return "unreadable";
    const auto facts = facts_of(*readable(paper));
    std::string paths;
    for (const auto& section : facts.sections) {
        if (!section.path.empty()) paths += " " + section.path;
    }
    return fmt::format("{}, {}, {}; {};{}", facts.number,
                       facts.date ? format_date(*facts.date) : "-", facts.title,
                       fmt::join(facts.issuing_lines, " + "), paths);
}

std::string cells_of(const std::string& name) {
    const auto book = read_workbook(bytes_of(name));
    if (readable(book) == nullptr) return "unreadable";
    std::string out;
    for (const auto& sheet : readable(book)->sheets) {
        out += fmt::format("{}{}:", sheet.name, sheet.hidden ? " (hidden)" : "");
        for (const auto& cell : sheet.cells) {
            out += fmt::format(" {}={}", cell_name(cell.row, cell.column), cell.text);
        }
        out += "; ";
    }
    return out;
}

constexpr const char* kParty =
    "45-BC/BTGHU, 2022-06-24, BÁO CÁO kết quả thực hiện Kế hoạch phối hợp số 04-KHPH/BTGTU-UBND 6 "
    "tháng "
    "đầu năm 2022; HUYỆN ỦY TUY AN + BAN TUYÊN GIÁO; I I.1 I.1.1 I.1.3 I.1.3.1 I.1.3.2 I.2 II III "
    "IV";
constexpr const char* kTabs =
    "12/BC-SCT, 2022-07-05, BÁO CÁO Kết quả công tác tuyên truyền quý II/2022; UBND TỈNH PHÚ YÊN + "
    "SỞ CÔNG "
    "THƯƠNG;";

}  // namespace

TEST_CASE("papers of other programs: Word files") {
    CHECK(told(read_word(bytes_of("libreoffice-party.docx"))) == kParty);
    CHECK(told(read_word(bytes_of("libreoffice-tabs.docx"))) == kTabs);
    CHECK(told(read_plain_text(bytes_of("pdftotext.txt"))) == kParty);
}

TEST_CASE("papers of other programs: workbooks") {
    CHECK(cells_of("openpyxl.xlsx") ==
          "Biểu: A1=Tên đơn vị B1=1234.5 C1=0.9755 D1=2022-06-24 E1=TRUE F1==B1*2 G1=  có  khoảng "
          "trắng  "
          "A2=dòng 1\ndòng 2 D2=2022-06-24 E2=A F2=7; _plantool (hidden): A1=format "
          "B1=plantool/form@1; ");
    CHECK(cells_of("libreoffice.xlsx") ==
          "Biểu: A1=Tên đơn vị B1=1234.5 C1=0.9755 D1=2022-06-24 E1=TRUE F1=2469 G1=  có  khoảng "
          "trắng  "
          "A2=dòng 1\ndòng 2 D2=2022-06-24 E2=_x0041_ F2=7; _plantool (hidden): A1=format "
          "B1=plantool/form@1; ");
}

TEST_CASE("papers of other programs: mail") {
    for (const std::string name : {"python-attached.eml", "python-forwarded.eml"}) {
        CAPTURE(name);
        const auto read = read_mail(bytes_of(name));
        REQUIRE(readable(read) != nullptr);
        const auto& mail = *readable(read);
        const bool forwarded = name == "python-forwarded.eml";
        CHECK(mail.from_address == (forwarded ? "van-thu@example.vn" : "sct@example.vn"));
        CHECK(mail.received == (forwarded ? make_day(2022, 7, 6) : make_day(2022, 7, 5)));
        CHECK(mail.subject ==
              (forwarded
                   ? "Fwd: Báo cáo"
                   : "Báo cáo quý II năm 2022 của Sở Công Thương gửi Ban Tuyên giáo Tỉnh ủy"));
        REQUIRE(mail.attachments.size() == 1);
        CHECK(mail.attachments[0].name == "Báo cáo quý II năm 2022 (bản chính thức).docx");
        CHECK(told(read_word(mail.attachments[0].bytes)) == kTabs);
    }
}

TEST_CASE("papers of other programs: PDF where pdftotext is") {
    const auto read = read_pdf(bytes_of("libreoffice.pdf"));
    if (readable(read) == nullptr && why_unreadable(read).why == Unreadable::no_program) return;
    CHECK(told(read) == kTabs);
    CHECK(why_unreadable(read_pdf(bytes_of("openpyxl.xlsx"))) ==
          UnreadablePaper{Unreadable::broken, ""});
    CHECK(why_unreadable(read_pdf(bytes_of("libreoffice.pdf"), "no-such-program")) ==
          UnreadablePaper{Unreadable::no_program, "pdftotext"});
}
