// Findings in bytes that were read: the places of what the checker finds, and documents that come
// twice.

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const TestPlan& plan() {
    static const TestPlan test(
        plan_from_to("2022-01-01", "2022-12-31",
                     "agencies:\n"
                     "  - {id: so-y-te, name: Sở Y tế}\n"
                     "  - {id: so-xay-dung, name: Sở Xây dựng}\n"
                     "tasks:\n"
                     "  - {id: I.1, title: T, lead: [so-y-te], cadence: continuous}\n"
                     "  - {id: I.2, title: T, lead: [so-y-te], cadence: continuous}\n"
                     "reports:\n"
                     "  - {id: r, title: R, from: [so-y-te, so-xay-dung], cadence: semiannual,"
                     " due: {by: period-end}, covers: [I.1]}\n"
                     "indicators:\n"
                     "  - {id: n, name: N, type: integer, total: sum, tasks: [I.1]}\n"));
    return test;
}

Diagnostics found(const std::string& lines) {
    Diagnostics all;
    take_in_bytes(plan(), "2022-07-05", "x.ndjson", lines, {}, &all);
    return all;
}

/// The findings in these lines of NDJSON, as `S104 1:12`.
Strings found_in(const std::string& lines) {
    return places_of(found(lines));
}

/// A sound half-year report with its last keys replaced.
std::string report(const std::string& more) {
    return R"({"agency": "so-y-te", "obligation": "r", "period": "2022-H1", )" + more + "}\n";
}

const std::string kSound = R"("received": "2022-06-28", "results": [{"task": "I.1"}])";

/// The first finding with this code in these lines of NDJSON.
Diagnostic finding(const std::string& lines, Code code) {
    std::optional<Diagnostic> first;
    const auto all = found(lines);
    for (const auto& one : all.all()) {
        if (one.code == code && !first) first = one;
    }
    REQUIRE(first.has_value());
    return *first;
}

/// A report with this agency, obligation and period, sound in everything else.
std::string named(const std::string& agency, const std::string& obligation,
                  const std::string& period) {
    return R"({"agency": ")" + agency + R"(", "obligation": ")" + obligation + R"(", "period": ")" +
           period + "\", " + kSound + "}\n";
}

}  // namespace

TEST_CASE("validate: a finding covers the value, with the line and the way to it") {
    const auto agency =
        finding(report(kSound) + named("Sở Y", "r", "2022-H1"), Code::s_unknown_agency);
    CHECK(agency.line == 2);
    CHECK(agency.column == 12);
    CHECK(agency.end_line == 2);
    CHECK(agency.end_column == 18);  // six characters, with their quotes
    CHECK(agency.path == "/agency");
    CHECK(agency.severity == Severity::error);
    CHECK(agency.excerpt.find("Sở Y") != std::string::npos);
    const auto dated = finding(report(R"("received": "2022-06-28", "document": )"
                                      R"({"date": "2021-12-31"}, "results": [{"task": "I.1"}])"),
                               Code::s_document_before_period);
    CHECK(dated.severity == Severity::warning);
    CHECK(dated.path == "/document/date");
    CHECK(dated.end_column - dated.column == 12);
}

TEST_CASE("validate: places of findings in a line") {
    CHECK(found_in(named("So Y te", "r", "2022-H1")) == Strings{"S104 1:12"});
    CHECK(found_in(named("so-y-te", "Rx", "2022-H1")) == Strings{"S105 1:37"});
    CHECK(found_in(named("so-y-te", "r", "2022-H3")) == Strings{"S109 1:52"});
    CHECK(found_in(report(R"("received": "2022-06-28")")) == Strings{"S120 1:37"});
    const auto figure = [](const std::string& figures) {
        return found_in(report(R"("received": "2022-06-28", "results": [{"task": "I.1", )"
                               R"("figures": {)" +
                               figures + "}}]"));
    };
    CHECK(figure(R"("n": null)") == Strings{});
    CHECK(figure(R"("n": true)") == Strings{"S115 1:134"});
    CHECK(figure(R"("n": [1])") == Strings{"S115 1:134"});
    CHECK(figure(R"("x": 1)") == Strings{"S107 1:129"});
}

TEST_CASE("validate: a fault of form alone keeps a submission from counting") {
    Assessment assessment(plan(), day("2022-07-05"));
    take_in_bytes(plan(), "2022-07-05", "x.ndjson",
                  report(R"("received": "2022-06-28", "via": "pigeon")"),
                  {.assessment = &assessment});
    CHECK(assessment.refused().size() == 1);
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
    CHECK(found_in(numbered("45-BC/BTGHU", "2022-06-28") +
                   numbered("45-bc/btghu ", "2022-06-28")) == Strings{"S118 2:12"});
    // Without a number a document is known by its days.
    const auto dated = [](const std::string& date) {
        return report(R"("document": {"date": ")" + date + R"("}, )" + kSound);
    };
    CHECK(found_in(report(kSound) + report(kSound)) == Strings{"S118 2:12"});
    CHECK(found_in(dated("2022-06-27") + dated("2022-06-27")) == Strings{"S118 2:12"});
    CHECK(found_in(dated("2022-06-27") + dated("2022-06-26")) == Strings{});
    CHECK(found_in(report(kSound) + dated("2022-06-26")) == Strings{});
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

TEST_CASE("validate: rows of unnumbered documents that lie apart are told, not lost") {
    Diagnostics all;
    take_in_bytes(plan(), "2022-07-05", "x.csv",
                  "agency,obligation,received,task\nSở Y tế,I.1,2022-06-28,I.1\n"
                  "so-y-te,I.2,2022-06-28,I.2\nSỞ Y TẾ,I.1,28/06/2022,I.2\n",
                  {}, &all);
    CHECK(errors_of(all) == Strings{"S118"});
    for (const auto& found : all.all()) {
        if (found.code != Code::s_repeated_submission) continue;
        CHECK(found.line == 4);
        CHECK(said(found.message) ==
              "a document without a number of `so-y-te`, received on 2022-06-28, was read before");
        CHECK(said(found.help).starts_with("sort the rows"));
    }
}
