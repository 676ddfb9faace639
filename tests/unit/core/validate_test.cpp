#include "core/validate.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const TestPlan& plan() {
    static const TestPlan test(
        plan_from_to("2022-01-01", "2022-12-31",
                     "agencies:\n"
                     "  - {id: so-y-te, name: Sở Y tế, short: SYT, aliases: [Sở Y Tế tỉnh]}\n"
                     "  - {id: so-xay-dung, name: Sở Xây dựng, active: {to: 2022-09-30}}\n"
                     "  - {id: chau-thanh-a, name: Huyện Châu Thành, aliases: [Châu Thành]}\n"
                     "  - {id: chau-thanh-b, name: Huyện Châu Thành B, aliases: [Châu Thành]}\n"
                     "tasks:\n"
                     "  - {id: I.1, title: T, lead: [so-y-te], cadence: continuous}\n"
                     "  - {id: I.2, title: T, lead: [so-y-te], cadence: continuous}\n"
                     "  - {id: II.1, title: T, lead: [so-y-te], cadence: ad-hoc,"
                     " due: {within: 5d, after: raised}}\n"
                     "reports:\n"
                     "  - {id: r, title: R, from: [so-y-te, so-xay-dung], cadence: semiannual,"
                     " due: {by: period-end}, covers: [I.1]}\n"
                     "  - {id: o, title: R, from: [so-y-te], cadence: once, due: {by: 03-31}}\n"
                     "indicators:\n"
                     "  - {id: n, name: N, type: integer, total: sum, min: 0, max: 100,"
                     " tasks: [I.1]}\n"
                     "  - {id: d, name: D, type: decimal, total: mean}\n"),
        "format: plantool/events@1\n"
        "events: [{id: e, obligation: II.1, title: E, raised: 2022-03-01}]\n");
    return test;
}

/// The findings in these lines of NDJSON, as `S104 1:12`.
Strings found_in(const std::string& lines) {
    Diagnostics all;
    take_in_bytes(plan(), "2022-07-05", "x.ndjson", lines, {.findings = &all});
    return places_of(all);
}

/// A sound half-year report with its last keys replaced.
std::string report(const std::string& more) {
    return R"({"agency": "so-y-te", "obligation": "r", "period": "2022-H1", )" + more + "}\n";
}

const std::string kSound = R"("received": "2022-06-28", "results": [{"task": "I.1"}])";

}  // namespace

TEST_CASE("validate: what is sound has no finding") {
    CHECK(found_in(report(kSound)) == Strings{});
    CHECK(found_in(R"({"agency": "so-y-te", "obligation": "I.1", "received": "2022-06-28"})") ==
          Strings{});
    CHECK(found_in(R"({"agency": "so-y-te", "obligation": "o", "received": "2022-03-28"})") ==
          Strings{});
    CHECK(found_in(R"({"agency": "so-y-te", "obligation": "o", "period": "once", "received": )"
                   R"("2022-03-28"})") == Strings{});
    CHECK(found_in(R"({"agency": "so-y-te", "obligation": "II.1", "period": "e", "received": )"
                   R"("2022-03-03"})") == Strings{});
}

TEST_CASE("validate: how agencies may be named") {
    struct Case {
        const char* name;
        Strings found;
    };
    const Case cases[] = {
        {"so-y-te", {}},
        {"Sở Y tế", {}},
        {"SYT", {"S123 1:12"}},
        {"sở  y TẾ", {"S123 1:12"}},
        {"S\u01a1\u0309 Y t\u00ea\u0301", {}},  // decomposed: it is stored composed
        {"So Y te", {"S104 1:12"}},
        {"Sở Y", {"S104 1:12"}},
        {"Châu Thành", {"S103 1:12"}},
        {"Huyện Châu Thành", {"S108 1:12"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(found_in(std::string(R"({"agency": ")") + c.name +
                       R"(", "obligation": "r", "period": "2022-H1", )" + kSound + "}\n") ==
              c.found);
    }
}

TEST_CASE("validate: obligations and periods") {
    struct Case {
        const char* obligation;
        const char* period;
        Strings found;
    };
    const Case cases[] = {
        {"R", "2022-H1", {"S105 1:37"}},    {"r", "2022-H3", {"S109 1:52"}},
        {"r", "2023-H1", {"S109 1:52"}},    {"r", "2022S1", {}},
        {"r", "H1", {"S109 1:52"}},         {"I.1", "2022-H1", {"S111 1:54"}},
        {"II.1", "2022-H1", {"S109 1:55"}}, {"o", "2022", {"S109 1:52"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.period);
        CHECK(found_in(std::string(R"({"agency": "so-y-te", "obligation": ")") + c.obligation +
                       R"(", "period": ")" + c.period + "\", " + kSound + "}\n") == c.found);
    }
    CHECK(found_in(R"({"agency": "so-y-te", "obligation": "r", )" + kSound + "}\n") ==
          Strings{"S110 1:1"});
}

TEST_CASE("validate: who does not owe it, and who is no longer there") {
    CHECK(found_in(R"({"agency": "so-xay-dung", "obligation": "I.1", "received": "2022-06-28"})") ==
          Strings{"S108 1:12"});
    CHECK(found_in(R"({"agency": "so-xay-dung", "obligation": "r", "period": "2022-H2", )" +
                   kSound + "}\n") == Strings{"S124 1:12"});
}

TEST_CASE("validate: dates against each other") {
    struct Case {
        const char* received;
        const char* dated;
        Strings found;
    };
    const Case cases[] = {
        {"2022-06-28", "2022-06-28", {}},
        {"2022-06-28", "2022-06-29", {"S112 1:75"}},
        {"2022-07-06", "2022-07-01", {"S113 1:75"}},
        {"2022-06-28", "2021-12-31", {"S114 1:110"}},
        {"2022-06-28", "2022-01-01", {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.dated);
        CHECK(found_in(report(std::string(R"("received": ")") + c.received +
                              R"(", "document": {"date": ")" + c.dated +
                              R"("}, "results": [{"task": "I.1"}])")) == c.found);
    }
}

TEST_CASE("validate: figures") {
    struct Case {
        const char* figures;
        Strings found;
    };
    const Case cases[] = {
        {R"("n": 0)", {}},
        {R"("n": 100)", {}},
        {R"("n": null)", {}},
        {R"("n": 101)", {"S116 1:134"}},
        {R"("n": -1)", {"S116 1:134"}},
        {R"("n": 1.5)", {"S115 1:134"}},
        {R"("n": 1.234)", {"S115 1:134"}},
        {R"("n": "12")", {"S115 1:134"}},
        {R"("n": true)", {"S115 1:134"}},
        {R"("n": [1])", {"S115 1:134"}},
        {R"("d": 97.5)", {}},
        {R"("d": 1e3)", {}},
        {R"("x": 1)", {"S107 1:129"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.figures);
        CHECK(found_in(report(std::string(R"("received": "2022-06-28", "results": [{"task": )"
                                          R"("I.1", "figures": {)") +
                              c.figures + "}}]")) == c.found);
    }
}

TEST_CASE("validate: results against what the report covers") {
    CHECK(found_in(report(R"("received": "2022-06-28", "results": [{"task": "I.1"}, {"task": )"
                          R"("I.2", "figures": {"n": 1}}])")) ==
          Strings{"S119 1:127", "S117 1:146"});
    CHECK(found_in(report(R"("received": "2022-06-28", "results": [{"task": "I.9"}])")) ==
          Strings{"S120 1:37", "S106 1:110"});
    CHECK(found_in(report(R"("received": "2022-06-28")")) == Strings{"S120 1:37"});
}

TEST_CASE("validate: the same document twice is an error on the second") {
    const auto numbered = [](const std::string& number, const std::string& received) {
        return report(R"("document": {"number": ")" + number + R"("}, "received": ")" + received +
                      R"(", "results": [{"task": "I.1"}])");
    };
    CHECK(found_in(numbered("1/BC", "2022-06-28") + numbered("1/BC", "2022-06-28")) ==
          Strings{"S118 2:12"});
    CHECK(found_in(numbered("1/BC", "2022-06-28") + numbered("2/BC", "2022-06-28")) == Strings{});
    CHECK(found_in(numbered("1/BC", "2022-06-28") + numbered("1/BC", "2022-06-29")) == Strings{});
    CHECK(found_in(report(kSound) + report(kSound)) == Strings{});  // no number, no telling
}

namespace {

/// The first finding with this code in these lines of NDJSON.
Diagnostic finding(const std::string& lines, Code code) {
    Diagnostics all;
    take_in_bytes(plan(), "2022-07-05", "x.ndjson", lines, {.findings = &all});
    std::optional<Diagnostic> first;
    for (const auto& found : all.all()) {
        if (found.code == code && !first) first = found;
    }
    REQUIRE(first.has_value());
    return *first;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A report with this agency, obligation and period, sound in everything else.
std::string named(const std::string& agency, const std::string& obligation,
                  const std::string& period) {
    return R"({"agency": ")" + agency + R"(", "obligation": ")" + obligation + R"(", "period": ")" +
           period + "\", " + kSound + "}\n";
}

}  // namespace

TEST_CASE("validate: what is unknown comes with the nearest that there is") {
    struct Case {
        std::string line;
        Code code;
        const char* suggestion;
    };
    const auto figure = [](const char* name) {
        return report(std::string(R"("received": "2022-06-28", "results": [{"task": "I.1", )"
                                  R"("figures": {")") +
                      name + "\": 1}}]");
    };
    const Case cases[] = {
        {named("so-y-tee", "r", "2022-H1"), Code::s_unknown_agency, "so-y-te"},
        {named("So Y te", "r", "2022-H1"), Code::s_unknown_agency, "Sở Y tế"},
        {named("Sở Xây dụng", "r", "2022-H1"), Code::s_unknown_agency, "Sở Xây dựng"},
        {named("so-y-te", "R", "2022-H1"), Code::s_unknown_obligation, "r"},
        {named("so-y-te", "r", "2022-H3"), Code::s_unknown_period, "2022-H"},
        {named("so-y-te", "II.1", "ee"), Code::s_unknown_period, "e"},
        {report(R"("received": "2022-06-28", "results": [{"task": "I.11"}])"), Code::s_unknown_task,
         "I.1"},
        {figure("nn"), Code::s_unknown_indicator, "n"},
        {named("Châu Thành", "r", "2022-H1"), Code::s_ambiguous_agency, "`chau-thanh-a` (Huyện"},
        {named("Châu Thành", "r", "2022-H1"), Code::s_ambiguous_agency, "`chau-thanh-b` (Huyện"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.line);
        CHECK(contains(finding(c.line, c.code).help, c.suggestion));
    }
}

TEST_CASE("validate: a finding covers the value, with the line and the way to it") {
    const auto agency =
        finding(report(kSound) + named("Sở Y", "r", "2022-H1"), Code::s_unknown_agency);
    CHECK(agency.line == 2);
    CHECK(agency.column == 12);
    CHECK(agency.end_line == 2);
    CHECK(agency.end_column == 18);  // six characters, with their quotes
    CHECK(agency.path == "/agency");
    CHECK(agency.severity == Severity::error);
    CHECK(contains(agency.excerpt, "Sở Y"));
    const auto dated = finding(report(R"("received": "2022-06-28", "document": )"
                                      R"({"date": "2021-12-31"}, "results": [{"task": "I.1"}])"),
                               Code::s_document_before_period);
    CHECK(dated.severity == Severity::warning);
    CHECK(dated.path == "/document/date");
    CHECK(dated.end_column - dated.column == 12);
}

TEST_CASE("validate: 1.234 for a whole number is an error that says so") {
    const auto found = finding(report(R"("received": "2022-06-28", "results": [{"task": "I.1", )"
                                      R"("figures": {"n": 1.234}}])"),
                               Code::s_bad_figure);
    CHECK(contains(found.message, "1.234"));
    CHECK(contains(found.help, "1234"));
}

TEST_CASE("validate: only errors keep a submission from counting") {
    const auto valid = [](const std::string& line) {
        std::optional<bool> out;
        take_in_bytes(plan(), "2022-07-05", "x.ndjson", line,
                      {.wanted = [](const CheckedSubmission&) { return Extent::paper; },
                       .kept = [&](const Submission& one) { out = one.valid; }});
        return out.value();
    };
    CHECK(valid(report(kSound)));
    CHECK(valid(named("SYT", "r", "2022-H1")));                          // S123, an info
    CHECK(valid(report(R"("received": "2022-06-28")")));                 // S120, a warning
    CHECK(valid(report(R"("received": "2022-12-28", "results": [])")));  // S113
    CHECK_FALSE(valid(named("so-y-te", "r", "2022-H3")));
    CHECK_FALSE(valid(report(R"("received": "2022-06-28", "via": "pigeon")")));
}

TEST_CASE("validate: events are owed by those that they name") {
    const TestPlan test(
        plan_2022("tasks:\n"
                  "  - {id: T, title: T, lead: [a], cadence: ad-hoc,"
                  " due: {within: 5d, after: raised}}\n"
                  "  - {id: U, title: T, lead: [a], cadence: ad-hoc,"
                  " due: {within: 5d, after: raised}}\n"),
        "format: plantool/events@1\n"
        "events:\n"
        "  - {id: own, obligation: T, title: E, raised: 2022-03-01}\n"
        "  - {id: named, obligation: T, title: E, raised: 2022-03-01, agencies: [b]}\n");
    const auto found = [&](const char* obligation, const char* agency, const char* period) {
        Diagnostics all;
        const Sent sent{obligation, agency, period, "2022-03-03"};
        take_in_bytes(test, "2022-07-05", "x.ndjson", sent.json(), {.findings = &all});
        return codes_of(all);
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

TEST_CASE("validate: what makes two documents the same, and what does not") {
    const auto line = [](const std::string& agency, const std::string& period,
                         const std::string& received, const std::string& number) {
        return R"({"agency": ")" + agency + R"(", "obligation": "r", "period": ")" + period +
               R"(", "document": {"number": ")" + number + R"("}, "received": ")" + received +
               R"(", "results": [{"task": "I.1"}]})" + "\n";
    };
    const auto first = line("so-y-te", "2022-H1", "2022-06-28", "1/BC");
    const auto errors = [&](const std::string& second) {
        Strings out;
        for (const auto& place : found_in(first + second)) {
            if (place.starts_with("S118")) out.push_back(place);
        }
        return out;
    };
    const Strings repeated{"S118 2:12"};
    CHECK(errors(first) == repeated);
    CHECK(errors(line("Sở Y tế", "2022S1", "2022-06-28T08:00:00+07:00", "1/BC")) == repeated);
    CHECK(errors(line("so-xay-dung", "2022-H1", "2022-06-28", "1/BC")) == Strings{});
    CHECK(errors(line("so-y-te", "2022-H2", "2022-06-28", "1/BC")) == Strings{});
    CHECK(errors(line("so-y-te", "2022-H1", "2022-06-29", "1/BC")) == Strings{});
    CHECK(errors(line("so-y-te", "2022-H1", "2022-06-28", "2/BC")) == Strings{});
    // Each that comes after the first is one too many; one that was refused does not stand before.
    CHECK(errors(first + first) == Strings{"S118 2:12", "S118 3:12"});
    CHECK(found_in(report(R"("received": "2022-06-28", "via": "pigeon", )"
                          R"("document": {"number": "1/BC"}, "results": [{"task": "I.1"}])") +
                   first) == Strings{"S102 1:96"});
}
