// Word files: Word itself refuses what is out of the schema's order, so the order is tested here.

#include "write/kit/word/word_parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support.hpp"
#include "write/kit/book/zip_check.hpp"
#include "write/kit/word/word_text.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// One of everything.
word::Document sample(const std::string& text) {
    word::Document document;
    document.properties = {.title = text, .author = text, .created = Day{}};
    document.font = "Times New Roman";
    document.header_style = "Header";
    const word::ParagraphLook whole = {.align = word::Align::both,
                                       .keep_next = true,
                                       .keep_lines = true,
                                       .ruled = true,
                                       .spacing = word::Spacing{},
                                       .indent = word::Indent{},
                                       .numbering = word::Numbering{},
                                       .outline = 0};
    const word::RunLook look = {.bold = true, .italic = true, .underline = true, .points = 12};
    document.styles = {{.id = "Normal", .name = "Normal"},
                       {.id = "Heading1",
                        .name = "heading 1",
                        .based_on = "Normal",
                        .next = "Normal",
                        .paragraph = whole,
                        .run = look},
                       {.id = "Header", .name = "header"}};
    document.lists = {{{.format = "decimal", .text = "%1.", .style = "Heading1"}}};
    document.last_page = {.width = 11906, .height = 16838, .left = 1701, .right = 850};
    document.add(word::Paragraph{"Heading1", {{text, look}}, whole});
    word::Table table{.widths = {3000, 6000}, .header_rows = 1};
    table.rows = {{{{{{"Normal", {{text}}}}}, {{}, 1, true}}}, {{{{}, 2, false}}}};
    document.add(table);
    document.add(word::SectionEnd{document.last_page});
    document.add(word::Paragraph{"Normal", {{text}}});
    return document;
}

std::string part(const std::vector<word::Part>& parts, const std::string& name) {
    for (const auto& p : parts) {
        if (p.name == name) return p.bytes;
    }
    return "";
}

/// Of each element the names of its children, in their order, by a walk over the tags alone.
using Children = std::vector<std::pair<std::string, Strings>>;
Children children_in(const std::string& xml) {
    Children out;
    std::vector<std::size_t> open;
    for (auto at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
        const auto end = xml.find('>', at);
        const auto tag = xml.substr(at + 1, end - at - 1);
        if (tag.starts_with('?')) continue;
        if (tag.starts_with('/')) {
            open.pop_back();
            continue;
        }
        const auto name = tag.substr(0, tag.find_first_of(" /"));
        if (!open.empty()) out[open.back()].second.push_back(name);
        if (tag.ends_with('/')) {
            out.emplace_back(name, Strings{});
            continue;
        }
        open.push_back(out.size());
        out.emplace_back(name, Strings{});
    }
    return out;
}

/// What may stand in each list of properties, in the order of the schema (ECMA-376, part 1).
const std::map<std::string, Strings> kOrders = {
    {"w:pPr",
     {"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr",
      "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
      "w:outlineLvl", "w:rPr", "w:sectPr"}},
    {"w:rPr",
     {"w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:color", "w:sz", "w:szCs",
      "w:u", "w:lang"}},
    {"w:tblPr",
     {"w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout",
      "w:tblCellMar", "w:tblLook"}},
    {"w:tblBorders", {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}},
    {"w:tcPr", {"w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign"}},
    {"w:sectPr",
     {"w:headerReference", "w:type", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg"}},
    {"w:style",
     {"w:name", "w:basedOn", "w:next", "w:link", "w:uiPriority", "w:qFormat", "w:pPr", "w:rPr"}},
    {"w:lvl",
     {"w:start", "w:numFmt", "w:pStyle", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"}},
};

}  // namespace

TEST_CASE("word: properties stand in the order of the schema") {
    std::set<std::string> met;
    for (const auto& p : word::parts_of(sample("Chữ"))) {
        for (const auto& of : children_in(p.bytes)) {
            const auto& element = of.first;
            const auto& children = of.second;
            const auto order = kOrders.find(element);
            if (order == kOrders.end()) continue;
            met.insert(element);
            std::size_t last = 0;
            for (const auto& child : children) {
                const auto& names = order->second;
                const auto at = static_cast<std::size_t>(
                    std::find(names.begin(), names.end(), child) - names.begin());
                INFO(p.name, " ", element, " ", child);
                CHECK(at < names.size());
                CHECK(at >= last);
                last = at;
            }
        }
    }
    CHECK(met.size() == kOrders.size());
}

TEST_CASE("word: a table has its grid, and each cell ends with a paragraph") {
    const auto xml = part(word::parts_of(sample("Chữ")), "word/document.xml");
    int tables = 0;
    int cells = 0;
    for (const auto& [element, children] : children_in(xml)) {
        if (element == "w:tbl") {
            ++tables;
            REQUIRE(children.size() == 4);
            CHECK(children[1] == "w:tblGrid");
        }
        if (element != "w:tc") continue;
        ++cells;
        CHECK(children.back() == "w:p");
    }
    CHECK(tables == 1);
    CHECK(cells == 3);
}

TEST_CASE("word: every part has its kind, and every relation its part") {
    const auto parts = word::parts_of(sample("Chữ"));
    const auto kinds = part(parts, "[Content_Types].xml");
    CHECK(parts.front().name == "[Content_Types].xml");
    for (const auto& p : parts) {
        CAPTURE(p.name);
        CHECK(is_whole_xml(p.bytes));
        if (p.name.ends_with(".rels") || p.name.starts_with('[')) continue;
        CHECK(kinds.find("\"/" + p.name + "\"") != std::string::npos);
    }
    const auto relations = part(parts, "word/_rels/document.xml.rels");
    for (const auto* target : {"styles.xml", "numbering.xml", "settings.xml", "header1.xml"}) {
        CHECK(relations.find(target) != std::string::npos);
        CHECK(!part(parts, std::string("word/") + target).empty());
    }
    CHECK(part(parts, "word/document.xml")
              .find("\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"") !=
          std::string::npos);
    CHECK(relations.find(R"(Id="rId4")") < relations.find("header1.xml"));
}

TEST_CASE("word: what XML cannot hold is left out, what is markup is escaped") {
    using word::xml_text;
    CHECK(xml_text("a\x01\x02 b\x0B\x1F") == "a b");
    CHECK(xml_text("a\xEF\xBF\xBE\xEF\xBF\xBFz") == "az");
    CHECK(xml_text("a\r\nb\rc\nd\te") == "a\nb\nc\nd\te");
    CHECK(xml_text(std::string(82, 'x')) ==
          std::string(72, 'x') + "\xE2\x80\x8B" + std::string(10, 'x'));
    CHECK(xml_text("bình thường") == "bình thường");
    const auto xml = part(word::parts_of(sample("<w:p>&\"'\x01]]>\nB")), "word/document.xml");
    CHECK(is_whole_xml(xml));
    CHECK(xml.find("&lt;w:p&gt;&amp;") != std::string::npos);
    CHECK(xml.find("<w:br/>") < xml.find(">B</w:t>"));
}

TEST_CASE("word: the same document gives the same bytes, however long its texts") {
    std::string text;
    while (text.size() < 3000) text += "Tổ chức hội nghị tuyên truyền. ";
    const auto folder = std::filesystem::temp_directory_path();
    const auto written = [&] {
        const AtomicFile file(folder / "plantool-word-test.docx");
        word::write_document(sample(text), file);
        std::ifstream in(file.path(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const auto first = written();
    CHECK(first.starts_with("PK"));
    CHECK(zip_fault(first).empty());
    CHECK(first == written());
}
