// `record` as the one who sits at a terminal sees it.
#include <doctest/doctest.h>

#include <deque>
#include <fstream>
#include <iterator>
#include <string>

#include "cli/run.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

struct Talk {
    int status = -1;
    std::string out;
    std::string shown;  ///< on standard error, with the answers in their places
};

Talk talk(const TempFolder& folder, Strings arguments, std::deque<std::string> answers) {
    Talk result;
    Env env;
    env.variable = [](const char*) { return std::nullopt; };
    env.out = [&](std::string_view text) { result.out += text; };
    env.err = [&](std::string_view text) { result.shown += text; };
    env.ask = [&](std::string_view words) -> std::optional<std::string> {
        result.shown += words;
        if (answers.empty()) return std::nullopt;
        const auto answer = answers.front();
        answers.pop_front();
        result.shown += "[" + answer + "]\n";
        return answer;
    };
    env.now = std::chrono::sys_seconds{day("2022-07-05")};
    const auto plan = (folder.path() / "plan.yaml").string();
    arguments.insert(arguments.begin(), "record");
    for (const auto* more : {"--lang", "en", "-q", "--plan"}) arguments.emplace_back(more);
    arguments.push_back(plan);
    result.status = run(arguments, env);
    return result;
}

TempFolder& workspace(TempFolder& folder) {
    folder.write(
        "plan.yaml",
        "format: plantool/plan@1\n"
        "plan: {id: p, number: 1/KH, title: T, issued: 2022-01-01, from: 2022-01-01, to: "
        "2022-12-31, submissions: nop}\n"
        "agencies:\n"
        "  - {id: so-y-te, name: Sở Y tế, short: SYT}\n"
        "  - {id: so-noi-vu, name: Sở Nội vụ}\n"
        "tasks:\n"
        "  - {id: T1, title: Tuyên truyền, lead: [so-y-te], cadence: continuous}\n"
        "reports:\n"
        "  - {id: quy, title: Báo cáo quý, from: [so-y-te, so-noi-vu], cadence: quarterly, "
        "due: {by: period-end}}\n");
    return folder;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("record: on a terminal it asks for what is missing, most urgent first") {
    TempFolder folder;
    workspace(folder);
    const auto result = talk(folder, {}, {"y te", "1", "9", "2", "12/BC", "1/7/2022", "2/7/2022"});
    CHECK(result.status == 0);
    CHECK(result.shown ==
          "Agency: [y te]\n"
          "the plan has no agency `y te`\n"
          "   1. Sở Y tế\n"
          "Number, or another name: [1]\n"
          "→ Sở Y tế\n"
          "It owes (most urgent first):\n"
          "   1. Báo cáo quý · Quarter 1 of 2022 · due 31 Mar 2022: missing\n"
          "   2. Báo cáo quý · Quarter 2 of 2022 · due 30 Jun 2022: overdue\n"
          "   3. Báo cáo quý · Quarter 3 of 2022 · due 30 Sep 2022: open\n"
          "   4. Báo cáo quý · Quarter 4 of 2022 · due 31 Dec 2022: upcoming\n"
          "   5. T1 Tuyên truyền · continuous\n"
          "Which one: [9]\n"
          "Which one: [2]\n"
          "Number of the document (empty: none): [12/BC]\n"
          "Date of the document (empty: none): [1/7/2022]\n"
          "Received (empty: 2022-07-05): [2/7/2022]\n");
    CHECK(result.out ==
          "Sở Y tế · Báo cáo quý · Quarter 2 of 2022: late by 2 days (due 30 Jun 2022)\n");
    CHECK(content(folder.path() / "nop/2022-Q2/so-y-te.yaml") ==
          "format: plantool/submission@1\n"
          "agency: so-y-te\n"
          "obligation: quy\n"
          "period: 2022-Q2\n"
          "document: {number: 12/BC, date: 2022-07-01}\n"
          "received: 2022-07-02\n");
}

TEST_CASE("record: on a terminal too nobody is asked for what was said") {
    TempFolder folder;
    workspace(folder);
    const auto all = talk(folder,
                          {"--agency", "SYT", "--obligation", "quy", "--period", "quý 1 năm 2022",
                           "--received", "2022-03-30"},
                          {});
    CHECK(all.status == 0);
    CHECK(all.shown.empty());
    const auto day = talk(folder, {"--agency", "SYT", "--obligation", "T1"}, {"", "x", ""});
    CHECK(day.status == 0);
    CHECK(day.shown ==
          "→ Sở Y tế\n"
          "Number of the document (empty: none): []\n"
          "Received (empty: 2022-07-05): [x]\n"
          "`x` is no date\n"
          "Received (empty: 2022-07-05): []\n");
    CHECK(std::filesystem::exists(folder.path() / "nop/thuong-xuyen/2022-07-05-so-y-te.yaml"));
}

TEST_CASE("record: an input that ends leaves nothing behind") {
    TempFolder folder;
    workspace(folder);
    const auto result = talk(folder, {}, {"SYT"});
    CHECK(result.status == 2);
    CHECK(
        result.shown.ends_with("plantool: the input ended before enough was said\n"
                               "help: nothing was recorded\n"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "nop"));
}
