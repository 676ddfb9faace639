#include "write/report/page/html_blocks.hpp"

#include <doctest/doctest.h>

using namespace plantool;

namespace {

using Kind = PaperBlock::Kind;

PaperBlock block(Kind kind, std::string text, std::string lead = {}) {
    return {.kind = kind, .lead = std::move(lead), .text = std::move(text)};
}

}  // namespace

TEST_CASE("html blocks: lists, headings and paragraphs") {
    const std::vector<PaperBlock> blocks = {
        block(Kind::heading, "A & B"), block(Kind::paragraph, "Một.\nHai."),
        block(Kind::dash, "x <y>", "Sở:"), block(Kind::dash, "z"), block(Kind::remark, "r")};
    CHECK(html_blocks(blocks, {}) ==
          "<h3>1. A &amp; B</h3>\n"
          "<p>Một.<br>Hai.</p>\n"
          "<ul class=\"said\">\n"
          "<li><strong>Sở:</strong> x &lt;y&gt;</li>\n"
          "<li>z</li>\n"
          "</ul>\n"
          "<p class=\"quiet remark\">r</p>\n");
}

TEST_CASE("html blocks: what is quoted is in the language of the plan") {
    auto quoted = block(Kind::dash, "Đã họp.", "Sở:");
    quoted.quoted = true;
    const auto in = [&](Language page) {
        return html_blocks({quoted}, {.language = page, .plan_language = "vi"});
    };
    CHECK(in(Language::en).find("<li lang=\"vi\"><strong>") != std::string::npos);
    CHECK(in(Language::vi).find("lang=") == std::string::npos);
}

TEST_CASE("html blocks: a table has a caption, headers, and rates as bars") {
    const PaperTable table{{{.heading = "TT", .of_number = true},
                            {.heading = "Kỳ", .of_plan = true},
                            {.heading = "Biểu đồ", .of_bar = true}},
                           {{"1", "Quý I", "\u2588\u2588\u2588"}, {"2", "Quý II", ""}},
                           false};
    const std::vector<PaperBlock> blocks = {block(Kind::intro, "Qua các kỳ"),
                                            {.kind = Kind::table, .table = table}};
    const auto html = html_blocks(blocks, {.language = Language::en, .plan_language = "vi"});
    CHECK(html.find("<table class=\"sortable\">\n<caption>Qua các kỳ</caption>") !=
          std::string::npos);
    CHECK(html.find("<p>") == std::string::npos);
    CHECK(html.find(
              "<th scope=\"col\" class=\"count\">TT</th><th scope=\"col\" class=\"who\">Kỳ</th>") !=
          std::string::npos);
    CHECK(html.find("<th scope=\"row\" lang=\"vi\">Quý I</th>") != std::string::npos);
    CHECK(html.find("<rect width=\"30%\"") != std::string::npos);
    CHECK(html.find("<rect width=\"0%\"") != std::string::npos);
}

TEST_CASE(
    "html blocks: the result stands behind the names, and introductions of annexes are headings") {
    const PaperTable table{{{.heading = "TT", .of_number = true},
                            {.heading = "Chỉ tiêu"},
                            {.heading = "Đơn vị tính"},
                            {.heading = "Kết quả", .of_number = true, .of_result = true}},
                           {{"1", "Hội nghị", "cuộc", "12"}},
                           false};
    const auto html = html_blocks({block(Kind::intro, "Còn nợ"),
                                   block(Kind::paragraph, "Không."),
                                   {.kind = Kind::table, .table = table}},
                                  {.in_annex = true});
    CHECK(html.starts_with("<h3>Còn nợ</h3>\n<p>Không.</p>\n"));
    CHECK(html.find("<tr><td class=\"count\">1</td><th scope=\"row\">Hội nghị</th>"
                    "<td class=\"count\">12</td><td>cuộc</td></tr>") != std::string::npos);
}

TEST_CASE("html blocks: texts lead to the annexes that they name") {
    BlockSetting setting;
    setting.anchors = {{"Phụ lục I", "annex-summary"}, {"Phụ lục II", "annex-standing"}};
    const auto linked = [&](const char* text) {
        return html_blocks({block(Kind::paragraph, text)}, setting);
    };
    CHECK(linked("Xem Phụ lục I và Phụ lục II.") ==
          "<p>Xem <a href=\"#annex-summary\">Phụ lục I</a> và "
          "<a href=\"#annex-standing\">Phụ lục II</a>.</p>\n");
    CHECK(linked("Xem Phụ lục III.") == "<p>Xem Phụ lục III.</p>\n");
}
