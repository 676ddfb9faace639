#include "read/paper/paper_facts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>
#include <utility>

#include "support/days.hpp"

using namespace plantool;

namespace {

/// A paper of plain text, as a mail or pdftotext gives it.
PaperFacts facts(std::string_view text) {
    return facts_of(read_plain_text(text));
}

/// The sections in one line: `path title: paragraph / paragraph`.
std::string sections(std::string_view body) {
    std::string out;
    for (const auto& section : facts(body).sections) {
        if (!out.empty()) out += " ¶ ";
        out += section.path + (section.path.empty() ? "" : " ") + section.title;
        if (!section.paragraphs.empty()) {
            out += fmt::format(": {}", fmt::join(section.paragraphs, " / "));
        }
    }
    return out;
}

TextBlock paragraph_block(std::string text, bool bold = false) {
    TextBlock out;
    out.text = std::move(text);
    out.bold = bold;
    return out;
}
TextBlock table_block(std::vector<std::vector<std::string>> rows) {
    TextBlock out;
    out.kind = TextBlock::Kind::table;
    out.table.rows = std::move(rows);
    return out;
}

constexpr const char* kStateHead =
    "     UBND TỈNH PHÚ YÊN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "      SỞ CÔNG THƯƠNG                       Độc lập - Tự do - Hạnh phúc\n"
    "      Số: 12/BC-SCT                   Phú Yên, ngày 05 tháng 7 năm 2022\n\n";

}  // namespace

TEST_CASE("facts: the head of a state paper, in columns of blanks") {
    const auto found = facts(std::string(kStateHead) +
                             "                              BÁO CÁO\n"
                             "              Kết quả tuyên truyền quý II năm 2022\n\n"
                             "Thực hiện Kế hoạch, Sở báo cáo như sau:\n");
    CHECK(found.issuing_lines == std::vector<std::string>{"UBND TỈNH PHÚ YÊN", "SỞ CÔNG THƯƠNG"});
    CHECK(found.number == "12/BC-SCT");
    CHECK(found.date == make_day(2022, 7, 5));
    CHECK(found.title == "BÁO CÁO Kết quả tuyên truyền quý II năm 2022");
    CHECK_FALSE(found.secret);
    REQUIRE(found.sections.size() == 1);
    CHECK(found.sections[0].paragraphs ==
          std::vector<std::string>{"Thực hiện Kế hoạch, Sở báo cáo như sau:"});
}

TEST_CASE("facts: the head of a Party paper, in a table, by tabs, one below the other") {
    const std::vector<TextBlock> heads[] = {
        {table_block({{"HUYỆN ỦY TUY AN\nBAN TUYÊN GIÁO\n*\nSố 45-BC/BTGHU",
                       "ĐẢNG CỘNG SẢN VIỆT NAM\nTuy An, ngày 24 tháng 6 năm 2022"}})},
        {table_block({{"HUYỆN ỦY TUY AN\nBAN TUYÊN GIÁO", "", "ĐẢNG CỘNG SẢN VIỆT NAM"},
                      {"*\nSố 45 - BC/BTGHU", "", "Tuy An, ngày 24 tháng 6 năm 2022"}})},
        {paragraph_block("HUYỆN ỦY TUY AN\tĐẢNG CỘNG SẢN VIỆT NAM"),
         paragraph_block("BAN TUYÊN GIÁO"),
         paragraph_block("Số 45-BC/BTGHU\tTuy An, ngày 24 tháng 6 năm 2022")},
        {paragraph_block("ĐẢNG CỘNG SẢN VIỆT NAM"),
         paragraph_block("HUYỆN ỦY TUY AN\nBAN TUYÊN GIÁO"), paragraph_block("*"),
         paragraph_block("Số 45–BC/BTGHU"), paragraph_block("Tuy An, ngày 24 tháng 6 năm 2022")},
    };
    for (auto head : heads) {
        head.push_back(paragraph_block("BÁO CÁO", true));
        head.push_back(paragraph_block("kết quả\n6 tháng đầu năm 2022", true));
        head.push_back(paragraph_block("-----"));
        head.push_back(paragraph_block("Nội dung."));
        const auto found = facts_of({{}, head});
        CHECK(found.issuing_lines == std::vector<std::string>{"HUYỆN ỦY TUY AN", "BAN TUYÊN GIÁO"});
        CHECK(found.number == "45-BC/BTGHU");
        CHECK(found.date == make_day(2022, 6, 24));
        CHECK(found.title == "BÁO CÁO kết quả 6 tháng đầu năm 2022");
        REQUIRE(found.sections.size() == 1);
        CHECK(found.sections[0].paragraphs == std::vector<std::string>{"Nội dung."});
        // The same as the head of the first page
        const auto above = facts_of({{head.begin(), head.end() - 4}, {head.end() - 4, head.end()}});
        CHECK(above.number == "45-BC/BTGHU");
    }
}

TEST_CASE("facts: a letter has its subject below the number") {
    const auto found = facts(
        "SỞ Y TẾ                                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 7/SYT-VP                             Phú Yên, ngày 02 tháng 7 năm 2022\n"
        "V/v báo cáo quý II năm 2022\n\n"
        "Kính gửi: Ban Tuyên giáo Tỉnh ủy\n\n"
        "Trong kỳ không có nội dung phát sinh.\n");
    CHECK(found.number == "7/SYT-VP");
    CHECK(found.title == "V/v báo cáo quý II năm 2022");
    CHECK(says_nil(found));
}

TEST_CASE("facts: numbers that are open, and lines that are none") {
    const std::pair<const char*, const char*> cases[] = {
        {"Số: 45-BC/BTGHU", "45-BC/BTGHU"},
        {"Số 12/BC-UBND", "12/BC-UBND"},
        {"Số:   /BC-UBND", ""},
        {"Số: ……/BC-UBND", ""},
        {"Số: 45 - BC / BTGHU", "45-BC/BTGHU"},
        {"SỐ: 45/BC", "45/BC"},
        {"Số 45-BC/BTGHU.", "45-BC/BTGHU"},
        {"Số lượng hội nghị", ""},
    };
    for (const auto& one : cases) {
        const auto& line = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(line);
        CHECK(facts(fmt::format("SỞ Y TẾ\n\n{}\n\nBÁO CÁO\n\nNội dung.", line)).number == expected);
    }
}

TEST_CASE("facts: secret where the mark stands alone in the head") {
    const std::pair<const char*, bool> cases[] = {
        {"MẬT", true},   {"TỐI MẬT", true},     {"TUYỆT  MẬT", true}, {"M Ậ T", true},
        {"(MẬT)", true}, {"Độ mật: Mật", true}, {"BÍ MẬT", false},    {"MẬT ĐỘ", false},
    };
    for (const auto& one : cases) {
        const auto& mark = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(mark);
        const auto text = fmt::format("{}{}\n\nBÁO CÁO\n\nNội dung.\n", kStateHead, mark);
        CHECK(facts(text).secret == expected);
        CHECK(facts_of({{paragraph_block(mark)}, {paragraph_block("Nội dung.")}}).secret ==
              expected);
    }
    CHECK_FALSE(
        facts(std::string(kStateHead) + "BÁO CÁO\n\nI. Kết quả\n\nNội dung.\n\nMẬT\n").secret);
    CHECK(facts_of({{},
                    {table_block({{"SỞ Y TẾ\nSố: 1/BC", "MẬT"}}), paragraph_block("BÁO CÁO"),
                     paragraph_block("x.")}})
              .secret);
}

TEST_CASE("facts: headings by number, and what stands below them") {
    const std::pair<const char*, const char*> cases[] = {
        {"Mở đầu.\n\nI. KẾT QUẢ\n\n1. Tuyên truyền\n\nNội dung.",
         "Mở đầu. ¶ I KẾT QUẢ ¶ I.1 Tuyên truyền: Nội dung."},
        {"II- NỘI DUNG\n\n1.3. Về công nghiệp: Ba hội nghị.",
         "II NỘI DUNG ¶ II.1.3 Về công nghiệp: Ba hội nghị."},
        {"II.1.3. Về công nghiệp\n\nBa hội nghị.\n\nII.2 Nắm bắt dư luận\n\nTốt.",
         "II.1.3 Về công nghiệp: Ba hội nghị. ¶ II.2 Nắm bắt dư luận: Tốt."},
        {"1.3. Tổ chức 5 hội nghị.", "1.3 : Tổ chức 5 hội nghị."},
        {"II. 1. Tuyên truyền\n\n3. Về công nghiệp\n\nTốt.",
         "II.1 Tuyên truyền ¶ II.1.3 Về công nghiệp: Tốt."},
        // Items of a list are text
        {"1. Đã tổ chức hai hội nghị.", ": 1. Đã tổ chức hai hội nghị."},
        {"1.3. Về công nghiệp\n\n1. Tin, bài\n\n2. Hội nghị\n\n2. Nắm bắt dư luận",
         "1.3 Về công nghiệp ¶ 1.3.1 Tin, bài ¶ 1.3.2 Hội nghị ¶ 2 Nắm bắt dư luận"},
        {"12 hội nghị được tổ chức.", ": 12 hội nghị được tổ chức."},
        {"1.5 triệu lượt người.", ": 1.5 triệu lượt người."},
        {"24-6 là ngày gửi.", ": 24-6 là ngày gửi."},
        {"Khó khăn: Kinh phí hạn hẹp.\n\nKiến nghị, đề xuất:\n\nKhông.",
         "Khó khăn: Kinh phí hạn hẹp. ¶ Kiến nghị, đề xuất: Không."},
    };
    for (const auto& one : cases) {
        const auto& body = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(body);
        auto found = sections(body);
        if (found.starts_with(": ") && std::string_view(expected)[0] != ':') found.erase(0, 2);
        CHECK(found == expected);
    }
}

TEST_CASE("facts: to whom a paper is addressed is no part of what it says") {
    const std::string head =
        std::string(kStateHead) + "          BÁO CÁO\n     Quý II năm 2022\n\n";
    const std::pair<const char*, const char*> cases[] = {
        {"Kính gửi: Ban Tuyên giáo Tỉnh ủy.\n\nĐã làm xong.\n", "Đã làm xong."},
        {"Kính gửi:\n\n- Tỉnh ủy;\n\n- UBND tỉnh.\n\nĐã làm xong.\n", "Đã làm xong."},
        {"Đã làm xong.\n\nKính gửi: sau.\n", "Đã làm xong. / Kính gửi: sau."},
        {"Kính gửi Sở. Đã làm xong.\n", "Kính gửi Sở. Đã làm xong."},
    };
    for (const auto& one : cases) {
        const auto& body = one.first;
        CAPTURE(body);
        CHECK(sections(head + body) == ": " + std::string(one.second));
    }
}

TEST_CASE("facts: tables are of the section they stand in; annexes are apart") {
    const auto found =
        facts_of({{},
                  {paragraph_block("I. KẾT QUẢ", true),
                   table_block({{"Nhiệm vụ", "Hội nghị"}, {"1.1", "12"}}),
                   paragraph_block("Trên đây là báo cáo./."),
                   table_block({{"Nơi nhận:\n- Như trên,\n- Lưu.",
                                 "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A"}}),
                   paragraph_block("PHỤ LỤC"), table_block({{"Nhiệm vụ", "Tin"}, {"1.1", "3"}})}});
    REQUIRE(found.sections.size() == 1);
    REQUIRE(found.sections[0].tables.size() == 1);
    CHECK(found.sections[0].tables[0].rows[1][1] == "12");
    CHECK(found.signature_lines ==
          std::vector<std::string>{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"});
    REQUIRE(found.annex_tables.size() == 1);
    CHECK(found.annex_tables[0].rows[0][1] == "Tin");
}

TEST_CASE("facts: nil is the whole content") {
    const std::pair<const char*, bool> cases[] = {
        {"Trong kỳ không phát sinh.", true},
        {"Không phát sinh", true},
        {"Không có nội dung phát sinh.", true},
        {"Thực hiện Kế hoạch số 4, Sở báo cáo như sau:\n\nTrong 6 tháng đầu năm 2022, Sở Y tế "
         "không có nội "
         "dung phát sinh.\n\nTrên đây là báo cáo của Sở./.",
         true},
        {"Trong kỳ không phát sinh nội dung cần báo cáo.", true},
        {"Địa bàn không phát sinh điểm nóng.", false},
        {"Đã tổ chức 2 hội nghị, không phát sinh.", false},
        {"Không phát sinh. Tổ chức 2 hội nghị.", false},
        {"Tổ chức 2 hội nghị.\n\nKhông phát sinh.", false},
        {"", false},
    };
    for (const auto& one : cases) {
        const auto& body = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(body);
        CHECK(says_nil(facts(body)) == expected);
    }
}

TEST_CASE("plain text: lines that were broken are joined again") {
    const auto blocks =
        read_plain_text(
            "Thực hiện Kế hoạch số 04-KHPH/BTGTU-UBND, ngày 23/02/2022 của Ban Tuyên giáo\n"
            "Tỉnh ủy và Ủy ban nhân dân tỉnh.\n"
            "- Một mục\n"
            "Dòng ngắn\n"
            "khác\n"
            "            12\n")
            .blocks;
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].text ==
          "Thực hiện Kế hoạch số 04-KHPH/BTGTU-UBND, ngày 23/02/2022 của Ban Tuyên giáo Tỉnh ủy và "
          "Ủy ban "
          "nhân dân tỉnh.");
    CHECK(blocks[1].text == "- Một mục");
}
