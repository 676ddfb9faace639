#include "intake/intake.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "core/status/status.hpp"
#include "diag/io_error.hpp"
#include "support.hpp"
#include "write/status/writers.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const TestPlan& plan() {
    static const TestPlan test(plan_2022(
        "tasks: [{id: I.1, title: T, lead: [a, b, c], cadence: continuous},"
        " {id: I.2, title: T, lead: [a, b, c], cadence: continuous}]\n"
        "reports:\n"
        "  - {id: r, title: R, from: [a, b, c], cadence: monthly, due: {by: period-end}}\n"
        "indicators: [{id: n, name: N, type: integer, total: sum}]\n"));
    return test;
}

/// The agency, month and day of the submission with this number.
struct Told {
    std::string agency;
    std::string month;
    std::string day;
};

Told told(int number) {
    return {std::string(1, static_cast<char>('a' + number % 3)),
            fmt::format("2022-{:02}", number / 3 % 12 + 1),
            fmt::format("2022-{:02}-{:02}", number / 3 % 12 + 1, number % 28 + 1)};
}

constexpr int kMany = 20'000;  // several pieces, whatever the form
const std::string kFiller(60, 'x');

std::string ndjson() {
    std::string out;
    for (int i = 0; i < kMany; ++i) {
        // Each thousandth cannot be read, and each next repeats a document.
        const int number = i % 1000 == 501 ? i - 3 : i;
        const auto t = told(number);
        if (i % 1000 == 500) out += "{\"agency\": \"a\"\n";
        const auto note = R"("note": ")" + kFiller + "\"";
        out += Sent{"r", t.agency, t.month, t.day, fmt::format("{}/BC", number), "", note}.json();
    }
    return out;
}

/// Two rows a submission, a quoted text with a line break and a doubled quote, some bad rows.
std::string csv() {
    std::string out = "agency,obligation,period,received,document_number,task,summary,figure:n\n";
    for (int i = 0; i < kMany; ++i) {
        const auto t = told(i);
        if (i % 1000 == 500) out += "a,r\n";
        if (i % 1000 == 700) out += "a,r,2022-01,2022-01-05,1/BC,I.1,x \"y\",\n";
        const auto head = fmt::format("{},r,{},{},{}/BC,", t.agency, t.month, t.day, i);
        out +=
            fmt::format("{}I.1,\"{},\n\"\"{}\"\"\",{}\n{}I.2,second,\n", head, kFiller, i, i, head);
    }
    return out;
}

std::string yaml() {
    std::string out;
    for (int i = 0; i < kMany; ++i) {
        const auto t = told(i);
        out += fmt::format(
            "---\nformat: plantool/submission@1\nagency: {}\nobligation: r\nperiod: {}\n"
            "received: {}\ndocument: {{number: {}/BC}}\nnote: |\n  {}\n",
            t.agency, t.month, t.day, i, kFiller);
    }
    return out;
}

/// Everything that a command could say of the file, as one text.
std::string all_of(const std::string& name, const std::string& bytes, int threads) {
    Assessment assessment(plan(), day("2022-12-31"));
    CrossChecker cross(plan());
    Diagnostics found;
    std::string out;
    take_in_bytes(plan(), "2022-12-31", name, bytes,
                  {.assessment = &assessment,
                   .cross = &cross,
                   .wanted = [](const CheckedSubmission&) { return Extent::whole; },
                   .kept =
                       [&](const Submission& one, Standing) {
                           out +=
                               fmt::format("{} {} {} {} {}\n", one.origin.ordinal, one.origin.line,
                                           one.document, one.valid(), one.results.size());
                       }},
                  &found, threads);
    found.append(cross.findings());
    for (const auto& place : places_of(found)) out += place + "\n";
    // The temporary folder has another name each time.
    const std::string folder = "plantool-test-";
    for (auto at = out.find(folder); at != std::string::npos; at = out.find(folder)) {
        out.erase(at, folder.size() + 6);
    }
    return out;
}

int lines_with(const std::string& text, const std::string& word) {
    int count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("intake: the answer does not depend on the number of threads") {
    const std::pair<std::string, std::string> files[] = {
        {"x.ndjson", ndjson()}, {"x.csv", csv()}, {"x.yaml", yaml()}};
    for (const auto& file : files) {
        CAPTURE(file.first);
        const auto alone = all_of(file.first, file.second, 1);
        CHECK(all_of(file.first, file.second, 2) == alone);
        CHECK(all_of(file.first, file.second, 5) == alone);
    }
}

TEST_CASE("intake: nothing is lost or doubled where pieces meet") {
    const auto lines = all_of("x.ndjson", ndjson(), 3);
    CHECK(lines_with(lines, "S001 ") == 20);
    CHECK(lines_with(lines, "S118 ") == 20);
    CHECK(lines_with(lines, "BC true") == kMany - 20);
    const auto rows = all_of("x.csv", csv(), 3);
    CHECK(lines_with(rows, "S011 ") == 20);
    CHECK(lines_with(rows, "S001 ") == 20);
    CHECK(lines_with(rows, "BC true 2") == kMany);  // two results each
    CHECK(lines_with(all_of("x.yaml", yaml(), 3), "BC true") == kMany);
}

TEST_CASE("intake: a large YAML file with a fault at its end is refused as a whole") {
    const auto out = all_of("x.yaml", yaml() + "---\nnote: \"open\n", 3);
    CHECK(lines_with(out, "BC true") == 0);
    CHECK(lines_with(out, "S001 ") == 1);
    CHECK(lines_with(out, fmt::format("S001 {}:7", kMany * 9 + 2)) == 1);
}

TEST_CASE("intake: for their form alone, submissions are read and counted by the same rules") {
    const auto form = [](const std::string& name, const std::string& bytes, Diagnostics& found) {
        const TempFolder folder;
        const PlanIntake intake{.laid = &plan()};
        const auto files = find_submissions({folder.write(name, bytes).string()});
        return take_in(std::span(&intake, 1), source_of(files),
                       {.today = day("2022-12-31"), .depth = Depth::form, .findings = &found})
            .submissions;
    };
    Diagnostics sound;
    CHECK(form("x.yaml", yaml() + "---\nnote: x\nsender: y\n", sound) == kMany + 1);
    CHECK(codes_of(sound) == Strings{"S003", "S003", "S003", "S003", "S004"});
    // A large file falls as a whole, and what is wrong with it is told once.
    Diagnostics broken;
    const auto bad = "---\nformat: plantool/submission@1\nsender: y\n" + yaml();
    CHECK(form("x.yaml", bad + "---\nnote: \"open\n", broken) == 0);
    auto codes = codes_of(broken);
    CHECK(std::count(codes.begin(), codes.end(), "S004") == 1);
    CHECK(std::count(codes.begin(), codes.end(), "S001") == 1);
}

TEST_CASE("intake: a file that is gone is told, however many threads there are") {
    const TempFolder folder;
    for (int i = 0; i < 50; ++i) folder.write(fmt::format("{}.ndjson", i), "");
    auto files = find_submissions({folder.path().string()});
    REQUIRE(files.files.size() == 50);
    files.files[20].name = (folder.path() / "gone.ndjson").string();
    Assessment assessment(plan(), day("2022-12-31"));
    const PlanIntake intake{.laid = &plan(), .assessment = &assessment};
    for (const int threads : {1, 2, 5}) {
        CHECK_THROWS_AS(take_in(std::span(&intake, 1), source_of(files),
                                {.today = day("2022-12-31"), .threads = threads}),
                        IoError);
    }
}

TEST_CASE("intake: one reading answers for several days, each with the rows of its own") {
    const auto yaml = plan_2022(
        "reports:\n"
        "  - {id: h, title: H, from: [a], cadence: semiannual, periods: [H1], due: {by: "
        "period-end},\n"
        "     amended: [{on: 2022-07-01, effective: 2022-06-01, from: [b], number: 2-QD}]}\n");
    const TestPlan july(yaml, {}, "2022-07-05");
    const TestPlan june(yaml, {}, "2022-06-25");
    REQUIRE(errors_of(july.found) == Strings{});
    Assessment now(july, day("2022-07-05"));
    Assessment before(july.plan, june.schedule, day("2022-06-25"));
    const auto bytes = Sent{"h", "a", "2022-H1", "2022-06-20", "1"}.json() +
                       Sent{"h", "b", "2022-H1", "2022-07-02", "2"}.json() +
                       Sent{"h", "c", "2022-H1", "2022-06-21", "3"}.json() +
                       Sent{"h", "c", "2022-H1", "2022-07-03", "4"}.json();
    take_in_bytes(july, "2022-07-05", "a.ndjson", bytes, {.assessment = &now, .also = {&before}});
    CHECK(state_in(before, june, "h", "a", "2022-H1") == "on-time");
    CHECK(state_in(before, june, "h", "b", "2022-H1") == "none");
    CHECK(state_in(now, july, "h", "a", "2022-H1") == "none");
    CHECK(state_in(now, july, "h", "b", "2022-H1") == "late");
    CHECK(before.refused_count() == 1);
    CHECK(now.refused_count() == 2);
}

TEST_CASE("intake: every finding that is told says what was meant, however many there are") {
    std::string lines;
    for (int i = 0; i < 5000; ++i) {
        lines += fmt::format(
            R"({{"format": "plantool/submission@1", "agency": "a", "obligation": "r", )"
            R"("period": "2022-01", "document": {{"number": "{}"}}, "received": "2022-01-31", )"
            R"("figures": {{"nn": 1}}}})"
            "\n",
            i);
    }
    for (const int threads : {1, 3}) {
        Assessment assessment(plan(), day("2022-12-31"));
        Diagnostics found;
        take_in_bytes(plan(), "2022-12-31", "many.ndjson", lines, {.assessment = &assessment},
                      &found, threads);
        const auto suggested =
            std::count_if(found.all().begin(), found.all().end(), [](const Diagnostic& one) {
                return one.code == Code::s_unknown_indicator &&
                       say(one.help, Language::en) == "did you mean `n`?";
            });
        CHECK(suggested == 1000);
        CHECK(found.count(Severity::error) == 5000);
    }
}
