// Which format an answer is written in, by `--format` and by the name of its file.
#include "cli/answer_output.hpp"

#include <doctest/doctest.h>

#include "support/days.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// The format's name, or the message and the help.
std::string chosen(std::optional<std::string> format, std::optional<std::string> file) {
    try {
        const OutputOptions own{.format = std::move(format), .file = std::move(file)};
        return std::string(chosen_format(status_formats(), own).name);
    } catch (const UsageError& error) {
        return said(error.message) + "; " + said(error.help);
    }
}

}  // namespace

TEST_CASE(
    "answers: the format is the one named, else the one of the file's ending, else the table") {
    struct Case {
        std::optional<std::string> format;
        std::optional<std::string> file;
        const char* chosen;
    };
    const Case cases[] = {
        {{}, {}, "table"},
        {{}, "-", "table"},
        {{}, "a.xlsx", "xlsx"},
        {{}, "out/A.XLSX", "xlsx"},
        {{}, "a.csv", "csv"},
        {{}, "a.md", "markdown"},
        {{}, "a.txt", "table"},
        {{}, "a", "table"},
        {{}, "a.log", "table"},
        {{}, "xlsx", "table"},
        {"csv", {}, "csv"},
        {"csv", "a.txt", "csv"},
        {"json", "a.csv", "json"},
        {"xlsx", "a.xlsx", "xlsx"},
        {"xlsx", "a", "xlsx"},
        {"xlsx", {}, "the format xlsx cannot go to standard output; name a file with -o FILE.xlsx"},
        {"xlsx", "-",
         "the format xlsx cannot go to standard output; name a file with -o FILE.xlsx"},
        {"xlsx", "a.csv",
         "`a.csv` is a name for the format csv; xlsx was asked for; leave `--format` out, or end "
         "the "
         "name in `.xlsx`"},
        {"csv", "a.xlsx",
         "`a.xlsx` is a name for the format xlsx; csv was asked for; leave `--format` out, or end "
         "the "
         "name in `.csv`"},
        {"xml",
         {},
         "there is no format `xml`; write one of: `table`, `json`, `ndjson`, `csv`, `markdown`, "
         "`xlsx`"},
        {"",
         {},
         "there is no format ``; write one of: `table`, `json`, `ndjson`, `csv`, `markdown`, "
         "`xlsx`"},
        {{}, "", "-o has an empty value; give it one, or leave the option out"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.format.value_or("none"));
        CAPTURE(c.file.value_or("none"));
        CHECK(chosen(c.format, c.file) == c.chosen);
    }
}

TEST_CASE("answers: text goes on in large pieces, and all of it") {
    Strings pieces;
    Collected collected([&](std::string_view text) { pieces.emplace_back(text); });
    collected("a");
    collected("b");
    CHECK(pieces == Strings{});
    const std::string large(1U << 16U, 'x');
    collected(large);
    CHECK(pieces == Strings{"ab" + large});
    collected("c");
    collected.flush();
    CHECK(pieces == Strings{"ab" + large, "c"});
}
