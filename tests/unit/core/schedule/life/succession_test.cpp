// Who answers when agencies are renamed, merged, split and abolished (semantics.md, section 5),
// with the days of 2025: provincial committees merged on 1 March, provinces on 1 July.

#include "core/schedule/life/succession.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "core/plan/agency_match.hpp"
#include "core/schedule/schedule.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// The chain of the agency of Phú Yên: merged with another, then with that of Đắk Lắk.
const std::string kChain =
    "agencies:\n"
    "  - {id: btg, name: Ban Tuyên giáo, active: {to: 2025-02-28}, successor: btgdv}\n"
    "  - {id: bdv, name: Ban Dân vận, active: {to: 2025-02-28}, successor: btgdv}\n"
    "  - {id: btgdv, name: Ban Tuyên giáo và Dân vận, active: {from: 2025-03-01, to: 2025-06-30},"
    " successor: daklak}\n"
    "  - {id: daklak, name: Ban Tuyên giáo và Dân vận Đắk Lắk, active: {from: 2025-07-01}}\n"
    "  - {id: huyen, name: Huyện, active: {to: 2025-06-30}}\n"
    "  - {id: xa, name: Xã, active: {to: 2025-06-30}, successor: [xa-b, xa-c]}\n"
    "  - {id: xa-b, name: Xã B, active: {from: 2025-07-01}}\n"
    "  - {id: xa-c, name: Xã C, active: {from: 2025-07-01}}\n";

std::string chain_2025(const std::string& rest) {
    return plan_from_to("2025-01-01", "2025-12-31", kChain + rest);
}

/// `period agency` of the rows expected, and who each answers for where that is another.
Strings owed(const TestPlan& test) {
    Strings out;
    for (RowIx ix = 0; ix < test.schedule.rows.size(); ++ix) {
        const auto& row = test.schedule.rows[ix];
        if (!row.expected) continue;
        auto line =
            test.schedule.slots[row.slot].period.id + " " + test.plan.agencies[row.agency].id.value;
        const auto replaced = answers_for(test.plan, test.schedule, ix);
        if (replaced != std::vector<AgencyIx>{row.agency}) {
            line += " for";
            for (const auto one : replaced) line += " " + test.plan.agencies[one].id.value;
        }
        out.push_back(line);
    }
    return out;
}

std::string report(const std::string& from, const std::string& rest) {
    return "reports: [{id: r, title: R, from: [" + from + "], " + rest + "}]\n";
}

}  // namespace

TEST_CASE("succession: a merged agency's report is its successor's, once, and so on") {
    const TestPlan test(
        chain_2025(report("btg, bdv", "cadence: quarterly, due: {by: period-end}")));
    CHECK(errors_of(test.found) == Strings{});
    CHECK(owed(test) == Strings{"2025-Q1 btgdv for btg bdv", "2025-Q2 btgdv for btg bdv",
                                "2025-Q3 daklak for btg bdv", "2025-Q4 daklak for btg bdv"});
}

TEST_CASE("succession: the reference day is the earlier of the last day and the due day by rule") {
    const TestPlan before(chain_2025(report("btg, bdv", "cadence: annual, due: {by: 2025-02-20}")));
    CHECK(owed(before) == Strings{"2025 btg", "2025 bdv"});
    const TestPlan after(chain_2025(
        report("btg, bdv", "cadence: semiannual, periods: [H1], due: {by: 2025-07-15}")));
    CHECK(owed(after) == Strings{"2025-H1 btgdv for btg bdv"});
    const TestPlan extended(
        chain_2025(report("btg", "cadence: annual, due: {by: 2025-02-20}") +
                   "extensions: [{obligation: r, agency: btg, period: 2025, due: 2025-08-01}]\n"));
    CHECK(owed(extended) == Strings{"2025 btg"});
    CHECK(extended.schedule.rows[0].due == day("2025-08-01"));
}

TEST_CASE("succession: a split is owed by each, an abolished one by nobody after its end") {
    const TestPlan test(
        chain_2025(report("huyen, xa", "cadence: semiannual, due: {by: period-end}")));
    CHECK(owed(test) ==
          Strings{"2025-H1 huyen", "2025-H1 xa", "2025-H2 xa-b for xa", "2025-H2 xa-c for xa"});
}

TEST_CASE("succession: circles and missing ends are errors, gaps are warnings") {
    const auto found = [](const std::string& agencies) {
        const TestPlan test(
            plan_from_to("2025-01-01", "2025-12-31",
                         "agencies:\n" + agencies +
                             "reports: [{id: r, title: R, from: [a, b], cadence: annual, due: {by: "
                             "period-end}}]\n"));
        return codes_of(test.found);
    };
    CHECK(found("  - {id: a, name: A, active: {to: 2025-03-01}, successor: b}\n"
                "  - {id: b, name: B, active: {to: 2025-06-01}, successor: a}\n") ==
          Strings{"P132"});
    CHECK(found("  - {id: a, name: A, active: {to: 2025-03-01}, successor: a}\n"
                "  - {id: b, name: B}\n") == Strings{"P132"});
    CHECK(found("  - {id: a, name: A, successor: b}\n  - {id: b, name: B}\n") == Strings{"P133"});
    CHECK(found("  - {id: a, name: A, active: {to: 2025-03-01}, successor: b}\n"
                "  - {id: b, name: B, active: {from: 2025-03-03}}\n") == Strings{"P134"});
    CHECK(found("  - {id: a, name: A, active: {to: 2025-03-01}, successor: b}\n"
                "  - {id: b, name: B, active: {from: 2025-03-02}}\n") == Strings{});
    CHECK(found("  - {id: a, name: A, active: {to: 2025-03-01}, successor: z}\n"
                "  - {id: b, name: B}\n") == Strings{"P103"});
}

TEST_CASE("succession: rows bear the name of their day, and all names are understood") {
    const TestPlan test(plan_from_to(
        "2025-01-01", "2025-12-31",
        "agencies:\n"
        "  - {id: a, name: Sở Cũ, renamed: [{from: 2025-09-01, name: Sở Mới nhất},"
        " {from: 2025-03-01, name: Sở Mới, short: SM}]}\n"
        "  - {id: b, name: Ban B, short: BB, renamed: [{from: 2025-03-01, name: Ban C},"
        " {from: 2025-06-01, name: Ban D, short: BD}, {from: 2025-09-01, name: Ban E}]}\n"
        "reports: [{id: r, title: R, from: [a], cadence: quarterly, due: {by: period-end}}]\n"));
    Strings names;
    for (RowIx ix = 0; ix < 4; ++ix) names.push_back(agency_name_of(test.plan, test.schedule, ix));
    CHECK(names == Strings{"Sở Mới", "Sở Mới", "Sở Mới nhất", "Sở Mới nhất"});
    for (const auto* name : {"Sở Cũ", "sở mới", "SM", "Sở Mới nhất", "a"}) {
        CAPTURE(name);
        CHECK(find_agency(test.plan, name).agency == AgencyIx{0});
    }
    CHECK(find_agency(test.plan, "Sở Cũ").borne_until == day("2025-02-28"));
    // A short name is borne until there is another.
    CHECK_FALSE(find_agency(test.plan, "SM").borne_until.has_value());
    CHECK(find_agency(test.plan, "BB").borne_until == day("2025-05-31"));
    CHECK_FALSE(find_agency(test.plan, "BD").borne_until.has_value());
    CHECK(find_agency(test.plan, "Ban B").borne_until == day("2025-02-28"));
    CHECK(find_agency(test.plan, "Ban D").borne_until == day("2025-08-31"));
    CHECK_FALSE(find_agency(test.plan, "Sở Mới nhất").borne_until.has_value());
}

TEST_CASE("succession: a paper belongs to the nearest successor's row, else to a predecessor's") {
    const TestPlan test(
        chain_2025(report("btg, bdv, xa", "cadence: quarterly, due: {by: period-end}")));
    const auto rows = [&](const char* period, const char* sender, const char* received) {
        const auto slot = test.schedule.find_slot(0, period).value();
        const auto match = rows_for(test.plan, test.schedule, slot,
                                    test.plan.names.by_id.at(sender), day(received));
        Strings ids;
        for (const auto row : match.rows) {
            ids.push_back(test.plan.agencies[test.schedule.rows[row].agency].id.value);
        }
        return ids;
    };
    CHECK(rows("2025-Q1", "btgdv", "2025-04-01") == Strings{"btgdv"});
    CHECK(rows("2025-Q1", "bdv", "2025-02-20") == Strings{"btgdv"});
    CHECK(rows("2025-Q3", "btg", "2025-02-20") == Strings{"daklak"});
    CHECK(rows("2025-Q2", "daklak", "2025-07-03") == Strings{"btgdv"});
    CHECK(rows("2025-Q2", "daklak", "2025-06-30") == Strings{});  // its day is not over
    CHECK(rows("2025-Q4", "xa", "2025-12-01") == Strings{"xa-b", "xa-c"});
    CHECK(rows("2025-Q1", "xa-b", "2025-07-05") == Strings{"xa"});
    CHECK(rows("2025-Q1", "huyen", "2025-04-05") == Strings{});
}

TEST_CASE("succession: one may speak for another with which it shares a follower") {
    const TestPlan test(chain_2025(report("btg", "cadence: annual, due: {by: period-end}")));
    const auto ix = [&](const char* id) { return test.plan.names.by_id.at(id); };
    CHECK(shares_a_follower(test.plan, ix("btg"), ix("bdv")));
    CHECK(shares_a_follower(test.plan, ix("btg"), ix("daklak")));
    CHECK(shares_a_follower(test.plan, ix("huyen"), ix("huyen")));
    CHECK_FALSE(shares_a_follower(test.plan, ix("xa-b"), ix("xa-c")));
    CHECK(shares_a_follower(test.plan, ix("xa"), ix("xa-c")));
    CHECK_FALSE(shares_a_follower(test.plan, ix("huyen"), ix("xa")));
    CHECK(followed(test.plan, ix("btgdv")) ==
          std::vector<AgencyIx>{ix("btg"), ix("bdv"), ix("btgdv")});
}

TEST_CASE("succession: exceptions stand for the successor when they name all whom it replaces") {
    const auto waived = [](const std::string& agencies) {
        const TestPlan test(
            chain_2025(report("btg, bdv", "cadence: annual, due: {by: period-end}") +
                       "waivers: [{obligation: "
                       "r, " +
                       agencies + ", period: 2025}]\n"));
        auto codes = codes_of(test.found);
        std::erase(codes, "P117");
        codes.push_back(test.schedule.rows.at(0).waiver != nullptr ? "waived" : "owed");
        return codes;
    };
    CHECK(waived("agency: daklak") == Strings{"waived"});
    CHECK(waived("agencies: [btg, bdv]") == Strings{"waived"});
    CHECK(waived("agency: btg") == Strings{"P136", "owed"});
    CHECK(waived("agency: huyen") == Strings{"P119", "owed"});
    CHECK(waived("agency: Ban Tuyên giáo và Dân vận Đắk Lắk") == Strings{"waived"});
}

TEST_CASE("succession: decisions on a few of thousands of agencies") {
    // Each with each would be more than the test may take.
    constexpr int kCount = 8000;
    std::string agencies = "agencies:\n";
    std::string all;
    for (int i = 0; i < kCount; ++i) {
        const auto id = "a" + std::to_string(i);
        agencies += "  - {id: " + id + ", name: A" + std::to_string(i) + "}\n";
        all += (i == 0 ? "" : ", ") + id;
    }
    std::string waivers = "waivers:\n";
    for (int i = 0; i < 10; ++i) {
        waivers += "  - {obligation: r, agency: a" + std::to_string(i * 7) + ", period: 2025}\n";
    }
    const TestPlan test(
        plan_from_to("2025-01-01", "2025-12-31",
                     agencies + report(all, "cadence: annual, due: {by: period-end}") + waivers));
    CHECK(std::count_if(test.schedule.rows.begin(), test.schedule.rows.end(),
                        [](const auto& row) { return row.waiver != nullptr; }) == 10);
}

TEST_CASE("succession: a merge conserves what is owed") {
    CHECK(rc::check([] {
        // Agencies in a line of time: each ends on a day, and its successors begin the day after.
        const int count = *rc::gen::inRange(2, 6);
        std::string agencies = "agencies:\n";
        const auto end = *rc::gen::inRange(10, 300);
        for (int i = 0; i < count; ++i) {
            agencies += "  - {id: a" + std::to_string(i) + ", name: A" + std::to_string(i) +
                        ", active: {to: " + format_date(day("2025-01-01") + days{end}) +
                        "}, successor: b}\n";
        }
        agencies += "  - {id: b, name: B, active: {from: " +
                    format_date(day("2025-01-01") + days{end + 1}) + "}}\n";
        std::string from = "a0";
        for (int i = 1; i < count; ++i) from += ", a" + std::to_string(i);
        const TestPlan test(plan_from_to("2025-01-01", "2025-12-31",
                                         agencies + report(from,
                                                           "cadence: monthly, due: {by: "
                                                           "period-end}")));
        for (const auto& slot : test.schedule.slots) {
            // Every one that is named is answered for exactly once.
            std::vector<AgencyIx> answered;
            for (RowIx i = 0; i < slot.row_count; ++i) {
                for (const auto one : answers_for(test.plan, test.schedule, slot.first_row + i)) {
                    answered.push_back(one);
                }
            }
            std::sort(answered.begin(), answered.end());
            RC_ASSERT(answered == test.plan.obligations[0].agencies);
        }
    }));
}
