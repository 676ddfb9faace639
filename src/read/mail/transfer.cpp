#include "read/mail/transfer.hpp"

#include <cstdint>

namespace plantool {
namespace {

int digit_of_base64(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    if (c == '/' || c == '_') return 63;
    return -1;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/// The byte that two digits behind `at` say; -1 where they are none.
int byte_behind(std::string_view text, std::size_t at) {
    if (text.size() - at < 3) return -1;
    const int high = hex_digit(text[at + 1]);
    const int low = hex_digit(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool is_named(std::string_view text, std::string_view small) {
    if (text.size() != small.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((text[i] | 0x20) != (small[i] | 0x20)) return false;
    }
    return true;
}

}  // namespace

std::string from_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') {  // another text may follow
            bits = 0;
            count = 0;
            continue;
        }
        const int digit = digit_of_base64(c);
        if (digit < 0) continue;
        bits = bits << 6U | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(bits >> count & 0xFFU);
        }
    }
    return out;
}

std::string from_quoted_printable(std::string_view text, bool blanks_as_underscores) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '_' && blanks_as_underscores) {
            out += ' ';
            continue;
        }
        if (c != '=') {
            out += c;
            continue;
        }
        if (const int byte = byte_behind(text, at); byte >= 0) {
            out += static_cast<char>(byte);
            at += 2;
            continue;
        }
        // At a line's end, blanks behind it or not: the line goes on.
        const auto end = text.find_first_not_of(" \t", at + 1);
        if (end == std::string_view::npos) break;
        if (text.substr(end).starts_with("\r\n")) {
            at = end + 1;
        } else if (text[end] == '\n') {
            at = end;
        } else {
            out += c;
        }
    }
    return out;
}

std::string from_percent_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = text[at] == '%' ? byte_behind(text, at) : -1;
        out += byte < 0 ? text[at] : static_cast<char>(byte);
        if (byte >= 0) at += 2;
    }
    return out;
}

std::string from_transfer_encoding(std::string_view text, std::string_view encoding) {
    if (is_named(encoding, "base64")) return from_base64(text);
    if (is_named(encoding, "quoted-printable")) return from_quoted_printable(text);
    return std::string(text);
}

}  // namespace plantool
