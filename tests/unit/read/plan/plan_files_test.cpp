// The plan as a file, and the files it leads to: bytes, formats, holidays and events.

#include <doctest/doctest.h>

#include <string>

#include "diag/io_error.hpp"
#include "read/plan/plan_file.hpp"
#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::string kBom = "\xEF\xBB\xBF";
const std::string kHead =
    "format: plantool/plan@1\n"
    "plan: {id: k, number: n, title: t, issued: 2022-01-01, from: 2022-01-01, to: 2022-12-31}\n";

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// `file P001 3:9` of what is found in a plan beside which these files stand.
Strings found_in(const std::string& plan,
                 const std::vector<std::pair<std::string, std::string>>& files = {},
                 const std::string& events = {}) {
    const TempFolder folder;
    for (const auto& [name, text] : files) folder.write(name, text);
    Diagnostics found;
    auto read = read_plan(folder.write("plan.yaml", plan), found);
    if (!events.empty()) add_own_events(read, folder.path() / events, found);
    Strings out;
    for (const auto& one : found.all()) {
        const auto name = std::filesystem::path(one.file).filename().string();
        out.push_back(name + " " + std::string(info(one.code).id) + " " + std::to_string(one.line) +
                      ":" + std::to_string(one.column));
    }
    return out;
}

std::string message_of(const std::string& plan) {
    const TempFolder folder;
    Diagnostics found;
    read_plan(folder.write("plan.yaml", plan), found);
    return found.all().empty() ? "no finding" : said(found.all().front().message);
}

/// The help of the first finding.
std::string help_of(const std::string& rest) {
    const TempFolder folder;
    Diagnostics found;
    read_plan(folder.write("plan.yaml", kHead + rest), found);
    return found.all().empty() ? "no finding" : said(found.all().front().help);
}

}  // namespace

TEST_CASE("plan file: a byte-order mark and CRLF change nothing") {
    std::string crlf;
    for (const char c : kHead + "agencies:\n  - {id: a, name: Sở}\n") {
        crlf += c == '\n' ? "\r\n" : std::string(1, c);
    }
    CHECK(found_in(kBom + crlf) == Strings{});
    CHECK(found_in(kBom + crlf + "colour: red\r\n") == Strings{"plan.yaml P004 5:1"});
    CHECK(found_in(kBom + "colour: red\n" + kHead) == Strings{"plan.yaml P004 1:1"});
}

TEST_CASE("plan file: a byte that is no UTF-8 is told by its offset in the file, from 0") {
    struct Case {
        std::string bytes;
        const char* place;
        const char* offset;
    };
    const Case cases[] = {
        {"\xFF", "plan.yaml P007 1:1", "offset 0 "},
        {"a: \xC3(\n", "plan.yaml P007 1:4", "offset 3 "},
        {"# Sở\na: \xC3(\n", "plan.yaml P007 2:4", "offset 10 "},
        {"a: Sở \xE1\xBB", "plan.yaml P007 1:7", "offset 8 "},     // cut in the middle
        {"a: \xED\xA0\x80\n", "plan.yaml P007 1:4", "offset 3 "},  // half of a pair
        {"a: \xC0\xAF\n", "plan.yaml P007 1:4", "offset 3 "},      // longer than it need be
        {kBom + "a: \xFF\n", "plan.yaml P007 1:4", "offset 6 "},   // the mark has three bytes
    };
    for (const auto& c : cases) {
        CAPTURE(c.offset);
        CHECK(found_in(c.bytes) == Strings{c.place});
        CHECK(contains(message_of(c.bytes), c.offset));
    }
}

TEST_CASE("plan file: what is empty, another format or no mapping") {
    CHECK(found_in("") == Strings{"plan.yaml P003 1:1"});
    CHECK(found_in("\n\n# nothing\n") == Strings{"plan.yaml P003 1:1"});
    CHECK(found_in(kBom) == Strings{"plan.yaml P003 1:1"});
    CHECK(found_in("~\n") == Strings{"plan.yaml P003 1:1"});
    CHECK(found_in("- a\n- b\n") == Strings{"plan.yaml P006 1:1"});
    CHECK(found_in("just a text\n") == Strings{"plan.yaml P006 1:1"});
    CHECK(found_in("format: plantool/plan@1\n") == Strings{"plan.yaml P003 1:1"});
    CHECK(found_in("format: plantool/submission@1\n" + kHead.substr(kHead.find('\n') + 1)) ==
          Strings{"plan.yaml P009 1:9"});
    CHECK(found_in(kHead.substr(kHead.find('\n') + 1)) == Strings{"plan.yaml P003 1:1"});
}

TEST_CASE("plan file: a second document is refused, an empty end is not") {
    CHECK(found_in("---\n" + kHead) == Strings{});
    CHECK(found_in(kHead + "...\n") == Strings{});
    CHECK(found_in(kHead + "...\n# end\n") == Strings{});
    CHECK(found_in(kHead + "---\na: 1\n") == Strings{"plan.yaml P002 4:1"});
    CHECK(found_in(kHead + "---\na: 1\n---\nb: 2\n") == Strings{"plan.yaml P002 4:1"});
}

TEST_CASE("plan file: an unclosed quote before the last line break is found") {
    // The library would take it for the end of the file, and drop the agencies without a word.
    const auto text = kHead + "agencies:\n  - {id: a, name: A}\n  - {id: b, name: \"B}\n";
    CHECK(found_in(text) == Strings{"plan.yaml P001 5:19"});
    CHECK(found_in(text.substr(0, text.size() - 1)) == Strings{"plan.yaml P001 5:19"});
    CHECK(found_in(kHead + "agencies:\n  - id: a\n    name: 'A\n  - id: b\n    name: B\n") ==
          Strings{"plan.yaml P001 5:11"});
}

TEST_CASE("plan file: texts are what stands there, whatever YAML makes of them") {
    const TempFolder folder;
    Diagnostics found;
    const auto plan = read_plan(
        folder.write("plan.yaml",
                     "format: plantool/plan@1\n"
                     "plan: {id: 010, number: 1.10, title: no, issued: 2022-01-01,"
                     " from: 2022-01-01, to: 2022-12-31, place: 12:30:45}\n"
                     "agencies:\n"
                     "  - {id: 007, name: NO, short: y, aliases: [on, 0x1F, 1e3], email: ~}\n"
                     "tasks: [{id: 1.10, title: yes, lead: [007], cadence: continuous}]\n"),
        found);
    CHECK(codes_of(found) == Strings{});
    CHECK(plan.head.id.value == "010");
    CHECK(plan.head.number == "1.10");
    CHECK(plan.head.title == "no");
    CHECK(plan.head.place == "12:30:45");
    REQUIRE(plan.agencies.size() == 1);
    CHECK(plan.agencies[0].id.value == "007");
    CHECK(plan.agencies[0].name.value == "NO");
    CHECK(plan.agencies[0].short_name.value == "y");
    REQUIRE(plan.agencies[0].aliases.size() == 3);
    CHECK(plan.agencies[0].aliases[1].value == "0x1F");
    CHECK(plan.agencies[0].email.value == "");
    CHECK(plan.obligations.at(0).id.value == "1.10");
    CHECK(plan.obligations.at(0).title.value == "yes");
}

TEST_CASE("plan file: an unknown key comes with the nearest that is known") {
    CHECK(contains(help_of("agencys: []\n"), "agencies"));
    CHECK(contains(help_of("agencies: [{id: a, name: A, alias: [x]}]\n"), "aliases"));
    CHECK(contains(help_of("reports: [{id: r, title: R, from: [a], cadence: annual,"
                           " due: {by: 06-30, rol: next}}]\n"),
                   "roll"));
    CHECK(contains(help_of("tasks: [{id: T, title: T, lead: [a], cadence: anual}]\n"), "annual"));
}

TEST_CASE("plan file: the calendar's own faults") {
    const auto calendar = [](const std::string& text) {
        return found_in(kHead + "calendar: " + text + "\n");
    };
    CHECK(calendar("{}") == Strings{});
    CHECK(calendar("{weekend: [], holidays: [], working_days: []}") == Strings{});
    CHECK(calendar("{weekend: [saturday, sun]}") == Strings{"plan.yaml P106 3:32"});
    CHECK(calendar("{weekend: saturday}") == Strings{"plan.yaml P006 3:21"});
    CHECK(calendar("{weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]}") ==
          Strings{"plan.yaml P106 3:11"});
    CHECK(calendar("{holidays: [{date: 2022-02-30, name: x}]}") == Strings{"plan.yaml P111 3:30"});
    CHECK(calendar("{holidays: [{name: x}]}") == Strings{"plan.yaml P003 3:23"});
    CHECK(calendar("{working_days: [2022-02-05]}") == Strings{"plan.yaml P006 3:27"});
    CHECK(calendar("{holiday: x}") == Strings{"plan.yaml P004 3:12"});
}

TEST_CASE("plan file: holidays from a file beside it, with what is wrong there") {
    const auto plan = kHead +
                      "calendar: {holidays: in/h.yaml, working_days: [{date: 2022-02-05, "
                      "name: x}]}\n";
    const auto holidays = [&](const std::string& text) {
        return found_in(plan, {{"in/h.yaml", text}});
    };
    const std::string format = "format: plantool/holidays@1\n";
    CHECK(holidays(format + "holidays: [{date: 2022-02-01, name: Tết}]\n"
                            "working_days: [{date: 2022-02-12, name: bù}]\n"
                            "source: Thông báo\n") == Strings{});
    CHECK(holidays(format + "holidays: [{date: 2022-02-31, name: Tết}]\n") ==
          Strings{"h.yaml P111 2:19"});
    CHECK(holidays(format + "weekend: [sunday]\n") == Strings{"h.yaml P004 2:1"});
    CHECK(holidays("holidays: []\n") == Strings{"h.yaml P003 1:1"});
    CHECK(holidays(kHead) == Strings{"h.yaml P009 1:9", "h.yaml P004 2:1"});
    CHECK(holidays("") == Strings{"h.yaml P003 1:1"});
    CHECK(holidays(format + "a: \"x\n") == Strings{"h.yaml P001 2:4"});
    CHECK_THROWS_AS(found_in(plan), IoError);  // the file is missing
    const TempFolder folder;
    folder.write("in/h.yaml", format +
                                  "holidays: [{date: 2022-02-01, name: Tết}]\n"
                                  "working_days: [{date: 2022-02-12, name: bù}]\n");
    Diagnostics found;
    const auto read = read_plan(folder.write("plan.yaml", plan), found);
    CHECK_FALSE(read.calendar.is_working(day("2022-02-01")));
    CHECK(read.calendar.is_working(day("2022-02-05")));  // the plan's own adds to the file's
    CHECK(read.calendar.is_working(day("2022-02-12")));
}

TEST_CASE("plan file: events add to what the plan says, each fault in its own file") {
    const auto events = [](const std::string& text) {
        return found_in(kHead, {{"e.yaml", text}}, "e.yaml");
    };
    const std::string format = "format: plantool/events@1\n";
    CHECK(events(format) == Strings{});
    CHECK(events(format + "events: []\nwaivers: []\nextensions: []\n") == Strings{});
    CHECK(events(format + "events: [{id: e, obligation: T, raised: 2022-02-30}]\n") ==
          Strings{"e.yaml P111 2:41"});
    CHECK(events(format + "events: [{obligation: T, raised: 2022-02-03}]\n") ==
          Strings{"e.yaml P003 2:10"});
    CHECK(events(format + "waivers: [{agency: a, period: x}]\n") == Strings{"e.yaml P003 2:11"});
    CHECK(events(format + "extensions: [{obligation: r, agency: a, period: x}]\n") ==
          Strings{"e.yaml P003 2:14"});
    CHECK(events(format + "event: []\n") == Strings{"e.yaml P004 2:1"});
    CHECK(events(kHead) == Strings{"e.yaml P009 1:9", "e.yaml P006 2:7"});
    CHECK(events("") == Strings{"e.yaml P003 1:1"});
    CHECK_THROWS_AS(found_in(kHead, {}, "missing.yaml"), IoError);
    const TestPlan both(
        report_2022("annual", "{by: 06-30}") +
            "waivers: [{obligation: r, agency: a, period: 2022}]\n",
        format +
            "waivers: [{obligation: r, agency: b, period: 2022}]\n"
            "extensions: [{obligation: r, agency: c, period: 2022, due: 2022-07-30}]\n");
    CHECK(codes_of(both.found) == Strings{"P130"});
    CHECK(both.plan.waivers.size() == 2);
    CHECK(both.plan.extensions.size() == 1);
    const TestPlan twice(report_2022("annual", "{by: 06-30}") +
                             "waivers: [{obligation: r, agency: a, period: 2022}]\n",
                         format + "waivers: [{obligation: r, agency: a, period: 2022}]\n");
    CHECK(codes_of(twice.found) == Strings{"P130", "P125"});
}

TEST_CASE("plan file: where it comes from and what was assumed is carried through") {
    const TempFolder folder;
    Diagnostics found;
    const auto plan = read_plan(
        folder.write("plan.yaml",
                     kHead +
                         "agencies: [{id: a, name: A, source: II.1, assumed: x}]\n"
                         "groups: [{id: g, name: G, members: [a], assumed: không nêu}]\n"
                         "tasks: [{id: T, title: T, lead: [a], cadence: annual, source: II.2,"
                         " due: {by: 06-30, source: III, assumed: y}}]\n"
                         "waivers: [{obligation: T, agency: a, period: 2022, source: CV 12}]\n"),
        found);
    CHECK(codes_of(found) == Strings{});
    CHECK(plan.agencies.at(0).why.source == "II.1");
    CHECK(plan.agencies.at(0).why.assumed == "x");
    CHECK(plan.groups.at(0).why.assumed == "không nêu");
    CHECK(plan.obligations.at(0).why.source == "II.2");
    CHECK(plan.waivers.at(0).why.source == "CV 12");
}
