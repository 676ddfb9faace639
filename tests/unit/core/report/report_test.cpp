#include "core/report/report.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "support/letters.hpp"
#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// Two half-yearly reports, one of which covers T1 and T2 alone, and a yearly one.
const BuiltPlan& small() {
    static const BuiltPlan test([] {
        auto made = plan_2022({task("T1", {"a"}, Cadence::continuous),
                               with(task("T2", {"b"}, Cadence::continuous),
                                    [](Obligation& o) { o.quiet_after = 300; }),
                               with(task("T3", {"c"}, Cadence::continuous),
                                    [](Obligation& o) { o.why.assumed = "chưa rõ"; }),
                               with(report("h", {"g", "c"}, Cadence::semiannual, by("period-end")),
                                    [](Obligation& o) {
                                        o.has_covers = true;
                                        o.covers = texts({"T2", "T1"});
                                    }),
                               report("k", {"c"}, Cadence::semiannual, by("07-05")),
                               report("y", {"a"}, Cadence::annual, by("12-15"))});
        made.agencies[0].name = text("Sở Công Thương");
        made.groups = {with(group("g", {"a", "b"}), [](Group& g) {
            g.name = text("Nhóm");
            g.why.assumed = "không nêu thành viên";
        })};
        const auto applying = [](const char* id, FigureType type, Total total, const char* name,
                                 const Strings& tasks, const char* assumed) {
            auto one = indicator(id, type, total);
            one.name = text(name);
            one.has_tasks = !tasks.empty();
            one.tasks = texts(tasks);
            one.why.assumed = assumed;
            return one;
        };
        made.indicators = {applying("n", FigureType::integer, Total::sum, "N", {}, "tự đặt"),
                           applying("d", FigureType::decimal, Total::last, "D", {"T1"}, ""),
                           applying("m", FigureType::decimal, Total::mean, "M", {"T3"}, "tự đặt")};
        made.waivers = {
            with(waiver("y", "a", "2022"), [](Exception& e) { e.why.assumed = "xin miễn"; })};
        return made;
    }());
    return test;
}

/// What an agency sends of the half-year report `h`.
Letter half(const char* agency, const char* received, const char* number,
            const std::vector<Told>& results = {}) {
    return {"h", agency, "2022-H1", received, number, {}, results};
}

/// A report and all that it points into.
struct Built {
    Assessment assessment;
    ReportScope scope;
    Report report;
};

/// The report of a period, from the submissions in this order.
std::unique_ptr<Built> build(const std::vector<Letter>& sent, const std::string& as_of,
                             const std::string& period,
                             const std::vector<ObligationIx>& obligations = {}) {
    const auto& test = small();
    auto scope = find_scope(test.plan, test.schedule, period, obligations);
    if (!scope) throw std::invalid_argument("no report of " + period);
    auto built = std::make_unique<Built>(Built{Assessment(test, day(as_of)), *scope, {}});
    ContentKeeper contents(*scope, day(as_of));
    hand_in(test, as_of, sent, {.assessment = &built->assessment, .contents = &contents});
    built->report = build_report(built->assessment, built->scope, contents);
    return built;
}

/// The periods that `find_scope` finds, with the obligations in it; `none` where there is none.
std::string said(const ReportScope& scope) {
    std::string out = scope.period_id;
    for (const auto ix : scope.obligations) out += " " + small().plan.obligations[ix].id.value;
    return out + fmt::format(" {}", scope.rows.size());
}

std::string scope_of(const std::string& period, const std::vector<ObligationIx>& obligations = {}) {
    const auto scope = find_scope(small().plan, small().schedule, period, obligations);
    return scope ? said(*scope) : "none";
}

/// The same of `latest_scopes`, with commas between them.
std::string latest_on(const std::string& as_of, const std::vector<ObligationIx>& obligations = {}) {
    std::string out;
    for (const auto& scope :
         latest_scopes(small().plan, small().schedule, obligations, day(as_of))) {
        out += (out.empty() ? "" : ", ") + said(scope);
    }
    return out.empty() ? "none" : out;
}

const std::string& agency(AgencyIx ix) {
    return small().plan.agencies[ix].id.value;
}

const std::string& obligation(ObligationIx ix) {
    return small().plan.obligations[ix].id.value;
}

}  // namespace

TEST_CASE("report: a period is named by its id or, where that is clear, by a part of it") {
    CHECK(scope_of("2022-H1") == "2022-H1 h k 4");
    CHECK(scope_of("2022S1") == "2022-H1 h k 4");
    CHECK(scope_of("H2") == "2022-H2 h k 4");
    CHECK(scope_of("2022") == "2022 y 1");
    CHECK(scope_of("2022-H1", {small().obligation("k")}) == "2022-H1 k 1");
    CHECK(scope_of("2022-H1", {small().obligation("y")}) == "none");
    CHECK(scope_of("2022-Q1") == "none");
    CHECK(scope_of("2021-H1") == "none");
    CHECK(scope_of("") == "none");
    const BuiltPlan two(
        plan_from_to("2021-01-01", "2022-12-31", {agency("a")},
                     {testing::report("r", {"a"}, Cadence::semiannual, by("period-end"))}));
    CHECK_FALSE(find_scope(two.plan, two.schedule, "H1", {}).has_value());
    CHECK(find_scope(two.plan, two.schedule, "2021-H1", {})->rows.size() == 1);
}

TEST_CASE("report: of each cadence the latest period is the newest that has come due") {
    // h falls due at the end of each half-year, k on 5 July for both of them, y on 15 December.
    CHECK(latest_on("2022-06-29") == "none");
    CHECK(latest_on("2022-06-30") == "2022-H1 h k 4");
    CHECK(latest_on("2022-12-14") == "2022-H2 h k 4");
    CHECK(latest_on("2022-12-15") == "2022-H2 h k 4, 2022 y 1");
    CHECK(latest_on("2022-12-15", {small().obligation("h")}) == "2022-H1 h 3");
    CHECK(latest_on("2022-12-31", {small().obligation("h")}) == "2022-H2 h 3");
}

TEST_CASE("report: its rows are those of the period alone, and what is urgent comes first") {
    const auto built = build({half("c", "2022-07-02", "1"), half("a", "2022-06-30", "2")},
                             "2022-08-10", "2022-H1");
    const auto& report = built->report;
    CHECK(report.period_id == "2022-H1");
    CHECK(show(report.period.span) == "2022-01-01..2022-06-30");
    const auto& summary = report.status.summary;
    CHECK(summary.expected == 4);
    CHECK(summary.of(State::on_time) == 1);
    CHECK(summary.of(State::late) == 1);
    CHECK(summary.of(State::missing) == 2);
    CHECK(summary.reporting_rate() == 5000);
    CHECK(summary.on_time_rate() == 2500);
    Strings urgent;
    for (const auto& row : report.attention) {
        const auto& expected = small().schedule.rows[row.row];
        urgent.push_back(obligation(small().schedule.slots[expected.slot].obligation) + " " +
                         agency(expected.agency) + " " + std::to_string(*row.days_late));
    }
    CHECK(urgent == Strings{"h b 41", "k c 36"});
}

TEST_CASE("report: continuous tasks that went quiet, the longest first") {
    const auto built = build({half("c", "2022-03-02", "1", {{"T3"}})}, "2022-08-10", "2022-H1");
    Strings quiet;
    for (const auto& row : built->report.quiet) {
        quiet.push_back(obligation(row.obligation) + " " + agency(row.agency) + " " +
                        std::to_string(row.quiet_days));
    }
    CHECK(quiet == Strings{"T1 a 221", "T3 c 161"});  // T2 may be quiet for 300 days
}

TEST_CASE("report: every task that is covered has its place, with or without results") {
    const auto shown = [](const std::vector<Letter>& sent, const std::string& period,
                          const char* of) {
        const auto built = build(sent, "2022-08-10", period, {small().obligation(of)});
        Strings out;
        for (const auto& task : built->report.tasks) {
            auto line = obligation(task.task);
            for (const auto& part : task.contributions) {
                line += " " + agency(part.agency) + ":" + part.summary;
            }
            out.push_back(line);
        }
        return out;
    };
    CHECK(shown({}, "2022-H1", "h") == Strings{"T1", "T2"});
    CHECK(shown({}, "2022-H1", "k") == Strings{"T1", "T2", "T3"});
    // Agencies in plan order, whoever was first; a task beyond the covered ones is not lost.
    CHECK(shown({half("c", "2022-06-20", "1", {{"T1", "xong"}}),
                 half("a", "2022-06-28", "2", {{"T3", "thêm"}, {"T1", "đang làm"}})},
                "2022-H1", "h") == Strings{"T1 a:đang làm c:xong", "T2", "T3 a:thêm"});
}

TEST_CASE("report: content comes from the last that counts, timeliness from the first") {
    const auto built = build(
        {with(half("a", "2022-06-28", "1"),
              [](Letter& one) {
                  one.difficulties = "cũ";
                  one.next = "x";
              }),
         with(half("a", "2022-07-10", "3"), [](Letter& one) { one.difficulties = "mới"; }),
         half("a", "2022-07-01", "2"),
         with(half("a", "2022-09-01", "4"), [](Letter& one) { one.difficulties = "chưa biết"; }),
         with(half("b", "2022-06-20", "5"), [](Letter& one) { one.proposals = "xin kinh phí"; })},
        "2022-08-10", "2022-H1", {small().obligation("h")});
    const auto& report = built->report;
    REQUIRE(report.remarks.size() == 2);
    CHECK(agency(report.remarks[0].agency) == "a");
    CHECK(report.remarks[0].difficulties == "mới");
    CHECK(report.remarks[0].next == "");
    CHECK(report.remarks[1].proposals == "xin kinh phí");
    Strings counted;
    for (const auto& source : report.counted) {
        counted.push_back(source.paper.document + (source.first ? " first" : "") +
                          (source.content ? " last" : ""));
    }
    CHECK(counted == Strings{"1 first", "3 last", "5 first last"});
    CHECK(report.status.summary.of(State::on_time) == 2);
}

TEST_CASE("report: indicators add up by their rule, and only those that apply are shown") {
    const auto built =
        build({half("c", "2022-06-30", "1", {{"T1", "", {{"n", "5"}, {"d", "0.5"}}}}),
               half("a", "2022-06-28", "2",
                    {{"T1", "", {{"n", "2"}, {"d", "97.5"}}}, {"T2", "", {{"n", "3"}}}})},
              "2022-08-10", "2022-H1", {small().obligation("h")});
    const auto& tables = built->report.indicators;
    REQUIRE(tables.size() == 2);  // m is of T3 alone, which h does not cover
    CHECK(small().plan.indicators[tables[0].indicator].id.value == "n");
    CHECK(tables[0].total == 10);
    REQUIRE(tables[0].by_agency.size() == 2);
    CHECK(agency(tables[0].by_agency[0].of) == "a");
    CHECK(tables[0].by_agency[0].value == 5);
    CHECK(tables[0].by_agency[1].value == 5);
    REQUIRE(tables[0].by_task.size() == 2);
    CHECK(tables[0].by_task[0].value == 7);
    CHECK(tables[0].by_task[1].value == 3);
    CHECK(tables[1].total == 0.5);  // received last
    CHECK(agency(tables[1].last.value()) == "c");
    const auto empty = build({}, "2022-08-10", "2022-H1", {small().obligation("k")});
    REQUIRE(empty->report.indicators.size() == 3);
    for (const auto& table : empty->report.indicators) CHECK(table.total == std::nullopt);
}

TEST_CASE("report: only the last paper's figures count, never those it corrects") {
    const auto built = build({half("a", "2022-06-28", "1", {{"T1", "", {{"n", "100"}}}}),
                              half("a", "2022-07-28", "2", {{"T2", "", {{"n", "1"}}}})},
                             "2022-08-10", "2022-H1", {small().obligation("h")});
    REQUIRE(built->report.indicators.size() == 2);
    CHECK(built->report.indicators[0].total == 1);
    CHECK(built->report.indicators[1].total == std::nullopt);
}

TEST_CASE("report: notes that several papers carry are told once") {
    const auto built =
        build({with(half("a", "2022-06-28", "1"), [](Letter& one) { one.note = "một"; }),
               with(half("b", "2022-06-28", "2"), [](Letter& one) { one.note = "hai"; }),
               with(half("c", "2022-06-28", "3"), [](Letter& one) { one.note = "hai"; })},
              "2022-08-10", "2022-H1", {small().obligation("h")});
    Strings notes;
    for (const auto& note : built->report.notes) {
        notes.push_back(note.text + " " + std::to_string(note.submissions));
    }
    CHECK(notes == Strings{"hai 2", "một 1"});
}

TEST_CASE("report: what was refused is told in the report that it was for") {
    const std::vector<Letter> sent = {
        {"h", "a", "2022-H1", "2022-06-20", "1", "2022-06-21"},  // dated after it was received
        {"h", "a", "2022-H2", "2022-06-20", "2", "2022-06-21"},
        {"k", "c", "2022-H1", "2022-06-20", "3", "2022-06-21"},
        {"h", "z", "2022-H1", "2022-06-20", "4"},                 // nobody of that name
        {"x", "a", "2022-H1", "2022-06-20", "5"},                 // no such report
        {"h", "a", "2022-H3", "2022-06-20", "6"},                 // no such period
        {"h", "a", "2022-H1", "2022-09-20", "7", "2022-09-21"}};  // not known yet
    const auto refused = [&](const std::vector<ObligationIx>& of) {
        const auto built = build(sent, "2022-08-10", "2022-H1", of);
        Strings out;
        for (const auto& paper : built->report.refused) {
            out.push_back(paper.document + " " + std::string(info(paper.errors.at(0)).id));
        }
        out.push_back(std::to_string(built->report.refused_elsewhere));
        return out;
    };
    CHECK(refused({small().obligation("h")}) ==
          Strings{"1 S112", "4 S104", "5 S105", "6 S109", "2"});
    CHECK(refused({small().obligation("k")}) == Strings{"3 S112", "5 S105", "4"});
}

TEST_CASE("report: it names the assumptions that it rests on, and no others") {
    const auto assumed = [](const std::string& period, const char* of) {
        const auto built = build({}, "2022-08-10", period, {small().obligation(of)});
        Strings out;
        for (const auto& one : built->report.assumptions) {
            auto line = one.why.assumed + ":";
            for (const auto& name : one.names) line += " " + name;
            out.push_back(line);
        }
        return out;
    };
    // T3 is quiet, so that whoever reads of it may know that it was guessed.
    CHECK(assumed("2022-H1", "h") ==
          Strings{"chưa rõ: T3", "không nêu thành viên: Nhóm", "tự đặt: N"});
    CHECK(assumed("2022-H1", "k") == Strings{"chưa rõ: T3", "tự đặt: N M"});
    CHECK(assumed("2022", "y") ==
          Strings{"chưa rõ: T3", "tự đặt: N M", "xin miễn: Sở Công Thương"});
}

TEST_CASE("report: the last contact with whoever owes is known, whatever it was about") {
    const auto built = build({{"h", "a", "2022-H1", "2022-06-20", "1", "2022-06-21"},  // refused
                              half("b", "2022-06-20", "2"),
                              {"y", "a", "2022", "2022-03-01", "3"},
                              {"y", "a", "2022", "2022-09-01", "4"},  // not known yet
                              {"k", "c", "2022-H1", "2022-06-02", "5"}},
                             "2022-07-03", "2022-H1", {small().obligation("h")});
    Strings contacts;
    for (const auto& row : built->report.attention) {
        contacts.push_back(agency(small().schedule.rows[row.row].agency) + " " +
                           row.last_contact->document + " " +
                           obligation(*row.last_contact->obligation) +
                           (!row.last_contact->valid() ? " refused" : ""));
    }
    CHECK(contacts == Strings{"a 1 h refused", "c 5 k"});
    const auto silent = build({}, "2022-07-03", "2022-H1", {small().obligation("k")});
    CHECK(silent->report.attention.empty());  // it is due on 5 July
    const auto later = build({}, "2022-07-06", "2022-H1", {small().obligation("k")});
    REQUIRE(later->report.attention.size() == 1);
    CHECK_FALSE(later->report.attention[0].last_contact.has_value());
}

TEST_CASE("report: figures stand beside those of the period before, where there are any") {
    const auto figures = [](const char* period, const char* number, int value) {
        return Letter{"h",
                      "a",
                      period,
                      "2022-12-31",
                      number,
                      {},
                      {{"T1", "", {{"n", std::to_string(value)}}}}};
    };
    const auto built = build({figures("2022-H1", "1", 30), figures("2022-H2", "2", 5)},
                             "2023-01-10", "2022-H2", {small().obligation("h")});
    const auto& report = built->report;
    REQUIRE(report.before.has_value());
    CHECK(small().schedule.slots[report.before->slot].period.id == "2022-H1");
    CHECK_FALSE(report.before->year_before);
    CHECK(report.before->submissions == 1);
    CHECK(report.indicators.at(0).total == 5);
    CHECK(report.indicators.at(0).before == 30);
    CHECK(report.indicators.at(0).before_by_agency.at(0).value == 30);
    const auto alone = build({figures("2022-H2", "2", 5)}, "2023-01-10", "2022-H2");
    CHECK_FALSE(alone->report.before.has_value());
    CHECK(alone->report.indicators.at(0).before == std::nullopt);
}

TEST_CASE("report: the same period of the year before comes before the period just before") {
    const BuiltPlan two(
        plan_from_to("2021-01-01", "2022-12-31", {agency("a")},
                     {testing::report("r", {"a"}, Cadence::semiannual, by("period-end"))}));
    const auto scope = find_scope(two.plan, two.schedule, "2022-H1", {});
    Strings earlier;
    for (const auto& period : scope->earlier) {
        earlier.push_back(two.schedule.slots[period.slots.front()].period.id +
                          (period.year_before ? " year before" : ""));
    }
    CHECK(earlier == Strings{"2021-H1 year before", "2021-H2"});
}

TEST_CASE("report: a year has the figures of the annual papers, not those of its halves too") {
    const auto paper = [](const char* report, const char* period, int value) {
        return Letter{report,
                      "a",
                      period,
                      "2022-12-10",
                      report,
                      {},
                      {{"T1", "", {{"n", std::to_string(value)}}}}};
    };
    const auto built =
        build({paper("h", "2022-H1", 100), paper("y", "2022", 230)}, "2023-01-10", "2022");
    CHECK(built->report.indicators.at(0).total == 230);
    CHECK_FALSE(built->report.before.has_value());
    const auto none = build({paper("h", "2022-H1", 100)}, "2023-01-10", "2022");
    CHECK(none->report.indicators.at(0).total == std::nullopt);
}

TEST_CASE("report: states by the groups that the report names, whoever is in none at the end") {
    const auto built =
        build({half("a", "2022-06-28", "1")}, "2022-07-10", "2022-H1", {small().obligation("h")});
    Strings groups;
    for (const auto& one : built->report.groups) {
        groups.push_back(
            (one.group == nullptr ? "-" : one.group->id.value) +
            fmt::format(" {}/{}", one.summary.of(State::on_time), one.summary.expected));
    }
    CHECK(groups == Strings{"g 1/2", "- 0/1"});
}

TEST_CASE("report: member groups claim their agencies before the group that holds them") {
    const BuiltPlan test(with(
        plan_2022({testing::report("r", {"all"}, Cadence::annual, by("12-15"))}), [](Plan& plan) {
            plan.groups = {group("all", {"one", "c"}), group("one", {"a", "b"})};
        }));
    const Assessment assessment(test, day("2022-07-01"));
    Strings groups;
    for (const auto& one :
         standing_by_group(assessment, {test.obligation("r")}, assessment.rows())) {
        groups.push_back(fmt::format("{} {}", one.group->id.value, one.summary.expected));
    }
    CHECK(groups == Strings{"all 1", "one 2"});
}

TEST_CASE("report: what was due and what was received, on the days on which it changed") {
    const auto built = build({half("a", "2022-06-27", "1"), half("b", "2022-07-03", "2")},
                             "2022-07-04", "2022-H1");
    Strings points;
    for (const auto& point : built->report.receipt.points) {
        points.push_back(format_date(point.day).substr(5) + " " + std::to_string(point.due) + " " +
                         (point.received ? std::to_string(*point.received) : "?"));
    }
    CHECK(points == Strings{"06-26 0 0", "06-27 0 1", "06-29 0 1", "06-30 3 1", "07-02 3 1",
                            "07-03 3 2", "07-04 3 2", "07-05 4 ?"});
    CHECK(built->report.receipt.expected == 4);
    CHECK(build({}, "2022-07-04", "2022")->report.receipt.points.empty());  // it is waived
}

TEST_CASE("report: its agencies stand against all that they owe in periods that have begun") {
    const auto built =
        build({half("a", "2022-07-02", "1")}, "2022-07-03", "2022-H1", {small().obligation("h")});
    const auto& table = built->report.timeliness;
    Strings columns;
    for (const auto& column : table.columns) {
        const auto& slot = small().schedule.slots[column.slot];
        columns.push_back(obligation(slot.obligation) + " " + slot.period.id +
                          (column.of_report ? "*" : ""));
    }
    CHECK(columns == Strings{"h 2022-H1*", "h 2022-H2", "k 2022-H1", "k 2022-H2", "y 2022"});
    Strings lines;
    for (const auto& row : table.rows) {
        auto line = agency(row.agency) + ":";
        for (const auto& cell : row.cells) {
            line += " " + (cell ? std::string(info(cell->state).id) : "-");
        }
        lines.push_back(line);
    }
    CHECK(lines == Strings{"a: late open - - waived", "b: overdue open - - -",
                           "c: overdue open due-soon due-soon -"});
}

TEST_CASE("report: a period that no report has is looked for among the tasks") {
    const BuiltPlan test(plan_2022({task("T", {"a", "b"}, Cadence::quarterly, by("period-end")),
                                    testing::report("r", {"a"}, Cadence::annual, by("12-15"))}));
    const auto rows = [&](const char* period) {
        const auto scope = find_scope(test.plan, test.schedule, period, {});
        return scope ? scope->period_id + " " + std::to_string(scope->rows.size()) : "none";
    };
    CHECK(rows("2022-Q2") == "2022-Q2 2");
    CHECK(rows("2022") == "2022 1");
    // Of the reports none has come due, and the latest is of the reports.
    CHECK(latest_scopes(test.plan, test.schedule, {}, day("2022-07-01")).empty());
    const BuiltPlan tasks(plan_2022({task("T", {"a"}, Cadence::quarterly, by("period-end"))}));
    const auto latest = latest_scopes(tasks.plan, tasks.schedule, {}, day("2022-07-01"));
    REQUIRE(latest.size() == 1);
    CHECK(latest.front().period_id == "2022-Q2");
}
