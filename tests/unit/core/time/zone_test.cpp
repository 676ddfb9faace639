#include "core/time/zone.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

std::chrono::sys_seconds in_seconds(std::string_view text) {
    return std::chrono::floor<std::chrono::seconds>(*parse_instant(text));
}

/// A number as files of zones have it.
std::string big(std::int64_t value, int size) {
    std::string out;
    for (int i = size - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
}

std::string header(int version, int leaps, int changes, int types, int letters) {
    return "TZif" + std::string(1, static_cast<char>(version)) + std::string(15, '\0') + big(0, 4) +
           big(0, 4) + big(leaps, 4) + big(changes, 4) + big(types, 4) + big(letters, 4);
}

/// Two offsets, of 7 and of 8 hours; changes at the two instants; 7 first.
std::string tables(int size, std::int64_t first, std::int64_t second) {
    return big(first, size) + big(second, size) + std::string("\1\0", 2) + big(7 * 3600, 4) +
           std::string("\0\0", 2) + big(8 * 3600, 4) + std::string("\1\4", 2) +
           std::string("+07\0+08\0", 8);
}

constexpr std::int64_t kFirst = 1'000'000'000;   // 2001-09-09T01:46:40Z
constexpr std::int64_t kSecond = 1'100'000'000;  // 2004-11-09T11:33:20Z

std::string whole_file(const std::string& footer) {
    return header('2', 0, 2, 2, 8) + tables(4, kFirst, kSecond) + header('2', 0, 2, 2, 8) +
           tables(8, kFirst, kSecond) + "\n" + footer + "\n";
}

std::int64_t hours_at(const Zone& zone, std::int64_t instant) {
    return zone.offset_at(std::chrono::sys_seconds{std::chrono::seconds{instant}}).count() / 3600;
}

std::int64_t minutes_at(const std::string& rule, const std::string& instant) {
    const auto zone = Zone::from_rule(rule);
    REQUIRE(zone);
    return zone->offset_at(in_seconds(instant)).count() / 60;
}

}  // namespace

TEST_CASE("zone: a file's changes, and its rule after the last of them") {
    const auto zone = Zone::from_tzif(whole_file("<+09>-9"));
    REQUIRE(zone);
    CHECK(hours_at(*zone, 0) == 7);
    CHECK(hours_at(*zone, kFirst - 1) == 7);
    CHECK(hours_at(*zone, kFirst) == 8);
    CHECK(hours_at(*zone, kSecond - 1) == 8);
    CHECK(hours_at(*zone, kSecond) == 9);
    const auto ruleless = Zone::from_tzif(whole_file(""));
    REQUIRE(ruleless);
    CHECK(hours_at(*ruleless, kSecond) == 7);
    const auto oldest = Zone::from_tzif(header(0, 0, 2, 2, 8) + tables(4, kFirst, kSecond));
    REQUIRE(oldest);
    CHECK(hours_at(*oldest, kFirst) == 8);
}

TEST_CASE("zone: a file that is not whole is none, wherever it ends") {
    const auto whole = whole_file("<+09>-9");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(Zone::from_tzif(whole.substr(0, size)));
    }
    const std::string wrong[] = {
        "",
        "TZif",
        "# no zone at all\n",
        whole_file("<+09>"),                                             // no rule
        header('2', 0, 2, 0, 8) + tables(4, kFirst, kSecond),            // no offset
        header(0, 0, 2, 2, 8) + tables(4, kSecond, kFirst),              // not ascending
        header(0, 0, 2, 1, 8) + tables(4, kFirst, kSecond),              // an offset too few
        header(0, 1, 2, 2, 8) + tables(4, kFirst, kSecond) + big(0, 8),  // leap seconds
        header(0, 0, -1, 2, 8) + tables(4, kFirst, kSecond),
        header(0, 0, 2'000'000'000, 2, 8) + tables(4, kFirst, kSecond),
    };
    for (const auto& bytes : wrong) {
        CAPTURE(bytes.size());
        CHECK_FALSE(Zone::from_tzif(bytes));
    }
}

TEST_CASE("zone: a rule with summer time holds in every year to come") {
    const std::string paris = "CET-1CEST,M3.5.0,M10.5.0/3";
    const std::pair<const char*, int> cases[] = {
        {"2022-03-27T00:59:59Z", 60},  {"2022-03-27T01:00:00Z", 120}, {"2022-10-30T00:59:59Z", 120},
        {"2022-10-30T01:00:00Z", 60},  {"2038-07-01T00:00:00Z", 120}, {"2038-01-19T03:14:08Z", 60},
        {"2055-03-28T01:00:00Z", 120}, {"2055-03-28T00:59:59Z", 60},  {"2400-10-29T00:59:59Z", 120},
        {"2400-10-29T01:00:00Z", 60},
    };
    for (const auto& [instant, minutes] : cases) {
        const std::string shown = instant;
        CAPTURE(shown);
        CHECK(minutes_at(paris, instant) == minutes);
    }
}

TEST_CASE("zone: every form of rule") {
    struct Case {
        const char* rule;
        const char* instant;
        int minutes;
    };
    const Case cases[] = {
        {"UTC0", "2022-06-29T00:00:00Z", 0},
        {"<+0545>-5:45", "2022-06-29T00:00:00Z", 345},
        {"<-03>3", "2022-06-29T00:00:00Z", -180},
        {"XYZ+4:30:00", "2022-06-29T00:00:00Z", -270},
        // Sydney: summer at both ends of the year.
        {"AEST-10AEDT,M10.1.0,M4.1.0/3", "2040-12-31T23:59:59Z", 660},
        {"AEST-10AEDT,M10.1.0,M4.1.0/3", "2041-01-01T00:00:00Z", 660},
        {"AEST-10AEDT,M10.1.0,M4.1.0/3", "2041-04-06T15:59:59Z", 660},
        {"AEST-10AEDT,M10.1.0,M4.1.0/3", "2041-04-06T16:00:00Z", 600},
        {"AEST-10AEDT,M10.1.0,M4.1.0/3", "2041-10-05T16:00:00Z", 660},
        // Lord Howe: half an hour.
        {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2041-01-01T00:00:00Z", 660},
        {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2041-06-01T00:00:00Z", 630},
        // Greenland: by the clocks of the day before.
        {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2041-03-31T00:59:59Z", -120},
        {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2041-03-31T01:00:00Z", -60},
        // Days of the year, with and without 29 February.
        {"AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", 0},
        {"AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", 60},
        {"AAA0BBB,J60/0,J300/0", "2023-03-01T00:00:00Z", 60},
        {"AAA0BBB,J59/0,J300/0", "2024-02-28T00:00:00Z", 60},
        {"AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", 60},
        {"AAA0BBB,59/0,300/0", "2023-03-01T00:00:00Z", 60},
        {"AAA0BBB,59/0,300/0", "2023-02-28T23:59:59Z", 0},
        // Summer all the year round.
        {"XXX3EDT4,0/0,J365/23", "2024-01-01T03:00:00Z", -240},
        {"XXX3EDT4,0/0,J365/23", "2024-12-31T23:59:59Z", -240},
        {"XXX3EDT4,0/0,J365/23", "2025-01-01T02:59:59Z", -240},
    };
    for (const auto& c : cases) {
        const std::string shown = std::string(c.rule) + " at " + c.instant;
        CAPTURE(shown);
        CHECK(minutes_at(c.rule, c.instant) == c.minutes);
    }
    for (const std::string wrong :
         {"", "AB0", "ABC", "<+07-7", "<>0", "ABC0DEF", "ABC0DEF,M3.5.0", "ABC0DEF,M13.1.0,M10.5.0",
          "ABC0DEF,M0.1.0,M10.5.0", "ABC0DEF,M3.6.0,M10.5.0", "ABC0DEF,M3.0.0,M10.5.0",
          "ABC0DEF,M3.5.7,M10.5.0", "ABC0DEF,J0,J300", "ABC0DEF,J366,J300", "ABC0DEF,366,300",
          "ABC168", "ABC0:60", "ABC0DEF,M3.5.0,M10.5.0/3 ", "ABC-1x"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Zone::from_rule(wrong));
    }
}

TEST_CASE("zone: those that are compiled in") {
    const std::pair<const char*, int> cases[] = {
        {"Asia/Ho_Chi_Minh", 420},
        {"Asia/Saigon", 420},
        {"Asia/Bangkok", 420},
        {"Asia/Phnom_Penh", 420},
        {"Asia/Vientiane", 420},
        {"Asia/Jakarta", 420},
        {"Asia/Hong_Kong", 480},
        {"Asia/Manila", 480},
        {"Asia/Kuala_Lumpur", 480},
        {"Asia/Shanghai", 480},
        {"Asia/Singapore", 480},
        {"Asia/Taipei", 480},
        {"Asia/Seoul", 540},
        {"Asia/Tokyo", 540},
        {"America/New_York", -240},
        {"Europe/Berlin", 120},
        {"Europe/London", 60},
        {"Europe/Paris", 120},
        {"Etc/UTC", 0},
        {"UTC", 0},
    };
    for (const auto& [name, minutes] : cases) {
        const std::string shown = name;
        CAPTURE(shown);
        const auto zone = Zone::find(name);
        REQUIRE(zone);
        CHECK(zone->offset_at(in_seconds("2022-06-29T00:00:00Z")).count() / 60 == minutes);
    }
    CHECK(format_date(Zone().day_of(*parse_instant("2022-06-29T17:00:00Z"))) == "2022-06-30");
    CHECK(format_date(Zone().day_of(*parse_instant("2022-06-29T16:59:59Z"))) == "2022-06-29");
}
