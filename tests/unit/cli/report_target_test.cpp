#include "cli/report_target.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "cli/options.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// `stdout: html`, `file x.md: markdown`, `folder x: xlsx html`; else what is wrong.
std::string target(const Strings& formats, const std::optional<std::string>& output) {
    try {
        const auto to = report_target(formats, output);
        std::string out = to.kind == ReportTarget::Kind::standard_output ? "stdout"
                          : to.kind == ReportTarget::Kind::file          ? "file " + to.path
                                                                         : "folder " + to.path;
        out += ":";
        for (const auto& format : to.formats) out += " " + std::string(format.name);
        return out;
    } catch (const UsageError& error) {
        return "! " + say(error.message, Language::en);
    }
}

constexpr auto kNotToStdout =
    "! a Word file, a workbook, or several formats, cannot go to standard output";

}  // namespace

TEST_CASE("report: what -o and --format say together") {
    struct Case {
        Strings formats;
        std::optional<std::string> output;
        std::string target;
    };
    const Case cases[] = {
        {{}, "out", "folder out: xlsx docx html"},
        {{}, "out/", "folder out/: xlsx docx html"},
        {{}, "bao-cao.xlsx", "file bao-cao.xlsx: xlsx"},
        {{}, "out/bao-cao.md", "file out/bao-cao.md: markdown"},
        {{}, "BAO-CAO.HTML", "file BAO-CAO.HTML: html"},
        {{}, "x.json", "file x.json: json"},
        {{}, "bao-cao.xlsx/", "folder bao-cao.xlsx/: xlsx docx html"},
        {{}, "bao-cao.2022-H1", "folder bao-cao.2022-H1: xlsx docx html"},
        {{}, ".xlsx", "folder .xlsx: xlsx docx html"},
        {{"xlsx"}, "bao-cao.xlsx", "file bao-cao.xlsx: xlsx"},
        {{"xlsx", "xlsx"}, "bao-cao.xlsx", "file bao-cao.xlsx: xlsx"},
        {{"html"}, "out", "folder out: html"},
        {{"html,json"}, "[2022]", "folder [2022]: html json"},
        {{"xlsx,html"},
         "bao-cao.xlsx",
         "! `bao-cao.xlsx` is one file, of the format xlsx; several were asked for"},
        {{"html"},
         "bao-cao.xlsx",
         "! `bao-cao.xlsx` is one file, of the format xlsx; html was asked for"},
        {{},
         "bao-cao.pdf",
         "! `bao-cao.pdf` ends like a file of a format that reports do not have"},
        {{"xlsx"},
         "bao-cao.xls",
         "! `bao-cao.xls` ends like a file of a format that reports do not have"},
        {{"html"}, "-", "stdout: html"},
        {{"json"}, std::nullopt, "stdout: json"},
        {{"xlsx"}, "-", kNotToStdout},
        {{}, "-", kNotToStdout},
        {{"html,json"}, "-", kNotToStdout},
        {{}, std::nullopt, kNotToStdout},
        {{"html"}, "", "! -o has an empty value"},
        {{"pdf"}, "out", "! there is no format `pdf`"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.target);
        CHECK(target(c.formats, c.output) == c.target);
    }
    const TempFolder folder;
    const auto there = (folder.write("cu.pdf/x", "")).parent_path().string();
    CHECK(target({"html"}, there) == "folder " + there + ": html");
}
