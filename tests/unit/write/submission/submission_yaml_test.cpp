// What is written is what the reader finds.
#include "write/submission/submission_yaml.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

#include "support.hpp"
#include "text/utf8.hpp"
#include "write/kit/yaml_words.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

ComposedSubmission small() {
    ComposedSubmission s;
    s.agency = "a";
    s.obligation = "r";
    s.period = "2022-H1";
    s.received = "2022-06-27";
    return s;
}

KeptSubmission read_back(const ComposedSubmission& s) {
    const auto readings = read_bytes("a.yaml", submission_yaml(s));
    REQUIRE(readings.size() == 1);
    CAPTURE(submission_yaml(s));
    CHECK(codes_of(readings.front().diagnostics) == Strings{});
    REQUIRE(readings.front().submission.has_value());
    return *readings.front().submission;
}

const Strings kTexts = {
    "Đã tổ chức 12 hội nghị.",
    "a: b",
    "# no comment",
    "a #b",
    "a # b",
    "- a",
    "null",
    "~",
    "true",
    "No",
    "1.10",
    "007",
    "\"quoted\"",
    "'it' s",
    "[a, b]",
    "{a: b}",
    "a,b",
    "&a *b !c",
    "%x",
    "@x",
    "`x`",
    "a:",
    ": a",
    "? a",
    "---",
    "...",
    "a\nb",
    "a\n\nb\n",
    "a\n  b\n c",
    " a",
    "a ",
    "a\n \nb",
    "\na",
    "a\n\n",
    "a\tb",
    "\ta\nb",
    "a\r\nb",
    "a\\b\\n",
    "a\"b\nc",
    "- a\n- b",
    "a: |\n  b",
    "--- a\n...",
    "# a\n# b",
    "a\u00a0b",
    "a\u2028b",
    "a\u200bb",
    "\ufeffa",
    "a\x01\x7f"
    "b",
    "a\u0085b",
    "😀 a",
    "–",
    "",
};

}  // namespace

TEST_CASE("submission yaml: any text comes back as it is") {
    for (const auto& text : kTexts) {
        CAPTURE(text);
        auto s = small();
        s.results.push_back({"T1", text, {}});
        s.difficulties = text;
        s.note = text;
        s.document_number = text;
        const auto back = read_back(s);
        CHECK(back.difficulties == text);
        CHECK(back.note == text);
        CHECK(back.document_number == text);
        REQUIRE(back.results.size() == 1);
        CHECK(back.results.front().summary == text);
    }
}

TEST_CASE("submission yaml: any text of letters, marks and line ends comes back") {
    rc::check([] {
        const auto letters = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
            Strings{"a", "ệ",  " ", "\n", ":", "#", "-", "\"", "'",      "\\", "|",
                    ">", "\t", ",", "[",  "}", "&", "0", ".",  "\u00a0", "%"}));
        std::string text;
        for (const auto& letter : letters) text += letter;
        auto s = small();
        s.results.push_back({"T1", text, {}});
        s.next = text;
        s.proposals = "x";
        const auto back = read_back(s);
        RC_ASSERT(back.results.front().summary == to_nfc(text));
        RC_ASSERT(back.next == to_nfc(text));
        RC_ASSERT(back.proposals == std::string("x"));
    });
}

TEST_CASE("submission yaml: in the order of the format, what is absent left out") {
    CHECK(submission_yaml(small()) ==
          "format: plantool/submission@1\n"
          "agency: a\n"
          "obligation: r\n"
          "period: 2022-H1\n"
          "received: 2022-06-27\n");
    auto s = small();
    s.plan = "p";
    s.document_number = "45-BC/BTGHU";
    s.document_date = "2022-06-24";
    s.via = "email";
    s.results.push_back(
        {"II.1.3", "Đã làm: xong", {{"hoi-nghi", "12", true}, {"x y", "1,5", false}}});
    s.results.push_back({std::nullopt, "một\nhai", {}});
    s.results.push_back({std::nullopt, "", {{"ty-le", "97.50", true}}});
    s.note = "x";
    s.attachments.push_back({"giay-to/Báo cáo.docx", std::string(64, 'a')});
    CHECK(submission_yaml(s) ==
          "format: plantool/submission@1\n"
          "plan: p\n"
          "agency: a\n"
          "obligation: r\n"
          "period: 2022-H1\n"
          "document: {number: 45-BC/BTGHU, date: 2022-06-24}\n"
          "received: 2022-06-27\n"
          "via: email\n"
          "results:\n"
          "  - task: II.1.3\n"
          "    summary: \"Đã làm: xong\"\n"
          "    figures: {hoi-nghi: 12, x y: \"1,5\"}\n"
          "  - summary: |-\n"
          "      một\n"
          "      hai\n"
          "  - figures: {ty-le: 97.50}\n"
          "note: x\n"
          "attachments:\n"
          "  - file: giay-to/Báo cáo.docx\n"
          "    sha256: " +
              std::string(64, 'a') + "\n");
    const auto back = read_back([&] {
        auto alone = s;
        alone.attachments.clear();
        return alone;
    }());
    REQUIRE(back.results.size() == 3);
    CHECK(back.results[0].figures[0].value.value == "12");
    CHECK(back.results[0].figures[1].indicator.value == "x y");
    CHECK(back.results[2].figures[0].value.value == "97.50");
    CHECK(back.results[1].summary == "một\nhai");
    CHECK_FALSE(back.results[1].task.has_value());
}
