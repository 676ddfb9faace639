// RFC 5545: lines, texts and days of a calendar.

#include "write/calendar/icalendar.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

std::string written(const CalendarEntry& entry) {
    std::string out;
    write_icalendar({entry}, "04-KH", day("2022-07-05"),
                    [&](std::string_view text) { out += text; });
    return out;
}

/// As a reader of calendars takes folded lines together.
std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) {
        text.erase(at, 3);
    }
    return text;
}

}  // namespace

TEST_CASE("icalendar: an all-day event ends on the day after") {
    const CalendarEntry entry{
        "p/r/2022-12@plantool", day("2022-12-31"), "Hạn", "Mục III.2", "04-KH", false, {7, 0}};
    CHECK(written(entry) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//plantool//plantool//EN\r\n"
          "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:04-KH\r\nBEGIN:VEVENT\r\n"
          "UID:p/r/2022-12@plantool\r\nDTSTAMP:20220705T000000Z\r\n"
          "DTSTART;VALUE=DATE:20221231\r\nDTEND;VALUE=DATE:20230101\r\nSUMMARY:Hạn\r\n"
          "DESCRIPTION:Mục III.2\r\nCATEGORIES:04-KH\r\nSTATUS:CONFIRMED\r\n"
          "TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Hạn\r\n"
          "TRIGGER:-P7D\r\nEND:VALARM\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Hạn\r\n"
          "TRIGGER:PT0S\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("icalendar: texts are escaped, and control characters left out") {
    CalendarEntry entry;
    entry.summary = "a,b;c\\d\ne\r\x01\tg";
    CHECK(written(entry).find("\r\nSUMMARY:a\\,b\\;c\\\\d\\ne\tg\r\n") != std::string::npos);
}

TEST_CASE("icalendar: lines have at most 75 octets, and no letter is parted") {
    for (std::size_t shift = 0; shift < 8; ++shift) {
        CalendarEntry entry;
        entry.summary = std::string(shift, 'x');
        // Composed letters of three octets, and a letter with its marks apart.
        for (int i = 0; i < 60; ++i) entry.summary += i % 2 == 0 ? "ệ" : "e\xCC\x82\xCC\xA3";
        const auto text = written(entry);
        CAPTURE(text);
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find("\r\n", at);
            REQUIRE(end != std::string::npos);
            CHECK(end - at <= 75);
            const auto first =
                static_cast<unsigned char>(text[at] == ' ' ? text[at + 1] : text[at]);
            CHECK((first & 0xC0U) != 0x80U);
            CHECK(first != 0xCC);
            at = end + 2;
        }
        CHECK(unfolded(text).find("\r\nSUMMARY:" + entry.summary + "\r\n") != std::string::npos);
    }
}
