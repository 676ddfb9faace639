#include "write/calendar/icalendar.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::size_t kLine = 75;  ///< octets, without the line break (RFC 5545, 3.1)

/// RFC 5545, 3.3.11. Control characters have no place in a text.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7F')) {
            out += c;
        }
    }
    return out;
}

/// Where the letter that begins at `at` ends, with the marks that stand upon it.
std::size_t end_of_letter(std::string_view text, std::size_t at) {
    next_code_point(text, at);
    while (at < text.size()) {
        auto next = at;
        const auto mark = next_code_point(text, next);
        const bool combines = mark >= 0x0300 && mark <= 0x036F;
        if (!combines) break;
        at = next;
    }
    return at;
}

class Lines {
  public:
    explicit Lines(const TextSink& sink) : sink_(sink) {}

    /// A property whose value needs no escaping.
    void plain(std::string_view line) {
        std::string out;
        std::size_t used = 0;
        for (std::size_t at = 0; at < line.size();) {
            const auto end = end_of_letter(line, at);
            if (used + end - at > kLine) {
                out += "\r\n ";
                used = 1;
            }
            out += line.substr(at, end - at);
            used += end - at;
            at = end;
        }
        sink_(out + "\r\n");
    }
    void text(std::string_view name, std::string_view value) {
        plain(fmt::format("{}:{}", name, escaped(value)));
    }
    void day(std::string_view name, Day day) {
        plain(fmt::format("{};VALUE=DATE:{}", name, digits(day)));
    }

    /// "20220629"
    static std::string digits(Day day) {
        auto date = format_date(day);
        std::erase(date, '-');
        return date;
    }

  private:
    const TextSink& sink_;
};

void write_alarm(Lines& lines, int days, std::string_view summary) {
    lines.plain("BEGIN:VALARM");
    lines.plain("ACTION:DISPLAY");
    lines.text("DESCRIPTION", summary);
    lines.plain(days == 0 ? std::string("TRIGGER:PT0S") : fmt::format("TRIGGER:-P{}D", days));
    lines.plain("END:VALARM");
}

void write_entry(Lines& lines, const CalendarEntry& entry, Day made) {
    lines.plain("BEGIN:VEVENT");
    lines.text("UID", entry.uid);
    lines.plain("DTSTAMP:" + Lines::digits(made) + "T000000Z");
    lines.day("DTSTART", entry.day);
    lines.day("DTEND", entry.day + std::chrono::days(1));
    lines.text("SUMMARY", entry.summary);
    lines.text("DESCRIPTION", entry.description);
    if (!entry.category.empty()) lines.text("CATEGORIES", entry.category);
    lines.plain(entry.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    lines.plain("TRANSP:TRANSPARENT");  // a day on which something is due is no day away
    for (const auto days : entry.alarms) write_alarm(lines, days, entry.summary);
    lines.plain("END:VEVENT");
}

}  // namespace

void write_icalendar(const std::vector<CalendarEntry>& entries, std::string_view name, Day made,
                     const TextSink& sink) {
    Lines lines(sink);
    lines.plain("BEGIN:VCALENDAR");
    lines.plain("VERSION:2.0");
    lines.plain("PRODID:-//plantool//plantool//EN");
    lines.plain("CALSCALE:GREGORIAN");
    lines.plain("METHOD:PUBLISH");
    lines.text("X-WR-CALNAME", name);
    for (const auto& entry : entries) write_entry(lines, entry, made);
    lines.plain("END:VCALENDAR");
}

}  // namespace plantool
