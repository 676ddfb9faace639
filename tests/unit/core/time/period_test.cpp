#include "core/time/period.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "support/days.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

Days span(const char* from, const char* to) {
    return {day(from), day(to)};
}

Strings ids(Cadence cadence, Days plan) {
    Strings out;
    for (const auto& period : periods_of(cadence, plan)) out.push_back(period.id);
    return out;
}

Period only(Cadence cadence, const std::string& id) {
    const int year = std::stoi(id.substr(0, 4));
    const Days around{make_day(year - 1, 12, 1), make_day(year + 1, 1, 31)};
    for (auto& period : periods_of(cadence, around)) {
        if (period.id == id) return period;
    }
    throw std::invalid_argument("no period " + id);
}

}  // namespace

TEST_CASE("period: ids and spans of every cadence") {
    struct Case {
        Cadence cadence;
        const char* id;
        const char* span;
    };
    const Case cases[] = {
        {Cadence::weekly, "2022-W01", "2022-01-03..2022-01-09"},
        {Cadence::weekly, "2022-W52", "2022-12-26..2023-01-01"},
        {Cadence::monthly, "2022-01", "2022-01-01..2022-01-31"},
        {Cadence::monthly, "2022-02", "2022-02-01..2022-02-28"},
        {Cadence::monthly, "2024-02", "2024-02-01..2024-02-29"},
        {Cadence::quarterly, "2022-Q1", "2022-01-01..2022-03-31"},
        {Cadence::quarterly, "2022-Q4", "2022-10-01..2022-12-31"},
        {Cadence::semiannual, "2022-H1", "2022-01-01..2022-06-30"},
        {Cadence::semiannual, "2022-H2", "2022-07-01..2022-12-31"},
        {Cadence::nine_month, "2022-9M", "2022-01-01..2022-09-30"},
        {Cadence::annual, "2022", "2022-01-01..2022-12-31"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.id);
        const auto period = only(c.cadence, c.id);
        CHECK(show(period.span) == c.span);
        CHECK(period.year == std::stoi(std::string(c.id).substr(0, 4)));
    }
}

TEST_CASE("period: ISO weeks at the edges of years") {
    struct Case {
        const char* id;
        const char* span;
    };
    const Case cases[] = {
        {"2009-W53", "2009-12-28..2010-01-03"}, {"2010-W01", "2010-01-04..2010-01-10"},
        {"2014-W01", "2013-12-30..2014-01-05"}, {"2015-W53", "2015-12-28..2016-01-03"},
        {"2020-W01", "2019-12-30..2020-01-05"}, {"2020-W53", "2020-12-28..2021-01-03"},
        {"2021-W01", "2021-01-04..2021-01-10"}, {"2021-W52", "2021-12-27..2022-01-02"},
        {"2025-W01", "2024-12-30..2025-01-05"}, {"2026-W53", "2026-12-28..2027-01-03"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.id);
        CHECK(show(only(Cadence::weekly, c.id).span) == c.span);
    }
}

TEST_CASE("period: those whose last day lies in the plan") {
    struct Case {
        Cadence cadence;
        Days plan;
        Strings ids;
    };
    const auto year = span("2022-01-01", "2022-12-31");
    const auto odd = span("2022-02-23", "2023-02-22");
    const Case cases[] = {
        {Cadence::quarterly, year, {"2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"}},
        {Cadence::semiannual, year, {"2022-H1", "2022-H2"}},
        {Cadence::nine_month, year, {"2022-9M"}},
        {Cadence::annual, year, {"2022"}},
        {Cadence::once, year, {"once"}},
        {Cadence::ad_hoc, year, {}},
        {Cadence::continuous, year, {}},
        {Cadence::quarterly, odd, {"2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"}},
        {Cadence::semiannual, odd, {"2022-H1", "2022-H2"}},
        {Cadence::annual, odd, {"2022"}},
        {Cadence::once, odd, {"once"}},
        {Cadence::quarterly, span("2022-03-31", "2022-06-29"), {"2022-Q1"}},
        {Cadence::quarterly, span("2022-04-01", "2022-06-29"), {}},
        {Cadence::annual, span("2022-01-01", "2022-12-30"), {}},
        {Cadence::annual, span("2021-12-31", "2023-12-31"), {"2021", "2022", "2023"}},
        {Cadence::nine_month, span("2022-09-30", "2022-09-30"), {"2022-9M"}},
        {Cadence::monthly, span("2022-11-30", "2023-01-31"), {"2022-11", "2022-12", "2023-01"}},
        {Cadence::weekly, span("2022-01-02", "2022-01-15"), {"2021-W52", "2022-W01"}},
        {Cadence::weekly, span("2022-12-31", "2023-01-08"), {"2022-W52", "2023-W01"}},
    };
    for (const auto& c : cases) {
        CAPTURE(info(c.cadence).id);
        CAPTURE(show(c.plan));
        CHECK(ids(c.cadence, c.plan) == c.ids);
    }
    CHECK(show(periods_of(Cadence::once, odd).front().span) == show(odd));
    CHECK(periods_of(Cadence::once, odd).front().year == 2023);
}

TEST_CASE("period: the weeks of 2022 are those that end in it") {
    const auto weeks = ids(Cadence::weekly, span("2022-01-01", "2022-12-31"));
    CHECK(weeks.size() == 52);
    CHECK(weeks.front() == "2021-W52");
    CHECK(weeks.back() == "2022-W51");
}

TEST_CASE("period: weeks follow each other without a gap") {
    const auto weeks = periods_of(Cadence::weekly, span("2000-01-01", "2050-12-31"));
    for (std::size_t i = 1; i < weeks.size(); ++i) {
        CAPTURE(weeks[i].id);
        CHECK(weeks[i].span.from == weeks[i - 1].span.to + days{1});
        CHECK(weeks[i].span.to == weeks[i].span.from + days{6});
        CHECK(weeks[i - 1].id < weeks[i].id);
    }
}

TEST_CASE("period: every day is in one period of a whole plan") {
    CHECK(rc::check([] {
        const Day any = day("2000-01-01") + days{*rc::gen::inRange(0, 20'000)};
        const Days around{any - days{400}, any + days{400}};
        for (const auto cadence : {Cadence::weekly, Cadence::monthly, Cadence::quarterly,
                                   Cadence::semiannual, Cadence::annual}) {
            const auto periods = periods_of(cadence, around);
            const auto holding = std::count_if(
                periods.begin(), periods.end(),
                [&](const Period& p) { return p.span.from <= any && any <= p.span.to; });
            RC_ASSERT(holding == 1);
        }
    }));
}

TEST_CASE("period: ids are read in our spelling and in that of DHIS2, and written in ours") {
    struct Case {
        Cadence cadence;
        const char* text;
        const char* id;  ///< empty: refused
    };
    const Case cases[] = {
        {Cadence::weekly, "2022-W01", "2022-W01"},
        {Cadence::weekly, "2022W1", "2022-W01"},
        {Cadence::weekly, "2022W52", "2022-W52"},
        {Cadence::weekly, "2022-W00", ""},
        {Cadence::weekly, "2022-W54", ""},
        {Cadence::weekly, "2022W", ""},
        {Cadence::weekly, "2022-W001", ""},
        {Cadence::weekly, "2022-w01", ""},
        {Cadence::monthly, "2022-01", "2022-01"},
        {Cadence::monthly, "202201", "2022-01"},
        {Cadence::monthly, "2022-1", ""},
        {Cadence::monthly, "2022-13", ""},
        {Cadence::monthly, "2022-00", ""},
        {Cadence::monthly, "2022", ""},
        {Cadence::quarterly, "2022-Q1", "2022-Q1"},
        {Cadence::quarterly, "2022Q4", "2022-Q4"},
        {Cadence::quarterly, "2022-Q0", ""},
        {Cadence::quarterly, "2022-Q5", ""},
        {Cadence::quarterly, "2022-Q01", ""},
        {Cadence::quarterly, "Q1", ""},
        {Cadence::quarterly, "2022-q1", ""},
        {Cadence::quarterly, "2022-H1", ""},
        {Cadence::semiannual, "2022-H1", "2022-H1"},
        {Cadence::semiannual, "2022S2", "2022-H2"},
        {Cadence::semiannual, "2022-H3", ""},
        {Cadence::semiannual, "2022S0", ""},
        {Cadence::nine_month, "2022-9M", "2022-9M"},
        {Cadence::nine_month, "2022-09", ""},
        {Cadence::annual, "2022", "2022"},
        {Cadence::annual, "202", ""},
        {Cadence::annual, "20222", ""},
        {Cadence::annual, "2022-", ""},
        {Cadence::once, "once", "once"},
        {Cadence::once, "2022", ""},
        {Cadence::quarterly, "", ""},
        {Cadence::quarterly, "2022-Q1 ", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(canonical_period_id(c.cadence, c.text).value_or("") == c.id);
    }
}

TEST_CASE("period: a key is a whole id or its part after the year") {
    struct Case {
        Cadence cadence;
        const char* key;
        const char* period;
        int match;
    };
    const Case cases[] = {
        {Cadence::semiannual, "H1", "2022-H1", 1},
        {Cadence::semiannual, "2022-H1", "2022-H1", 2},
        {Cadence::semiannual, "2022S1", "2022-H1", 2},
        {Cadence::semiannual, "H2", "2022-H1", 0},
        {Cadence::semiannual, "2023-H1", "2022-H1", 0},
        {Cadence::quarterly, "Q3", "2022-Q3", 1},
        {Cadence::quarterly, "3", "2022-Q3", 0},
        {Cadence::monthly, "06", "2022-06", 1},
        {Cadence::monthly, "6", "2022-06", 0},
        {Cadence::weekly, "W12", "2022-W12", 1},
        {Cadence::nine_month, "9M", "2022-9M", 1},
        {Cadence::annual, "2022", "2022", 2},
        {Cadence::annual, "2021", "2022", 0},
        {Cadence::quarterly, "", "2022-Q3", 0},
    };
    for (const auto& c : cases) {
        CAPTURE(c.key);
        CHECK(match_period_key(c.cadence, c.key, only(c.cadence, c.period)) == c.match);
    }
}

TEST_CASE("period: data windows of the decree, Điều 12") {
    struct Case {
        Cadence cadence;
        const char* id;
        const char* window;
    };
    const Case cases[] = {
        {Cadence::monthly, "2022-06", "2022-05-15..2022-06-14"},
        {Cadence::monthly, "2022-01", "2021-12-15..2022-01-14"},
        {Cadence::monthly, "2022-03", "2022-02-15..2022-03-14"},
        {Cadence::quarterly, "2022-Q1", "2021-12-15..2022-03-14"},
        {Cadence::quarterly, "2022-Q2", "2022-03-15..2022-06-14"},
        {Cadence::quarterly, "2022-Q3", "2022-06-15..2022-09-14"},
        {Cadence::quarterly, "2022-Q4", "2022-09-15..2022-12-14"},
        {Cadence::semiannual, "2022-H1", "2021-12-15..2022-06-14"},
        {Cadence::semiannual, "2022-H2", "2022-06-15..2022-12-14"},
        {Cadence::annual, "2022", "2021-12-15..2022-12-14"},
        {Cadence::nine_month, "2022-9M", "2021-12-15..2022-09-14"},
        {Cadence::weekly, "2022-W10", "2022-03-07..2022-03-13"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.id);
        const auto period = only(c.cadence, c.id);
        CHECK(show(data_window(c.cadence, Window::nd09, period)) == c.window);
        CHECK(show(data_window(c.cadence, Window::calendar, period)) == show(period.span));
    }
}

TEST_CASE("periods: as people write them") {
    struct Case {
        Cadence cadence;
        const char* text;
        const char* id;
    };
    const Case cases[] = {
        {Cadence::quarterly, "Quý I/2022", "2022-Q1"},
        {Cadence::quarterly, "quý 1 năm 2022", "2022-Q1"},
        {Cadence::quarterly, "QUÝ IV năm 2022", "2022-Q4"},
        {Cadence::quarterly, "quý III  2022", "2022-Q3"},
        {Cadence::quarterly, "quý V/2022", ""},
        {Cadence::quarterly, "quý I/22", ""},
        {Cadence::semiannual, "6 tháng đầu năm 2022", "2022-H1"},
        {Cadence::semiannual, "6 tháng cuối năm 2022", "2022-H2"},
        {Cadence::semiannual, "6 tháng đầu năm 2026-2027", "2026-H1"},
        {Cadence::semiannual, "6 tháng năm 2022", ""},
        {Cadence::nine_month, "9 tháng năm 2022", "2022-9M"},
        {Cadence::nine_month, "9 tháng đầu năm 2022", "2022-9M"},
        {Cadence::annual, "năm 2022", "2022"},
        {Cadence::annual, "Năm 2026-2027", "2026"},
        {Cadence::annual, "năm 2026-2028", ""},
        {Cadence::monthly, "tháng 7/2022", "2022-07"},
        {Cadence::monthly, "tháng 07 năm 2022", "2022-07"},
        {Cadence::monthly, "07/2022", "2022-07"},
        {Cadence::monthly, "7/2022", "2022-07"},
        {Cadence::monthly, "13/2022", ""},
        {Cadence::monthly, "7 2022", ""},
        {Cadence::weekly, "tuần 12/2022", "2022-W12"},
        {Cadence::weekly, "tuần 54/2022", ""},
        {Cadence::quarterly, "07/2022", ""},
        {Cadence::monthly, "quý I/2022", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(canonical_period_id(c.cadence, c.text).value_or("") == c.id);
    }
}

TEST_CASE("periods: the year begins where the plan says") {
    const auto days_of = [](Cadence cadence, int starts) {
        std::vector<std::string> out;
        for (const auto& p : periods_of(cadence, span("2026-07-01", "2027-06-30"), starts)) {
            out.push_back(p.id + " " + show(p.span));
        }
        return out;
    };
    CHECK(days_of(Cadence::quarterly, 7) ==
          std::vector<std::string>{
              "2026-Q1 2026-07-01..2026-09-30", "2026-Q2 2026-10-01..2026-12-31",
              "2026-Q3 2027-01-01..2027-03-31", "2026-Q4 2027-04-01..2027-06-30"});
    CHECK(days_of(Cadence::annual, 7) == std::vector<std::string>{"2026 2026-07-01..2027-06-30"});
    CHECK(days_of(Cadence::nine_month, 7) ==
          std::vector<std::string>{"2026-9M 2026-07-01..2027-03-31"});
    CHECK(days_of(Cadence::semiannual, 4) ==
          std::vector<std::string>{"2026-H1 2026-04-01..2026-09-30",
                                   "2026-H2 2026-10-01..2027-03-31"});
    CHECK(days_of(Cadence::monthly, 7).front() == "2026-07 2026-07-01..2026-07-31");
    CHECK_FALSE(canonical_period_id(Cadence::quarterly, "2026Q1", 7).has_value());
    CHECK_FALSE(canonical_period_id(Cadence::semiannual, "2026S1", 7).has_value());
    CHECK(canonical_period_id(Cadence::quarterly, "2026-Q1", 7) == "2026-Q1");
    CHECK(canonical_period_id(Cadence::monthly, "202601", 7) == "2026-01");
}
