#include "read/office/workbook_cells.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>
#include <utility>

#include "read/office/cell_formats.hpp"
#include "support/office_file.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// The cells as `A1 text: words`, one after the other.
std::string cells_of(const BookParts& parts) {
    const auto read = read_workbook(book_of(parts));
    const auto* const book = readable(read);
    if (book == nullptr) return "unreadable";
    std::string out;
    for (const auto& cell : book->sheets.at(0).cells) {
        constexpr const char* kKinds[] = {"text", "number", "date", "boolean", "error"};
        out += fmt::format(
            "{}{} {}{}: {}", out.empty() ? "" : "; ", cell_name(cell.row, cell.column),
            kKinds[static_cast<std::size_t>(cell.kind)], cell.percent_format ? "%" : "", cell.text);
    }
    return out;
}

std::string row(std::string_view cells) {
    return fmt::format("<row r=\"1\">{}</row>", cells);
}

}  // namespace

TEST_CASE("workbook: what cells hold, as programs write it") {
    const std::pair<const char*, const char*> cases[] = {
        // Strings: shared ones with parts in other type, readings, blanks; inline; of formulas
        {R"(<c r="A1" t="s"><v>0</v></c>)", "A1 text: Hội nghị"},
        {R"(<c r="A1" t="s"><v>1</v></c>)", "A1 text: Tuy Hòa"},
        {R"(<c r="A1" t="s"><v>2</v></c>)", "A1 text:  hai dòng\nmột"},
        {R"(<c r="A1" t="s"><v>3</v></c>)", "A1 text: _x0041_"},
        {R"(<c r="A1" t="s"><v>4</v></c>)", ""},
        {R"(<c r="A1" t="s"><v>99</v></c>)", ""},
        {R"(<c r="A1" t="s"><v>-1</v></c>)", ""},
        {R"(<c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> </t></r><r><t>b</t></r></is></c>)",
         "B1 text: a b"},
        {R"(<c r="A1" t="str"><f>A2</f><v>45-BC</v></c>)", "A1 text: 45-BC"},
        {R"(<c r="A1" t="str"><f>A2</f><v></v></c>)", ""},
        // Numbers, as they are
        {R"(<c r="A1"><v>12</v></c>)", "A1 number: 12"},
        {R"(<c r="A1" t="n"><v>1.2345E3</v></c>)", "A1 number: 1234.5"},
        {R"(<c r="A1"><v>0.30000000000000004</v></c>)", "A1 number: 0.30000000000000004"},
        {R"(<c r="A1"><f>1+1</f><v>2</v></c>)", "A1 number: 2"},
        {R"(<c r="A1"><v>-0</v></c>)", "A1 number: 0"},
        {R"(<c r="A1"><v>1E+300</v></c>)", "A1 number: 1e+300"},
        {R"(<c r="A1"><v>nan</v></c>)", "A1 text: nan"},
        {R"(<c r="A1" s="1"><v>0.9755</v></c>)", "A1 number%: 0.9755"},
        {R"(<c r="A1" s="2"><v>0.5</v></c>)", "A1 number%: 0.5"},
        // Days
        {R"(<c r="A1" s="3"><v>44742</v></c>)", "A1 date: 2022-06-30"},
        {R"(<c r="A1" s="4"><v>44742.75</v></c>)", "A1 date: 2022-06-30"},
        {R"(<c r="A1" s="3"><v>59</v></c>)", "A1 date: 1900-02-28"},
        {R"(<c r="A1" s="3"><v>60</v></c>)", "A1 date: 60"},
        {R"(<c r="A1" s="3"><v>61</v></c>)", "A1 date: 1900-03-01"},
        {R"(<c r="A1" t="d"><v>2022-06-30T00:00:00</v></c>)", "A1 date: 2022-06-30"},
        {R"(<c r="A1" s="5"><v>0.5</v></c>)", "A1 number: 0.5"},
        // The rest
        {R"(<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>)",
         "A1 boolean: TRUE; B1 boolean: FALSE"},
        {R"(<c r="A1" t="e"><v>#REF!</v></c>)", "A1 error: #REF!"},
        {R"(<c r="A1"><f>SUM(A2:A9)</f></c>)", "A1 error: =SUM(A2:A9)"},
        {R"(<c r="A1" s="1"/>)", ""},
        // Without places, and out of order
        {R"(<c><v>1</v></c><c><v>2</v></c>)", "A1 number: 1; B1 number: 2"},
        {R"(<c r="AB1"><v>1</v></c><c><v>2</v></c><c r="C1"><v>3</v></c>)",
         "C1 number: 3; AB1 number: 1; AC1 number: 2"},
        {R"(<x:c xmlns:x="y" r="A1"><x:v>5</x:v></x:c>)", "A1 number: 5"},
        // NFD
        {"<c r=\"A1\" t=\"inlineStr\"><is><t>Ho\u0300a</t></is></c>", "A1 text: Hòa"},
    };
    for (const auto& one : cases) {
        const auto& cells = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(cells);
        CHECK(cells_of(
                  {.rows = row(cells),
                   .strings = "<si><t>Hội nghị</t></si>"
                              "<si><r><rPr><b/></rPr><t>Tuy</t></r><r><t xml:space=\"preserve\"> "
                              "Hòa</t></r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si>"
                              "<si><t xml:space=\"preserve\"> hai dòng_x000D_\nmột</t></si>"
                              "<si><t>_x005F_x0041_</t></si><si/>",
                   .number_formats = R"(<numFmt numFmtId="164" formatCode="0.0\%%"/>)"
                                     R"(<numFmt numFmtId="165" formatCode="[$-42A]dd/mm/yyyy;@"/>)",
                   .cell_formats =
                       R"(<xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/>)"
                       R"(<xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="20"/>)"}) ==
              expected);
    }
}

TEST_CASE("workbook: merged cells are their first one") {
    CHECK(cells_of(
              {.rows = "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c><c "
                       "r=\"D2\"><v>3</v></c></row><row><c r=\"B3\"><v>4</v></c><c "
                       "r=\"A3\"><v>5</v></c></row><row r=\"4\"><c r=\"B4\"><v>6</v></c></row>",
               .behind_rows = R"(<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>)"}) ==
          "B2 number: 1; D2 number: 3; A3 number: 5; B4 number: 6");
}

TEST_CASE("workbook: days of 1904") {
    CHECK(cells_of({.rows = row(R"(<c r="A1" s="0"><v>43280</v></c>)"),
                    .cell_formats = R"(<xf numFmtId="14"/>)",
                    .properties = R"(date1904="1")"}) == "A1 date: 2022-06-30");
    CHECK(cells_of({.rows = row(R"(<c r="A1" s="0"><v>0</v></c>)"),
                    .cell_formats = R"(<xf numFmtId="14"/>)",
                    .properties = R"(date1904="true")"}) == "A1 date: 1904-01-01");
}

TEST_CASE("workbook: a font of TCVN3 says how its cells are read") {
    const BookParts old{
        .rows = row("<c r=\"A1\" s=\"0\" t=\"inlineStr\"><is><t>Héi nghÞ</t></is></c>"
                    "<c r=\"B1\" s=\"1\" t=\"inlineStr\"><is><t>Héi nghÞ</t></is></c>"
                    "<c r=\"C1\" s=\"0\" t=\"inlineStr\"><is><t>Hội nghị</t></is></c>"),
        .cell_formats = R"(<xf fontId="0"/><xf fontId="1"/>)",
        .fonts = R"(<font><name val=".VnTime"/></font><font><name val="Arial"/></font>)"};
    CHECK(cells_of(old) == "A1 text: Hội nghị; B1 text: Héi nghÞ; C1 text: Hội nghị");
}

TEST_CASE("workbook: sheets have names and may be hidden") {
    const auto read = read_workbook(book_of({.rows = {}, .state = "state=\"veryHidden\""}));
    REQUIRE(readable(read) != nullptr);
    REQUIRE(readable(read)->sheets.size() == 1);
    CHECK(readable(read)->sheets[0].name == "Biểu 1");
    CHECK(readable(read)->sheets[0].hidden);
}

TEST_CASE("number formats: what they show") {
    const std::pair<const char*, NumberShown> cases[] = {
        {"General", NumberShown::plain},
        {"#,##0", NumberShown::plain},
        {"#,##0\" ngày\"", NumberShown::plain},
        {"0.00E+00", NumberShown::plain},
        {"0%", NumberShown::percent},
        {"0.0%;[Red]-0.0%", NumberShown::percent},
        {"0\\%", NumberShown::plain},
        {"0\"%\"", NumberShown::plain},
        {"dd/mm/yyyy", NumberShown::date},
        {"[$-1042A]dd\\ mmmm\\ yyyy", NumberShown::date},
        {"\"ngày\" d \"tháng\" m \"năm\" yyyy", NumberShown::date},
        {"mmm", NumberShown::date},
        {"mm:ss", NumberShown::plain},
        {"[h]:mm", NumberShown::plain},
        {"hh:mm", NumberShown::plain},
        {"@", NumberShown::plain},
        {"[Red]0", NumberShown::plain},
        {"[", NumberShown::plain},
        {"", NumberShown::plain},
    };
    for (const auto& one : cases) {
        const auto& format = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(format);
        CHECK(shown_by(format) == expected);
    }
}

TEST_CASE("workbook: why one is unreadable") {
    const auto good = book_of({.rows = row("<c><v>1</v></c>")});
    const auto why = [](const std::string& bytes) {
        const auto read = read_workbook(bytes);
        return readable(read) == nullptr ? why_unreadable(read) : UnreadablePaper{};
    };
    CHECK(readable(read_workbook(good)) != nullptr);
    using enum Unreadable;
    const auto compound = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(500, '\0');
    const auto wide = [](std::string_view text) {
        std::string out;
        for (const char c : text) out += {c, '\0'};
        return out;
    };
    CHECK(why("") == UnreadablePaper{broken, ""});
    CHECK(why("PK\x03\x04") == UnreadablePaper{broken, ""});
    CHECK(why(compound + wide("EncryptedPackage")) == UnreadablePaper{encrypted, ""});
    CHECK(why(compound + wide("Workbook")) == UnreadablePaper{other_kind, ".xls"});
    CHECK(why("<html><table>") == UnreadablePaper{other_kind, ".html"});
    CHECK(why(word_of({.body = {}})) == UnreadablePaper{other_kind, ".docx"});
    CHECK(why(zip_of({{"a.txt", "a"}})) == UnreadablePaper{other_kind, ".zip"});
    CHECK(why(zip_of({{"mimetype", "a"}, {"content.xml", "a"}})) ==
          UnreadablePaper{other_kind, ".odt"});
}

TEST_CASE("workbook: no cut or changed byte brings it down") {
    const auto good = book_of(
        {.rows = row("<c r=\"A1\" t=\"s\"><v>0</v></c>"), .strings = "<si><t>Hội nghị</t></si>"});
    for (std::size_t at = 0; at < good.size(); ++at) {
        CHECK(readable(read_workbook(good.substr(0, at))) == nullptr);
        auto changed = good;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        (void)read_workbook(changed);
    }
}
