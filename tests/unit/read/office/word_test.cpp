#include "read/office/word/word.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>
#include <utility>

#include "read/office/word/word_numbering.hpp"
#include "support/office_file.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

std::string text_of(const std::vector<TextBlock>& blocks) {
    std::string out;
    for (const auto& block : blocks) {
        if (!out.empty()) out += " ¶ ";
        if (block.kind == TextBlock::Kind::paragraph) {
            out += block.text;
            continue;
        }
        out += "[";
        for (std::size_t row = 0; row < block.table.rows.size(); ++row) {
            if (row > 0) out += " // ";
            out += fmt::format("{}", fmt::join(block.table.rows[row], " | "));
        }
        out += "]";
    }
    return out;
}

/// The paragraphs of a Word file one after the other, a table as `[a | b // c | d]`.
std::string text_of(const WordParts& parts) {
    const auto read = read_word(word_of(parts));
    return readable(read) == nullptr ? "unreadable" : text_of(readable(read)->blocks);
}

std::string run(std::string_view text) {
    return fmt::format("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", text);
}
std::string cell(std::string_view text, std::string_view properties = "") {
    return fmt::format("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>", properties, paragraph(text));
}
std::string table(std::string_view rows) {
    return fmt::format("<w:tbl>{}</w:tbl>", rows);
}

}  // namespace

TEST_CASE("word: what a reader sees of a paragraph") {
    const std::pair<std::string, const char*> cases[] = {
        {run("Tổ ch") + run("ức") + run(" ") + run("12 hội nghị"), "Tổ chức 12 hội nghị"},
        {"<w:proofErr/><w:hyperlink>" + run("a") + "</w:hyperlink><w:bookmarkStart/>" + run("b"),
         "ab"},
        {"<w:ins>" + run("mới") + "</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>",
         "mới"},
        {"<w:moveFrom>" + run("cũ") + "</w:moveFrom><w:moveTo>" + run("mới") + "</w:moveTo>",
         "mới"},
        {"<w:sdt><w:sdtPr/><w:sdtContent>" + run("điền") + "</w:sdtContent></w:sdt>", "điền"},
        {"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Bấm để nhập") +
             "</w:sdtContent></w:sdt>" + run("x"),
         "x"},
        {"<w:smartTag>" + run("a") + "<w:smartTag>" + run("b") + "</w:smartTag></w:smartTag>",
         "ab"},
        {"<w:r><w:t>45</w:t><w:noBreakHyphen/><w:t>BC</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</"
         "w:t></w:r>",
         "45-BC\tx\ny"},
        {"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
         "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
             run("7") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run(" trang"),
         "7 trang"},
        {"<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>" + run("hiện"), "hiện"},
        {"<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>hiện</w:t></w:r>", "hiện"},
        {run("Ho\u0300a"), "Hòa"},
        {"<w:fldSimple w:instr=\"X\">" + run("trường") + "</w:fldSimple>", "trường"},
        // A text box, written twice for programs of two ages
        {run("thân") +
             "<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing><a><w:txbxContent>" +
             paragraph("MẬT") +
             "</w:txbxContent></a></w:drawing></mc:Choice><mc:Fallback><w:pict>"
             "<v><w:txbxContent>" +
             paragraph("MẬT") +
             "</w:txbxContent></v></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
         "MẬT ¶ thân"},
    };
    for (const auto& one : cases) {
        const auto& inner = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(inner);
        CHECK(text_of({.body = "<w:p>" + inner + "</w:p>"}) == expected);
    }
}

TEST_CASE("word: tables keep their columns") {
    const std::pair<std::string, const char*> cases[] = {
        {table("<w:tr>" + cell("a") + cell("b") + "</w:tr><w:tr>" + cell("c") + cell("d") +
               "</w:tr>"),
         "[a | b // c | d]"},
        {table("<w:tr>" + cell("a", "<w:gridSpan w:val=\"2\"/>") + cell("b") + "</w:tr>"),
         "[a |  | b]"},
        {table("<w:tr>" + cell("a", "<w:vMerge w:val=\"restart\"/>") + cell("b") + "</w:tr><w:tr>" +
               cell("a", "<w:vMerge/>") + cell("c") + "</w:tr>"),
         "[a | b //  | c]"},
        {table("<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("a") + "</w:tr>"),
         "[ | a]"},
        // Content controls round a row, a cell, what is in a cell
        {table("<w:sdt><w:sdtContent><w:tr>" + cell("a") + "<w:sdt><w:sdtContent>" + cell("b") +
               "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"),
         "[a | b]"},
        {table("<w:tr><w:tc><w:sdt><w:sdtContent>" + paragraph("a") +
               "</w:sdtContent></w:sdt></w:tc>" + cell("b") + "</w:tr>"),
         "[a | b]"},
        {table("<w:tr><w:trPr><w:del/></w:trPr>" + cell("a") + cell("x") + "</w:tr><w:tr>" +
               cell("b") + cell("c") + "</w:tr>"),
         "[b | c]"},
        // A table within: behind; a frame: gone
        {table("<w:tr>" + cell("a") + "<w:tc>" + paragraph("b") +
               table("<w:tr>" + cell("c") + cell("d") + "</w:tr>") + paragraph("e") +
               "</w:tc></w:tr>"),
         "[a | b\ne] ¶ [c | d]"},
        {table("<w:tr><w:tc>" + paragraph("a") +
               table("<w:tr>" + cell("b") + cell("c") + "</w:tr>") + "</w:tc></w:tr>"),
         "a ¶ [b | c]"},
    };
    for (const auto& one : cases) {
        const auto& body = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(body);
        CHECK(text_of({.body = body}) == expected);
    }
}

TEST_CASE("word: automatic numbers") {
    const auto item = [](int level, std::string_view text, int list = 1) {
        return fmt::format(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId "
            "w:val=\"{}\"/></w:numPr></w:pPr>{}</w:p>",
            level, list, run(text));
    };
    const std::string numbering =
        "<w:abstractNum w:abstractNumId=\"0\">"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
        "w:val=\"%1.\"/></w:lvl>"
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle "
        "w:val=\"H2\"/>"
        "<w:lvlText w:val=\"%2.\"/></w:lvl>"
        "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"decimal\"/><w:isLgl/><w:lvlText "
        "w:val=\"%1.%2.%3\"/></w:lvl>"
        "<w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"&#xF0B7;\"/></w:lvl>"
        "</w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride "
        "w:ilvl=\"0\"><w:startOverride "
        "w:val=\"4\"/></w:lvlOverride></w:num>";
    CHECK(text_of({.body = item(0, "a") + item(1, "b") + item(1, "c") + item(2, "d") +
                           item(3, "e") + item(0, "f") + item(1, "g") + item(2, "h"),
                   .numbering = numbering}) ==
          "I. a ¶ 1. b ¶ 2. c ¶ 1.2.1 d ¶ - e ¶ II. f ¶ 1. g ¶ 2.1.1 h");
    CHECK(text_of({.body = item(0, "a") + item(0, "b", 2) + item(0, "c", 2) + item(0, "d", 0) +
                           item(0, "e", 9),
                   .numbering = numbering}) == "I. a ¶ IV. b ¶ V. c ¶ d ¶ e");
    // By style, and a paragraph that takes it off again
    CHECK(
        text_of({.body = "<w:p><w:pPr><w:pStyle w:val=\"H2\"/></w:pPr>" + run("a") +
                         "</w:p><w:p><w:pPr><w:pStyle w:val=\"H2\"/><w:numPr><w:numId "
                         "w:val=\"0\"/></w:numPr></w:pPr>" +
                         run("b") + "</w:p>",
                 .numbering = numbering,
                 .styles =
                     "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading "
                     "2\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"}) ==
        "1. a ¶ b");
}

TEST_CASE("word: numbers in their formats") {
    CHECK(number_in_format(4, "upperRoman") == "IV");
    CHECK(number_in_format(9, "lowerRoman") == "ix");
    CHECK(number_in_format(27, "lowerLetter") == "aa");
    CHECK(number_in_format(3, "decimalZero") == "03");
    CHECK(number_in_format(3, "none").empty());
    CHECK(number_in_format(1'000'000, "upperRoman") == "1000000");
}

TEST_CASE("word: headings by outline, by the name of a style, and bold letters") {
    const auto read = read_word(
        word_of({.body = "<w:p><w:pPr><w:pStyle w:val=\"u1\"/></w:pPr>" + run("a") + "</w:p>" +
                         "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>" + run("b") + "</w:p>" +
                         "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>c</w:t></w:r></w:p>" + paragraph("d"),
                 .styles = "<w:style w:type=\"paragraph\" w:styleId=\"u1\"><w:name w:val=\"heading "
                           "1\"/></w:style>"}));
    REQUIRE(readable(read) != nullptr);
    const auto& blocks = readable(read)->blocks;
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].heading_level == 1);
    CHECK(blocks[1].heading_level == 3);
    CHECK(blocks[2].bold);
    CHECK_FALSE(blocks[3].bold);
    CHECK(blocks[3].heading_level == 0);
}

TEST_CASE("word: text in fonts of TCVN3, unless it is Unicode after all") {
    const auto in_font = [](std::string_view font, std::string_view text) {
        return fmt::format(
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"{}\"/></w:rPr><w:t>{}</w:t></w:r></w:p>", font,
            text);
    };
    CHECK(text_of({.body = in_font(".VnTime", "Tæ chøc héi nghÞ") +
                           in_font(".VnTimeH", "b¸o c¸o")}) == "Tổ chức hội nghị ¶ BÁO CÁO");
    CHECK(text_of({.body = in_font(".VnTime", "Tổ chức hội nghị")}) == "Tổ chức hội nghị");
}

TEST_CASE("word: page heads, and why a file is unreadable") {
    const auto read = read_word(word_of({.body = paragraph("a"), .page_head = paragraph("MẬT")}));
    REQUIRE(readable(read) != nullptr);
    CHECK(text_of(readable(read)->page_heads) == "MẬT");
    const auto why = [](const std::string& bytes) {
        const auto paper = read_word(bytes);
        return readable(paper) == nullptr ? why_unreadable(paper) : UnreadablePaper{};
    };
    CHECK(why(word_of({.body = ""})) == UnreadablePaper{Unreadable::no_text, ""});
    CHECK(why(book_of({.rows = {}})) == UnreadablePaper{Unreadable::other_kind, ".xlsx"});
    CHECK(why("{\\rtf1}") == UnreadablePaper{Unreadable::other_kind, ".rtf"});
    std::string deep = paragraph("x");
    for (int i = 0; i < 40; ++i) deep = table("<w:tr><w:tc>" + deep + "</w:tc></w:tr>");
    CHECK(why(word_of({.body = deep})) == UnreadablePaper{Unreadable::too_large, "32"});
}
