// What other systems' own tests expect of period ids, of reporting rates and of lateness.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "core/time/period.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

constexpr Cadence kShared[] = {Cadence::weekly, Cadence::monthly, Cadence::quarterly,
                               Cadence::semiannual, Cadence::annual};

/// The period that an id names, of whichever of the shared cadences.
std::optional<Period> named(const std::string& id) {
    for (const auto cadence : kShared) {
        const auto canonical = canonical_period_id(cadence, id);
        if (!canonical) continue;
        const int year = std::stoi(canonical->substr(0, 4));
        const Days around{make_day(year - 1, 12, 1), make_day(year + 1, 1, 31)};
        for (auto& period : periods_of(cadence, around)) {
            if (period.id == *canonical) return period;
        }
    }
    return std::nullopt;
}

/// Ids of the kinds that plantool reads: `2014`, `201402`, `2014-02`, `2014W1`, `2014Q1`, `2014S1`.
bool is_shared(const std::string& id) {
    const auto letters = std::count_if(id.begin(), id.end(),
                                       [](char c) { return (c < '0' || c > '9') && c != '-'; });
    if (letters == 0) return id.size() <= 7;
    return letters == 1 && std::string("WQS").find(id[4]) != std::string::npos;
}

}  // namespace

TEST_CASE("peers: DHIS2's period ids") {
    int spans = 0;
    int refused = 0;
    for (const auto& row : read_table("dhis2_period_id_parse.csv")) {
        const auto& id = row[0];
        const bool accepted = row[1] == "accept";
        if (accepted && !is_shared(id)) continue;
        CAPTURE(id);
        const auto period = named(id);
        CHECK(period.has_value() == accepted);
        if (!accepted) ++refused;
        if (!period || row[3].empty()) continue;
        CHECK(show(period->span) == row[3] + ".." + row[4]);
        ++spans;
    }
    CHECK(spans >= 18);
    CHECK(refused >= 20);
}

TEST_CASE("peers: the period in which DHIS2 sees a day") {
    const std::map<std::string, Cadence> kinds = {{"WEEKLY", Cadence::weekly},
                                                  {"MONTHLY", Cadence::monthly},
                                                  {"QUARTERLY", Cadence::quarterly},
                                                  {"SIXMONTHLY", Cadence::semiannual},
                                                  {"YEARLY", Cadence::annual}};
    int checked = 0;
    for (const auto& row : read_table("dhis2_period_id_by_date.csv")) {
        const auto kind = kinds.find(row[0]);
        if (kind == kinds.end()) continue;
        CAPTURE(row[2]);
        const auto period = named(row[2]);
        REQUIRE(period);
        CHECK(period->span.from <= day(row[1]));
        CHECK(day(row[1]) <= period->span.to);
        CHECK(canonical_period_id(kind->second, row[2]) == period->id);
        ++checked;
    }
    CHECK(checked >= 15);
}

TEST_CASE("peers: DHIS2's reporting rates, but for nothing expected, which has none") {
    std::ifstream in("tests/data/dhis2_reporting_rates.json");
    const auto table = nlohmann::json::parse(in);
    int checked = 0;
    for (const auto& c : table.at("cases")) {
        if (!c.contains("REPORTING_RATE") || !c.contains("expected_per_period")) continue;
        CAPTURE(c.at("id").get<std::string>());
        const auto& target = c.at("expected_per_period");
        const int expected = target.is_null() ? 0 : target.get<int>() * c.at("periods").get<int>();
        const int actual = c.at("actual").is_null() ? 0 : c.at("actual").get<int>();
        const auto found = rate(actual, expected);
        CHECK(found.has_value() == (expected > 0));
        if (found) CHECK(*found == c.at("REPORTING_RATE").get<int>() * 100);
        ++checked;
    }
    CHECK(checked == 3);
}

TEST_CASE("peers: DHIS2's reporting rates of a quarter, from what was registered each month") {
    std::ifstream in("tests/data/dhis2_reporting_rates.json");
    const auto fixture = nlohmann::json::parse(in).at("integration_fixture");
    int checked = 0;
    for (const auto& c : fixture.at("expected")) {
        CAPTURE(c.dump());
        const auto quarter = named(c.at("period")).value().span;
        int months = 0;
        for (const auto& registered : fixture.at("registrations")) {
            const auto month = named(registered.at(1)).value().span;
            const bool within = quarter.from <= month.from && month.to <= quarter.to;
            const bool same = registered.at(0) == c.at("data_set");
            months += within && same && registered.at(2) == c.at("unit") ? 1 : 0;
        }
        const auto expected = periods_of(Cadence::monthly, quarter).size();
        const auto hundredths = std::lround(c.at("REPORTING_RATE").get<double>() * 100);
        CHECK(rate(months, static_cast<int>(expected)) == static_cast<int>(hundredths));
        ++checked;
    }
    CHECK(checked == 3);
}

TEST_CASE("peers: lateness of clinical trials, with a grace of 30 days for what is not filed") {
    struct Case {
        const char* name;
        const char* received;  ///< empty: nothing
        const char* as_of;
        const char* state;
        int days_late;  ///< -1: none
    };
    // By the rows of trialstracker_lateness.csv; a submission cannot be withdrawn here.
    const Case cases[] = {
        {"unreported_inside_30_day_grace", "", "2017-01-30", "overdue", 30},
        {"unreported_first_day_after_grace", "", "2017-01-31", "missing", 31},
        {"unreported_long_overdue", "", "2017-06-30", "missing", 181},
        {"not_yet_open", "", "2015-12-31", "upcoming", -1},
        {"reported_on_time", "2016-12-01", "2018-03-01", "on-time", 0},
        {"reported_one_day_late", "2017-01-01", "2018-03-01", "late", 1},
        {"reported_a_year_late", "2017-12-01", "2018-03-01", "late", 335},
    };
    const auto table = read_table("trialstracker_lateness.csv");
    const BuiltPlan test(plan_from_to(
        "2016-01-01", "2016-12-31", {agency("a")},
        {with(report("r", {"a"}, Cadence::annual, by("2016-12-31")), [](Obligation& o) {
            o.closes_after = Amount{30, Unit::day};
        })}));
    REQUIRE(test.found.all().empty());
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const auto theirs = std::find_if(table.begin(), table.end(),
                                         [&](const Strings& row) { return row[0] == c.name; });
        REQUIRE(theirs != table.end());
        CHECK((*theirs)[1] == "2016-12-31");
        CHECK((*theirs)[3] == c.received);
        if (parse_date((*theirs)[5])) CHECK((*theirs)[5] == c.as_of);
        if (!(*theirs)[8].empty()) CHECK((*theirs)[8] == std::to_string(c.days_late));
        std::vector<Letter> sent;
        if (c.received[0] != '\0') sent.push_back({"r", "a", "2016", c.received});
        const auto assessment = assess(test, c.as_of, sent);
        CHECK(state_in(assessment, test, "r", "a", "2016") == c.state);
        CHECK(row_in(assessment, test, "r", "a", "2016").days_late.value_or(-1) == c.days_late);
    }
}
