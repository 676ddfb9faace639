#include "core/submission/checker.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/letters.hpp"
#include "support/plan.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const BuiltPlan& plan() {
    static const BuiltPlan test([] {
        auto made = plan_from_to(
            "2022-01-01", "2022-12-31",
            {agency("so-y-te", "Sở Y tế"), agency("so-xay-dung", "Sở Xây dựng"),
             agency("chau-thanh-a", "Huyện Châu Thành"),
             agency("chau-thanh-b", "Huyện Châu Thành B")},
            {task("I.1", {"so-y-te"}, Cadence::continuous),
             task("I.2", {"so-y-te"}, Cadence::continuous),
             task("II.1", {"so-y-te"}, Cadence::ad_hoc, within("5d", Anchor::raised)),
             with(report("r", {"so-y-te", "so-xay-dung"}, Cadence::semiannual, by("period-end")),
                  [](Obligation& o) {
                      o.has_covers = true;
                      o.covers = texts({"I.1"});
                  }),
             report("o", {"so-y-te"}, Cadence::once, by("03-31"))});
        made.agencies[0].short_name = text("SYT");
        made.agencies[0].aliases = texts({"Sở Y Tế tỉnh"});
        made.agencies[1].active_to = day("2022-09-30");
        made.agencies[2].aliases = texts({"Châu Thành"});
        made.agencies[3].aliases = texts({"Châu Thành"});
        made.indicators = {with(indicator("n", FigureType::integer, Total::sum),
                                [](Indicator& n) {
                                    n.min = 0;
                                    n.max = 100;
                                    n.has_tasks = true;
                                    n.tasks = texts({"I.1"});
                                }),
                           indicator("d", FigureType::decimal, Total::mean)};
        made.events = {event("e", "II.1", "2022-03-01")};
        return made;
    }());
    return test;
}

Strings found_in(const Letter& letter) {
    return testing::found_in(plan(), "2022-07-05", letter);
}

/// A sound half-year report.
Letter sound() {
    return {"r", "so-y-te", "2022-H1", "2022-06-28", {}, {}, {{"I.1"}}};
}

Letter named(const std::string& agency, const std::string& obligation, const std::string& period) {
    auto letter = sound();
    letter.agency = agency;
    letter.obligation = obligation;
    letter.period = period;
    return letter;
}

Letter telling(const std::vector<Told>& results) {
    auto letter = sound();
    letter.results = results;
    return letter;
}

}  // namespace

TEST_CASE("validate: what is sound has no finding") {
    CHECK(found_in(sound()) == Strings{});
    CHECK(found_in({"I.1", "so-y-te", "", "2022-06-28"}) == Strings{});
    CHECK(found_in({"o", "so-y-te", "", "2022-03-28"}) == Strings{});
    CHECK(found_in({"o", "so-y-te", "once", "2022-03-28"}) == Strings{});
    CHECK(found_in({"II.1", "so-y-te", "e", "2022-03-03"}) == Strings{});
}

TEST_CASE("validate: how agencies may be named") {
    struct Case {
        const char* name;
        Strings found;
    };
    const Case cases[] = {
        {"so-y-te", {}},
        {"Sở Y tế", {}},
        {"SYT", {}},
        {"syt", {"S123 agency"}},
        {"so-y-te\u200B", {"S123 agency"}},
        {"sở  y TẾ", {"S123 agency"}},
        {"S\u01a1\u0309 Y t\u00ea\u0301", {}},  // decomposed: it is stored composed
        {"So Y te", {"S104 agency"}},
        {"Sở Y", {"S104 agency"}},
        {"Châu Thành", {"S103 agency"}},
        {"Huyện Châu Thành", {"S108 agency"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(found_in(named(c.name, "r", "2022-H1")) == c.found);
    }
}

TEST_CASE("validate: obligations and periods") {
    struct Case {
        const char* obligation;
        const char* period;
        Strings found;
    };
    const Case cases[] = {
        {"R", "2022-H1", {"S105 obligation"}}, {"r", "2022-H3", {"S109 period"}},
        {"r", "2023-H1", {"S109 period"}},     {"r", "2022S1", {}},
        {"r", "H1", {"S109 period"}},          {"I.1", "2022-H1", {"S111 period"}},
        {"II.1", "2022-H1", {"S109 period"}},  {"o", "2022", {"S109 period"}},
        {" r", "2022-H1\u00A0", {}},           {"r\u200B", "\u20282022-H1", {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.period);
        CHECK(found_in(named("so-y-te", c.obligation, c.period)) == c.found);
    }
    CHECK(found_in(named("so-y-te", "r", "")) == Strings{"S110 letter"});
}

TEST_CASE("validate: who does not owe it, and who is no longer there") {
    CHECK(found_in({"I.1", "so-xay-dung", "", "2022-06-28"}) == Strings{"S108 agency"});
    CHECK(found_in(named("so-xay-dung", "r", "2022-H2")) ==
          Strings{"S108 agency", "S114 received"});
}

TEST_CASE("validate: dates against each other") {
    struct Case {
        const char* received;
        const char* dated;
        Strings found;
    };
    const Case cases[] = {
        {"2022-06-28", "2022-06-28", {}},
        {"2022-06-28", "2022-06-29", {"S112 received"}},
        {"2022-07-06", "2022-07-01", {"S113 received"}},
        {"2022-06-28", "2021-12-31", {"S114 document date"}},
        {"2022-06-28", "2022-01-01", {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.dated);
        auto letter = sound();
        letter.received = c.received;
        letter.document_date = c.dated;
        CHECK(found_in(letter) == c.found);
    }
}

TEST_CASE("validate: figures") {
    struct Case {
        const char* indicator;
        const char* value;
        Strings found;
    };
    const Case cases[] = {
        {"n", "0", {}},
        {"n", "100", {}},
        {"n", "101", {"S116 figure n"}},
        {"n", "-1", {"S116 figure n"}},
        {"n", "1.5", {"S115 figure n"}},
        {"n", "1.234", {"S115 figure n"}},
        {"n", "\"12\"", {"S115 figure n"}},
        {"d", "97.5", {}},
        {"d", "1e3", {}},
        {"x", "1", {"S107 indicator x"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.value);
        CHECK(found_in(telling({{"I.1", "", {{c.indicator, c.value}}}})) == c.found);
    }
}

TEST_CASE("validate: results against what the report covers") {
    CHECK(found_in(telling({{"I.1"}, {"I.2", "", {{"n", "1"}}}})) ==
          Strings{"S117 indicator n", "S119 task I.2"});
    CHECK(found_in(telling({{"I.9"}})) == Strings{"S106 task I.9", "S120 obligation"});
    CHECK(found_in(telling({})) == Strings{"S120 obligation"});
}

namespace {

/// The first finding with this code in the letter.
Diagnostic finding(const Letter& letter, Code code) {
    const auto found = check(plan(), "2022-07-05", letter);
    for (const auto& one : found.all()) {
        if (one.code == code) return one;
    }
    FAIL("no finding with this code");
    return {};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("validate: what is unknown comes with the nearest that there is") {
    struct Case {
        Letter letter;
        Code code;
        const char* suggestion;
    };
    const Case cases[] = {
        {named("so-y-tee", "r", "2022-H1"), Code::s_unknown_agency, "so-y-te"},
        {named("So Y te", "r", "2022-H1"), Code::s_unknown_agency, "Sở Y tế"},
        {named("Sở Xây dụng", "r", "2022-H1"), Code::s_unknown_agency, "Sở Xây dựng"},
        {named("so-y-te", "R", "2022-H1"), Code::s_unknown_obligation, "r"},
        {named("so-y-te", "r", "2022-H3"), Code::s_unknown_period, "2022-H"},
        {named("so-y-te", "II.1", "ee"), Code::s_unknown_period, "e"},
        {telling({{"I.11"}}), Code::s_unknown_task, "I.1"},
        {telling({{"I.1", "", {{"nn", "1"}}}}), Code::s_unknown_indicator, "n"},
        {named("Châu Thành", "r", "2022-H1"), Code::s_ambiguous_agency, "`chau-thanh-a` (Huyện"},
        {named("Châu Thành", "r", "2022-H1"), Code::s_ambiguous_agency, "`chau-thanh-b` (Huyện"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.suggestion);
        CHECK(contains(said(finding(c.letter, c.code).help), c.suggestion));
    }
}

TEST_CASE("validate: a finding says the way to its value") {
    const auto agency = finding(named("Sở Y", "r", "2022-H1"), Code::s_unknown_agency);
    CHECK(agency.path == "/agency");
    CHECK(agency.severity == Severity::error);
    auto early = sound();
    early.document_date = "2021-12-31";
    const auto dated = finding(early, Code::s_document_before_period);
    CHECK(dated.severity == Severity::warning);
    CHECK(dated.path == "/document/date");
}

TEST_CASE("validate: 1.234 for a whole number is an error that says so") {
    const auto found = finding(telling({{"I.1", "", {{"n", "1.234"}}}}), Code::s_bad_figure);
    CHECK(contains(said(found.message), "1.234"));
    CHECK(contains(said(found.help), "1234"));
}

TEST_CASE("validate: what was meant is looked for a thousand times in a file, not more") {
    const auto suggested = [](const Diagnostics& found, Code code, const char* help) {
        return std::count_if(found.all().begin(), found.all().end(), [&](const Diagnostic& one) {
            return one.code == code && said(one.help) == help;
        });
    };
    constexpr std::size_t kMany = 100'000;
    Told figures{"I.1"};
    figures.figures.assign(kMany, {"nn", "1"});
    const auto of_figures = check(plan(), "2022-07-05", telling({figures}));
    CHECK(of_figures.all().size() == kMany);
    CHECK(suggested(of_figures, Code::s_unknown_indicator, "did you mean `n`?") == 1000);

    const auto of_tasks =
        check(plan(), "2022-07-05", telling(std::vector<Told>(kMany, Told{"I.3"})));
    CHECK(of_tasks.count(Severity::error) == kMany);
    CHECK(suggested(of_tasks, Code::s_unknown_task, "did you mean `I.1`?") == 1000);

    SubmissionChecker checker(plan(), day("2022-07-05"), 2);
    const auto next = [&](const Letter& letter) {
        Diagnostics found;
        CheckedSubmission out;
        const OpenLetter open(letter);
        checker.check(open.raw(), found, out);
        return said(found.all().front().help);
    };
    for (int file = 0; file < 2; ++file) {
        checker.begin_file();
        for (int i = 0; i < 2; ++i) {
            CHECK(next(named("so-y-te", "r", "2022-H3")) == "did you mean `2022-H1`?");
            CHECK(next(named("so-y-te", "rr", "2022-H1")) == "did you mean `r`?");
        }
        CHECK(next(named("so-y-te", "r", "2022-H3")).empty());
        CHECK(next(named("so-y-te", "rr", "2022-H1")).empty());
    }
}

TEST_CASE("validate: only errors keep a submission from counting") {
    const auto counts = [](const Letter& letter) {
        Assessment assessment(plan(), day("2022-12-31"));
        hand_in(plan(), "2022-07-05", {letter}, {.assessment = &assessment});
        return assessment.refused().empty();
    };
    CHECK(counts(sound()));
    CHECK(counts(named("SYT", "r", "2022-H1")));               // S123, an info
    CHECK(counts(telling({})));                                // S120, a warning
    CHECK(counts({"r", "so-y-te", "2022-H1", "2022-12-28"}));  // S113
    CHECK_FALSE(counts(named("so-y-te", "r", "2022-H3")));
}

TEST_CASE("validate: events are owed by those that they name") {
    auto named_b = event("named", "T", "2022-03-01");
    named_b.has_agencies = true;
    named_b.agencies = texts({"b"});
    const BuiltPlan test(
        with(plan_2022({task("T", {"a"}, Cadence::ad_hoc, within("5d", Anchor::raised)),
                        task("U", {"a"}, Cadence::ad_hoc, within("5d", Anchor::raised))}),
             [&](Plan& made) {
                 made.events = {event("own", "T", "2022-03-01"), named_b};
             }));
    const auto found = [&](const char* obligation, const char* agency, const char* period) {
        return codes_of(check(test, "2022-07-05", {obligation, agency, period, "2022-03-03"}));
    };
    CHECK(found("T", "a", "own") == Strings{});
    CHECK(found("T", "b", "named") == Strings{});
    CHECK(found("T", "b", "own") == Strings{"S108"});
    CHECK(found("T", "a", "named") == Strings{"S108"});
    CHECK(found("T", "c", "own") == Strings{"S108"});
    CHECK(found("T", "a", "other") == Strings{"S109"});
    CHECK(found("U", "a", "own") == Strings{"S109"});
    CHECK(found("T", "a", "") == Strings{"S110"});
}
