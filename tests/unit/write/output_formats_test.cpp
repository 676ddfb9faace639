// The tables of formats, and what is said of a format that is in none.
#include "write/output_formats.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("formats: each table names its formats and what is written by default") {
    const Strings tables = {"table", "json", "ndjson", "csv", "markdown", "xlsx"};
    CHECK(format_names(status_formats()) == tables);
    CHECK(default_formats(status_formats()) == Strings{"table"});
    CHECK(format_names(rates_formats()) == tables);
    CHECK(default_formats(rates_formats()) == Strings{"table"});
    CHECK(format_names(changes_formats()) == Strings{"text", "json", "markdown"});
    CHECK(default_formats(changes_formats()) == Strings{"text"});
    CHECK(format_names(findings_formats()) == Strings{"text", "json", "sarif", "github"});
    CHECK(default_formats(findings_formats()) == Strings{"text"});
    CHECK(format_names(plan_formats()) == Strings{"text", "json"});
    CHECK(default_formats(plan_formats()) == Strings{"text"});
    CHECK(format_names(explanation_formats()) == Strings{"text", "json"});
    CHECK(default_formats(explanation_formats()) == Strings{"text"});
    CHECK(format_names(report_formats()) == Strings{"xlsx", "docx", "markdown", "html", "json"});
    CHECK(default_formats(report_formats()) == Strings{"xlsx", "docx", "html"});
}

TEST_CASE("formats: a report's have an ending of their own, and a text where a pipe can take it") {
    std::set<std::string_view> endings;
    for (const auto& format : report_formats()) {
        CAPTURE(format.name);
        CHECK(format.ending.starts_with('.'));
        CHECK(endings.insert(format.ending).second);
        CHECK(format.to_stdout == (format.text != nullptr));
        CHECK(format.to_stdout == (format.file == nullptr));
    }
}

TEST_CASE("formats: one that is not there is answered with the nearest, or with all of them") {
    const Strings known = {"table", "json", "csv"};
    const auto message = [&](std::string_view name) {
        return say(no_such_format(name, known).message, Language::en);
    };
    const auto help = [&](std::string_view name) {
        return say(no_such_format(name, known).help, Language::en);
    };
    CHECK(message("jsn") == "there is no format `jsn`");
    CHECK(help("jsn") == "did you mean `json`?");
    CHECK(help("xml") == "write one of: `table`, `json`, `csv`");
    CHECK(message("\x1b") == "there is no format `\\u{1B}`");
}
