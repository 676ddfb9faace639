#include <doctest/doctest.h>

#include <string>

#include "diag/io_error.hpp"
#include "read/plan/plan_file.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("format of a file: told by its text, wherever it says so") {
    const TempFolder folder;
    const std::pair<std::string, std::string> cases[] = {
        {"format: plantool/plan@1\n", "plantool/plan@1"},
        {"format: \"plantool/plan@1\"\n", "plantool/plan@1"},
        {"format: 'plantool/plan@1' # so\n", "plantool/plan@1"},
        {"\"format\": plantool/plan@1", "plantool/plan@1"},
        {"format : plantool/plan@1", "plantool/plan@1"},
        {"  format: plantool/plan@1\n  plan: {}\n", "plantool/plan@1"},
        {"# a comment\n\n---\nformat:   plantool/events@1\r\n", "plantool/events@1"},
        {"\xEF\xBB\xBF"
         "format: plantool/holidays@1\n",
         "plantool/holidays@1"},
        {"{format: plantool/plan@1, plan: {}}", "plantool/plan@1"},
        {"{\"plan\": {\"id\": \"x\"}, \"format\": \"plantool/plan@1\"}", "plantool/plan@1"},
        {"{\n  \"format\":\n    \"plantool/plan@1\"\n}", "plantool/plan@1"},
        {"agency: a\nformat: plantool/submission@1\n", "plantool/submission@1"},
        {"plan:\n  id: x\n" + std::string(100000, '#') + "\nformat: plantool/plan@1\n",
         "plantool/plan@1"},
        {"format: plantool/plan@9", "plantool/plan@9"},
        // What it is about, where it does not say.
        {"plan: {id: x}\nagencies: []\n", "plantool/plan@1"},
        {"reports:\n", "plantool/plan@1"},
        {"format: {docx: 1}\nreports:\n", "plantool/plan@1"},
        {"holidays: []\n", "plantool/holidays@1"},
        {"events: []\n", "plantool/events@1"},
        {"agency: a\nreports:\n", ""},
        {"# format: plantool/plan@1\nagency: a\n", ""},
        {"summary: the format: of a plan\n", ""},
        {"reformat: plantool/plan@1\n", ""},
        {"formats: plantool/plan@1\n", ""},
        {"format: other/plan@1\n", ""},
        {"format:\n", ""},
        {"\"format", ""},
        {"format", ""},
        {"format: \"plantool/plan@1", "plantool/plan@1"},
        {"", ""},
    };
    for (const auto& [text, format] : cases) {
        const auto shown = text.substr(0, 60);
        const auto expected = format;
        CAPTURE(shown);
        CHECK(format_of(folder.write("a.yaml", text)) == expected);
        CHECK(format_of(folder.write("a.json", text)) == expected);
        CHECK(format_of(folder.write("a.csv", text)).empty());
    }
    CHECK(format_of(folder.path()).empty());
    CHECK_THROWS_AS(format_of(folder.path() / "no.yaml"), IoError);
    CHECK_THROWS_AS(format_of(folder.path() / (std::string(300, 'x') + ".yaml")), IoError);
}
