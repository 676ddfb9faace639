#include <fmt/format.h>

#include <array>

#include "text/hash.hpp"
#include "text/utf8.hpp"
#include "write/kit/html_escape.hpp"
#include "write/remind/letter.hpp"

namespace plantool {
namespace {

constexpr std::string_view kBreak = "\r\n";

std::string base64(std::string_view bytes) {
    constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto byte = [&](std::size_t i) {
            return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
        };
        const std::uint32_t three = byte(0) << 16U | byte(1) << 8U | byte(2);
        out += kLetters[three >> 18U];
        out += kLetters[three >> 12U & 63U];
        out += at + 1 < bytes.size() ? kLetters[three >> 6U & 63U] : '=';
        out += at + 2 < bytes.size() ? kLetters[three & 63U] : '=';
    }
    return out;
}

/// Lines of 76 letters, as mail has them (RFC 2045, 6.8).
std::string base64_lines(std::string_view bytes) {
    constexpr std::size_t kLine = 76;
    const auto all = base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < all.size(); at += kLine) {
        out += all.substr(at, kLine);
        out += kBreak;
    }
    return out;
}

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) >= 0x7F)
            return false;
    }
    return true;
}

/// Words of a header in any letters (RFC 2047): each holds whole letters and, with the header's
/// name before it, leaves its line at 76 characters.
std::string encoded_words(std::string_view text) {
    constexpr std::size_t kBytes = 39;
    std::string out;
    std::size_t begin = 0;
    const auto put = [&](std::size_t end) {
        if (!out.empty()) out += "\r\n ";
        out += fmt::format("=?UTF-8?B?{}?=", base64(text.substr(begin, end - begin)));
        begin = end;
    };
    for (std::size_t at = 0; at < text.size();) {
        auto next = at;
        next_code_point(text, next);
        if (next - begin > kBytes) put(at);
        at = next;
    }
    if (begin < text.size()) put(text.size());
    return out;
}

/// A header's text on one line.
std::string header_text(std::string_view text) {
    if (is_ascii(text) && text.size() < 60) return std::string(text);
    std::string line;
    for (const char c : text) line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return encoded_words(line);
}

std::string mailbox(std::string_view name, std::string_view address) {
    std::string safe;
    for (const char c : address) {
        if (static_cast<unsigned char>(c) > ' ' && c != '<' && c != '>') safe += c;
    }
    if (name.empty()) return safe;
    return fmt::format("{}\r\n <{}>", encoded_words(name), safe);
}

/// Eight in the morning of the office's day.
std::string mail_date(Day day, const Zone& zone) {
    constexpr std::array kWeekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = civil(day);
    const auto east = std::chrono::duration_cast<std::chrono::minutes>(zone.offset_at(day)).count();
    const auto minutes = east < 0 ? -east : east;
    return fmt::format(
        "{}, {:02} {} {} 08:00:00 {}{:02}{:02}",
        kWeekdays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
        kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
        east < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// The plain text as a page: each of its lines a paragraph.
std::string as_html(std::string_view text, Language language) {
    auto out = fmt::format(
        "<!DOCTYPE html>\r\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
        "</head><body>\r\n",
        language_id(language));
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trim(text.substr(at, end - at));
        if (!line.empty()) out += fmt::format("<p>{}</p>\r\n", line);
        at = end + 1;
    }
    return out + "</body></html>\r\n";
}

std::string with_mail_breaks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += kBreak;
        } else {
            out += c;
        }
    }
    return out;
}

/// What tells one letter of a day from another: who is reminded of what.
std::uint64_t print_of(const Reminder& reminder) {
    std::uint64_t hash = hash_text(reminder.agency);
    for (const auto& owed : reminder.rows) {
        const auto& plan = owed.assessment->plan();
        const auto& schedule = owed.assessment->schedule();
        const auto& row = schedule.rows[owed.row.row];
        const auto& slot = schedule.slots[row.slot];
        hash = hash_text(plan.head.id.value, hash);
        hash = hash_text(plan.obligations[slot.obligation].id.value, hash);
        hash = hash_text(slot.period.id, hash);
        hash = hash_text(plan.agencies[row.agency].id.value, hash);
    }
    return hash;
}

void add_part(std::string& out, std::string_view boundary, std::string_view type,
              std::string_view text) {
    out += fmt::format(
        "--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        boundary, type, base64_lines(text));
}

}  // namespace

std::string letter_mail(const Reminder& reminder, Language language, std::string_view letter) {
    const auto& first = *reminder.rows.front().assessment;
    const auto& head = first.plan().head;
    const auto print = print_of(reminder);
    const auto boundary = fmt::format("=_{:016x}", print);
    std::string out;
    if (!head.inbox.empty()) out += fmt::format("From: {}\r\n", mailbox({}, head.inbox));
    out += fmt::format("To: {}\r\n", mailbox(reminder.name, reminder.email));
    out += fmt::format("Subject: {}\r\n", header_text(letter_subject(reminder, language)));
    out += fmt::format("Date: {}\r\n", mail_date(first.as_of(), first.plan().zone()));
    out += fmt::format("Message-ID: <{}.{}.{:016x}@plantool>\r\n", format_date(first.as_of()),
                       reminder.agency, print);
    out += "X-Unsent: 1\r\nMIME-Version: 1.0\r\n";
    out += fmt::format("Content-Language: {}\r\n", language_id(language));
    out +=
        fmt::format("Content-Type: multipart/alternative;\r\n boundary=\"{}\"\r\n\r\n", boundary);
    add_part(out, boundary, "text/plain",
             with_mail_breaks(letter_text(reminder, language, letter, printable)));
    add_part(out, boundary, "text/html",
             as_html(letter_text(reminder, language, letter, escape_html), language));
    out += fmt::format("--{}--\r\n", boundary);
    return out;
}

}  // namespace plantool
