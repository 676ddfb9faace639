#include "read/mail/charset.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "os/known_charset.hpp"
#include "text/legacy.hpp"
#include "text/utf16.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// What Windows has from 80 to 9F, in the Western and in the Vietnamese code page but for four
/// letters that the latter lacks.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string small(std::string_view text) {
    std::string out;
    for (const char c : trim(text)) {
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return out;
}

std::string from_windows(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool own = byte >= 0x80 && byte < 0xA0;
        append_code_point(out, own ? kWindows.at(byte - 0x80U) : char32_t{byte});
    }
    return out;
}

bool is_western(std::string_view charset) {
    constexpr std::array<std::string_view, 9> kNames = {
        "iso-8859-1", "latin1", "windows-1252",   "cp1252", "iso8859-1",
        "us-ascii",   "ascii",  "ansi_x3.4-1968", ""};
    return std::find(kNames.begin(), kNames.end(), charset) != kNames.end();
}

/// By the system, where it has the set.
std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
    constexpr std::size_t kLongestName = 40;
    const bool odd =
        charset.size() > kLongestName ||
        charset.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.") != std::string::npos;
    if (odd) return std::nullopt;
    const auto known = os::from_charset(bytes, charset);
    return known ? std::optional(with_valid_utf8(*known)) : std::nullopt;
}

std::string guessed(std::string_view bytes) {
    const auto windows = from_windows(bytes);
    if (const auto encoding = recognise_legacy(windows)) return decode_legacy(*encoding, windows);
    return windows;
}

}  // namespace

std::string text_in_charset(std::string_view bytes, std::string_view charset) {
    const auto name = small(charset);
    if (const auto mark = utf16_mark(bytes)) {
        return with_valid_utf8(from_utf16(bytes.substr(kUtf16MarkSize), *mark));
    }
    if (name == "utf-16" || name == "utf-16le" || name == "utf-16be" || name == "unicode") {
        const auto order = name == "utf-16le" ? Utf16::little_endian : Utf16::big_endian;
        return with_valid_utf8(from_utf16(bytes, order));
    }
    const bool plain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
    // Sets of Asia begin in escapes of plain bytes.
    if (plain && !name.starts_with("iso-2022") && name != "hz-gb-2312" && name != "utf-7") {
        return std::string(bytes);
    }
    if (!plain && !first_invalid_utf8(bytes)) return std::string(bytes);
    if (name == "windows-1258" || name == "cp1258") {
        return decode_legacy(LegacyEncoding::windows_1258, from_windows(bytes));
    }
    if (name == "tcvn" || name == "tcvn3" || name == "tcvn5712-1" || name == "x-tcvn") {
        return decode_legacy(LegacyEncoding::tcvn3, from_windows(bytes));
    }
    if (is_western(name) || name == "utf-8" || name == "utf8" || name == "unknown-8bit") {
        return guessed(bytes);
    }
    auto known = converted(bytes, name);
    return known ? std::move(*known) : guessed(bytes);
}

}  // namespace plantool
