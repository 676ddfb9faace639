#include "core/submission/cross/cross_check.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "support/letters.hpp"
#include "support/plan.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const BuiltPlan& plan() {
    static const BuiltPlan test([] {
        std::vector<Agency> agencies;
        Strings all;
        for (int i = 1; i <= 7; ++i) {
            all.push_back(fmt::format("a{}", i));
            agencies.push_back(agency(all.back()));
        }
        auto made = plan_from_to(
            "2022-01-01", "2022-12-31", agencies,
            {task("I.1", {"a1"}, Cadence::continuous), task("I.2", {"a1"}, Cadence::continuous),
             report("m", all, Cadence::monthly, by("period-end")),
             report("h", all, Cadence::semiannual, by("period-end")),
             report("y", all, Cadence::annual, by("period-end"))});
        made.indicators = {indicator("n", FigureType::integer, Total::sum),
                           indicator("p", FigureType::decimal, Total::mean)};
        return made;
    }());
    return test;
}

/// What is found between the letters, of which each stands on a line of its own.
Diagnostics found_between(const std::vector<Letter>& sent) {
    CrossChecker cross(plan());
    Assessment assessment(plan(), day("2022-12-31"));
    hand_in(plan(), "2022-12-31", sent, {.assessment = &assessment, .cross = &cross});
    return cross.findings();
}

/// `S125 2`: the code and the line.
Strings lines_of(const Diagnostics& found) {
    Strings out;
    for (const auto& d : found.all()) out.push_back(fmt::format("{} {}", info(d.code).id, d.line));
    return out;
}

Told figure(const std::string& task, const std::string& indicator, int value) {
    return {task, {}, {{indicator, std::to_string(value)}}};
}

Told summary(const std::string& text) {
    return {"I.1", text};
}

Letter sent(const std::string& report, const std::string& agency, const std::string& period,
            const std::string& received, const Told& told) {
    return {report, agency, period, received, "", "", {told}};
}

/// The half year's report with the figure.
Letter half(int agency, int value) {
    return sent("h", fmt::format("a{}", agency), "2022-H1", "2022-06-28",
                figure("I.1", "n", value));
}

const std::string kText = "Đã tổ chức 3 hội nghị tuyên truyền cho cán bộ, đảng viên của huyện";

}  // namespace

TEST_CASE("cross-check: a figure of the whole is not below that of a part") {
    const auto h1 = sent("h", "a1", "2022-H1", "2022-06-28", figure("I.1", "n", 9));
    struct Case {
        const char* what;
        std::vector<Letter> sent;
        Strings found;
    };
    const Case cases[] = {
        {"the year is less than its first half",
         {h1, sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 4))},
         {"S125 2"}},
        {"in whatever order they are read",
         {sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 4)), h1},
         {"S125 1"}},
        {"the year is as much",
         {h1, sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 9))},
         {}},
        {"of another agency",
         {h1, sent("y", "a2", "2022", "2022-12-30", figure("I.1", "n", 4))},
         {}},
        {"of another task", {h1, sent("y", "a1", "2022", "2022-12-30", figure("I.2", "n", 4))}, {}},
        {"the second half beside the first",
         {h1, sent("h", "a1", "2022-H2", "2022-12-30", figure("I.1", "n", 4))},
         {}},
        {"a mean may be lower over the year",
         {sent("h", "a1", "2022-H1", "2022-06-28", figure("I.1", "p", 9)),
          sent("y", "a1", "2022", "2022-12-30", figure("I.1", "p", 4))},
         {}},
        {"of one day, that with the later document counts, whichever was read first",
         {h1,
          {"y", "a1", "2022", "2022-12-30", "2/BC", "2022-12-29", {figure("I.1", "n", 13)}},
          {"y", "a1", "2022", "2022-12-30", "1/BC", "2022-12-28", {figure("I.1", "n", 4)}}},
         {}},
        {"and is held against the part, whichever was read first",
         {h1,
          {"y", "a1", "2022", "2022-12-30", "2/BC", "2022-12-29", {figure("I.1", "n", 4)}},
          {"y", "a1", "2022", "2022-12-30", "1/BC", "2022-12-28", {figure("I.1", "n", 13)}}},
         {"S125 2"}},
        {"an empty later paper erases nothing",
         {h1, sent("y", "a1", "2022", "2022-12-29", figure("I.1", "n", 4)),
          with(Letter{"y", "a1", "2022", "2022-12-30"}, [](Letter& one) { one.note = "Gửi lại"; })},
         {"S125 2"}},
        {"a correction counts in place of the first",
         {h1, sent("y", "a1", "2022", "2022-12-29", figure("I.1", "n", 4)),
          sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 13))},
         {}},
        {"though it is read before it",
         {h1, sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 13)),
          sent("y", "a1", "2022", "2022-12-29", figure("I.1", "n", 4))},
         {}},
        {"the largest of several parts is named, once",
         {sent("m", "a1", "2022-02", "2022-02-28", figure("I.1", "n", 5)),
          sent("m", "a1", "2022-05", "2022-05-28", figure("I.1", "n", 7)),
          sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 4))},
         {"S125 3"}},
        {"a month above both of its wholes",
         {sent("m", "a1", "2022-05", "2022-05-28", figure("I.1", "n", 7)),
          sent("h", "a1", "2022-H1", "2022-06-28", figure("I.1", "n", 5)),
          sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 6))},
         {"S125 3", "S125 2"}},
    };
    for (const auto& [what, sent, expected] : cases) {
        const std::string shown = what;
        CAPTURE(shown);
        CHECK(lines_of(found_between(sent)) == expected);
    }
}

TEST_CASE("cross-check: both figures are shown") {
    const auto found =
        found_between({sent("h", "a1", "2022-H1", "2022-06-28", figure("I.1", "n", 9)),
                       sent("y", "a1", "2022", "2022-12-30", figure("I.1", "n", 4))});
    REQUIRE(found.all().size() == 1);
    const auto& d = found.all().front();
    CHECK(d.severity == Severity::warning);
    CHECK(said(d.message) ==
          "`n` of `a1` is 4 for the year 2022, but was 9 for the first half of 2022 alone");
    CHECK(d.line == 2);
    CHECK(d.end_column == d.column + 1);
    REQUIRE(d.notes.size() == 1);
    CHECK(d.notes.front().place.line == 1);
}

TEST_CASE("cross-check: a figure far from the others of its period") {
    struct Case {
        const char* what;
        std::vector<int> figures;
        Strings found;
    };
    const Case cases[] = {
        {"a digit too many", {12, 9, 14, 11, 8, 130}, {"S126 6"}},
        {"two too many", {12, 900, 14, 11, 8, 13}, {"S126 2"}},
        {"far too few", {4200, 3900, 5100, 4400, 4800, 12}, {"S126 6"}},
        {"too few agencies to say what is usual", {12, 9, 14, 11, 130}, {}},
        {"some times more is no wonder", {12, 9, 14, 11, 8, 70}, {}},
        {"figures that differ much anyway", {1, 10, 100, 1000, 10000, 100000}, {}},
        {"all alike but one", {10, 10, 10, 10, 10, 14}, {}},
        {"small counts", {0, 0, 0, 0, 0, 0, 12}, {}},
        {"small counts and a large one", {0, 0, 0, 0, 0, 0, 120}, {"S126 7"}},
    };
    for (const auto& [what, figures, expected] : cases) {
        const std::string shown = what;
        CAPTURE(shown);
        std::vector<Letter> all;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            all.push_back(half(static_cast<int>(i) + 1, figures[i]));
        }
        CHECK(lines_of(found_between(all)) == expected);
    }
}

TEST_CASE("cross-check: what an agency usually sends comes before what others send") {
    std::vector<Letter> all;
    const int own[] = {900, 1100, 1000, 950, 1050, 12, 1000};
    for (int month = 1; month <= 7; ++month) {
        for (int agency = 2; agency <= 7; ++agency) {
            all.push_back(sent("m", fmt::format("a{}", agency), fmt::format("2022-{:02}", month),
                               "2022-12-01", figure("I.1", "n", 10 + agency)));
        }
        all.push_back(sent("m", "a1", fmt::format("2022-{:02}", month), "2022-12-01",
                           figure("I.1", "n", own[month - 1])));
    }
    const auto found = found_between(all);
    CHECK(lines_of(found) == Strings{"S126 42"});
    CHECK(said(found.all().front().message)
              .starts_with("`n` is 12, far from what `a1` usually sends: "));
}

TEST_CASE("cross-check: one text for two periods") {
    struct Case {
        const char* what;
        std::vector<Letter> sent;
        Strings found;
    };
    const auto may = sent("m", "a1", "2022-05", "2022-05-28", summary(kText));
    const Case cases[] = {
        {"the same", {may, sent("m", "a1", "2022-06", "2022-06-28", summary(kText))}, {"S127 2"}},
        {"broken into lines elsewhere",
         {may, sent("m", "a1", "2022-06", "2022-06-28", summary("  " + kText + "\n"))},
         {"S127 2"}},
        {"with other blanks between the words",
         {may, sent("m", "a1", "2022-06", "2022-06-28",
                    summary("Đã tổ  chức 3\u00A0hội nghị\ntuyên truyền\tcho cán bộ, đảng viên của "
                            "huyện"))},
         {"S127 2"}},
        {"with a tab at its end",
         {may, sent("m", "a1", "2022-06", "2022-06-28", summary(kText + "\t"))},
         {"S127 2"}},
        {"with two words in one",
         {may, sent("m", "a1", "2022-06", "2022-06-28",
                    summary("Đã tổ chức 3 hộinghị tuyên truyền cho cán bộ, đảng viên của huyện"))},
         {}},
        {"another figure in it",
         {may, sent("m", "a1", "2022-06", "2022-06-28", summary(kText + " 2"))},
         {}},
        {"of another agency", {may, sent("m", "a2", "2022-06", "2022-06-28", summary(kText))}, {}},
        {"in a correction of the same period",
         {may, sent("m", "a1", "2022-05", "2022-05-30", summary(kText))},
         {}},
        {"a set phrase",
         {sent("m", "a1", "2022-05", "2022-05-28", summary("Không phát sinh.")),
          sent("m", "a1", "2022-06", "2022-06-28", summary("Không phát sinh."))},
         {}},
        {"for the half year, with all of it",
         {may, sent("h", "a1", "2022-H1", "2022-06-28", summary(kText))},
         {}},
    };
    for (const auto& [what, sent, expected] : cases) {
        const std::string shown = what;
        CAPTURE(shown);
        CHECK(lines_of(found_between(sent)) == expected);
    }
}

TEST_CASE("cross-check: a submission that does not count is passed over") {
    CHECK(lines_of(found_between({sent("m", "a1", "2022-05", "2022-05-28", summary(kText)),
                                  sent("m", "a1", "2022-13", "2022-06-28", summary(kText))})) ==
          Strings{});
}
