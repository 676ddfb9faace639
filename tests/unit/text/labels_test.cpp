#include "text/labels.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using namespace plantool;
using plantool::testing::day;

TEST_CASE("labels: official dates have a zero before days 1 to 9 and months 1 and 2") {
    const std::pair<const char*, const char*> cases[] = {
        {"2022-07-05", "ngày 05 tháng 7 năm 2022"},  {"2022-02-23", "ngày 23 tháng 02 năm 2022"},
        {"2022-01-01", "ngày 01 tháng 01 năm 2022"}, {"2022-03-09", "ngày 09 tháng 3 năm 2022"},
        {"2022-12-31", "ngày 31 tháng 12 năm 2022"},
    };
    for (const auto& [date, vi] : cases) CHECK(official_date(day(date), Language::vi) == vi);
    CHECK(official_date(day("2022-07-05"), Language::en) == "5 July 2022");
    CHECK(short_date(day("2022-07-05"), Language::vi) == "05/7/2022");
    CHECK(short_date(day("2022-07-05"), Language::en) == "5 Jul 2022");
}

TEST_CASE("labels: numbers in the marks of the language") {
    struct Case {
        double value;
        int decimals;
        const char* vi;
        const char* en;
    };
    const Case cases[] = {
        {0, 0, "0", "0"},
        {999, 0, "999", "999"},
        {1234, 0, "1.234", "1,234"},
        {-1234567.5, 1, "-1.234.567,5", "-1,234,567.5"},
        {0.125, 2, "0,13", "0.13"},
        {2.675, 2, "2,68", "2.68"},
        {-0.04, 1, "0,0", "0.0"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.value);
        CHECK(format_number(c.value, c.decimals, Language::vi) == c.vi);
        CHECK(format_number(c.value, c.decimals, Language::en) == c.en);
    }
    CHECK(format_integer(-1234, Language::vi) == "-1.234");
}

TEST_CASE("labels: percent from ten-thousandths") {
    const std::pair<int, const char*> cases[] = {{8519, "85,2%"}, {10000, "100%"}, {0, "0,0%"},
                                                 {5000, "50,0%"}, {7, "0,1%"},     {3330, "33,3%"},
                                                 {9996, "99,9%"}, {9700, "97,0%"}};
    for (const auto& [rate, text] : cases) CHECK(format_percent(rate, Language::vi) == text);
}

TEST_CASE("labels: languages and capitals") {
    CHECK(parse_language("vi") == Language::vi);
    CHECK(parse_language("en") == Language::en);
    CHECK_FALSE(parse_language("VI"));
    CHECK_FALSE(parse_language(""));
    CHECK(to_upper("đắk lắk ủy ban") == "ĐẮK LẮK ỦY BAN");
}

TEST_CASE("labels: a capital at the beginning, and names one after the other") {
    CHECK(capitalised("quý I/2022") == "Quý I/2022");
    CHECK(capitalised("đột xuất") == "Đột xuất");
    CHECK(capitalised("") == "");
    CHECK(listed({}) == "");
    CHECK(listed({"Sở A", "Sở B"}) == "Sở A, Sở B");
    CHECK(listed({"Phòng TT, BC", "Sở B"}) == "Phòng TT, BC; Sở B");
}

TEST_CASE("labels: what is to be written stands in backquotes") {
    CHECK(in_backquotes(std::vector<std::string>{}).empty());
    CHECK(in_backquotes(std::vector<std::string>{"a"}) == "`a`");
    CHECK(in_backquotes(std::vector<std::string>{"on-time", "late"}) == "`on-time`, `late`");
}
