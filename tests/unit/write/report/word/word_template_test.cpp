#include "write/report/word/word_template.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/report/report.hpp"
#include "read/file/file.hpp"
#include "read/office/word/word.hpp"
#include "read/office/zip_parts.hpp"
#include "support.hpp"
#include "support/office_file.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

constexpr const char* kNames =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

WordTemplate template_of(const std::string& body, const std::string& styles = {}) {
    return {
        {{"word/document.xml",
          fmt::format("<w:document {}><w:body>{}<w:sectPr/></w:body></w:document>", kNames, body)},
         {"word/styles.xml", fmt::format("<w:styles {}>{}</w:styles>", kNames, styles)}}};
}

std::vector<std::string> faults_of(const WordTemplate& templ) {
    std::vector<std::string> out;
    for (const auto& fault : check_word_template(templ, "mau.docx")) {
        auto text = say(fault.message, Language::en);
        if (!fault.help.empty()) text += " | " + say(fault.help, Language::en);
        out.push_back(text);
    }
    return out;
}

/// The XML of a part of the template filled in with a small report.
std::string filled(const WordTemplate& templ, const char* part) {
    TestPlan test(
        plan_2022("tasks: [{id: T1, title: Tuyên truyền, lead: [a], cadence: continuous}]\n"
                  "reports: [{id: h, title: R, from: [a, b], cadence: semiannual, due: {by: "
                  "period-end}}]\n"));
    test.plan.head.number = "04-KHPH/BTG";
    test.plan.head.title = "Kế hoạch <phối hợp>";
    const auto scope = find_scope(test.plan, test.schedule, "2022-H1", {});
    REQUIRE(scope);
    const auto as_of = day("2022-07-05");
    const Assessment assessment(test, as_of);
    const ContentKeeper contents(*scope, as_of);
    const TempFolder folder;
    AtomicFile file(folder.path() / "out.docx");
    write_by_template(templ, build_report(assessment, *scope, contents), Language::vi, file);
    file.finish();
    file.commit();
    const auto bytes = read_bytes((folder.path() / "out.docx").string(), 1 << 20);
    const auto zip = ZipParts::open(bytes);
    REQUIRE(readable(zip) != nullptr);
    const auto read = readable(zip)->read(part);
    REQUIRE(readable(read) != nullptr);
    return *readable(read);
}

bool holds(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("word template: each fault names the paragraph") {
    struct Case {
        const char* what;
        std::string body;
        std::vector<std::string> faults;
    };
    const auto body = paragraph("{{body}}");
    const Case cases[] = {
        {"nothing wrong", paragraph("Số {{number}}") + body, {}},
        {"a slip",
         paragraph("Ngày {{openng}}") + body,
         {"mau.docx: in the paragraph “Ngày {{openng}}”: unknown key `openng` | did you mean "
          "`opening`?"}},
        {"a brace that is not closed",
         paragraph("{{opening") + body,
         {"mau.docx: in the paragraph “{{opening”: there is `{{` without `}}`"}},
        {"blocks within a text",
         paragraph("Nội dung: {{body}}"),
         {"mau.docx: in the paragraph “Nội dung: {{body}}”: `{{body}}` must be alone in a "
          "paragraph of the body"}},
        {"blocks in a cell",
         "<w:tbl><w:tr><w:tc>" + paragraph("{{foot}}") + "</w:tc></w:tr></w:tbl>" + body,
         {"mau.docx: in the paragraph “{{foot}}”: `{{foot}}` must be alone in a paragraph of the "
          "body"}},
        {"no place for the report",
         paragraph("{{opening}}"),
         {"mau.docx: the template has no place for the report | add a paragraph that is `{{body}}` "
          "alone"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        CHECK(faults_of(template_of(c.body)) == c.faults);
    }
}

TEST_CASE("word template: what is no document is said to be damaged") {
    CHECK(faults_of({{{"word/styles.xml", "<w:styles/>"}}}).size() == 1);
    CHECK(faults_of({{{"word/document.xml", "<w:document>"}}}).size() == 1);
    CHECK(faults_of({{{"word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>"}}})
              .size() == 1);
}

TEST_CASE("word template: keys are found across the runs into which Word parts them") {
    const std::string parted =
        "<w:p><w:r><w:t>Thực hiện {</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{plan_</w:t></w:r>"
        "<w:r><w:t>title}} ({{plan_number}})</w:t></w:r></w:p>";
    const auto xml = filled(template_of(parted + paragraph("{{body}}")), "word/document.xml");
    CHECK(holds(xml, "<w:t xml:space=\"preserve\">Thực hiện Kế hoạch &lt;phối hợp&gt;</w:t>"));
    CHECK(holds(xml, "<w:rPr><w:b/></w:rPr>"));
    CHECK(holds(xml, "> (04-KHPH/BTG)</w:t>"));
    CHECK_FALSE(holds(xml, "{{"));
}

TEST_CASE("word template: the office's styles serve, and missing ones are added") {
    const std::string own =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name "
        "w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"u1\"><w:name w:val=\"Heading 1\"/></w:style>";
    const auto templ = template_of(paragraph("{{body}}") + paragraph("{{annexes}}"), own);
    const auto xml = filled(templ, "word/document.xml");
    CHECK(holds(xml, "<w:pStyle w:val=\"u1\"/>"));
    CHECK(holds(xml, ">I. TÌNH HÌNH"));
    CHECK_FALSE(holds(xml, "w:numPr"));
    CHECK_FALSE(holds(xml, "w:headerReference"));
    const auto styles = filled(templ, "word/styles.xml");
    CHECK(holds(styles, "w:styleId=\"u1\""));
    CHECK(holds(styles, "w:styleId=\"TableCell\""));
    CHECK_FALSE(holds(styles, "w:styleId=\"Heading1\""));
}

TEST_CASE("word template: what the template's style numbers has no number twice") {
    const std::string own =
        "<w:style w:type=\"paragraph\" w:styleId=\"u1\"><w:name w:val=\"heading 1\"/>"
        "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>";
    const auto xml = filled(template_of(paragraph("{{body}}"), own), "word/document.xml");
    CHECK(holds(xml, ">TÌNH HÌNH"));
    CHECK_FALSE(holds(xml, ">I. TÌNH HÌNH"));
}
