#include "text/utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace plantool {
namespace {

const utf8proc_uint8_t* bytes(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

bool is_ascii_space(unsigned char c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D);
}

/// The bytes of the white space beyond ASCII that the text begins with; 0: it begins with none.
std::size_t wide_space_at(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    switch (byte(0)) {
        case 0xC2:  // U+0085, U+00A0
            return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
        case 0xE1:  // U+1680
            return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0;
        case 0xE2:  // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
            if (byte(1) == 0x81) return byte(2) == 0x9F ? 3 : 0;
            return byte(1) == 0x80 && ((byte(2) >= 0x80 && byte(2) <= 0x8A) || byte(2) == 0xA8 ||
                                       byte(2) == 0xA9 || byte(2) == 0xAF)
                       ? 3
                       : 0;
        case 0xE3:  // U+3000
            return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
        default:
            return 0;
    }
}

/// Whether the text is ASCII, Latin and Vietnamese letters without control characters for certain,
/// told by a glance at its bytes; false leaves it open.
bool is_surely_printable(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto goes_on = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = byte(at);
        if (c >= 0x20 && c < 0x7F) {
            ++at;
        } else if (c >= 0xC3 && c <= 0xC9 && goes_on(at + 1)) {  // U+00C0 to U+027F
            at += 2;
        } else if (c == 0xE1 && byte(at + 1) >= 0xB8 && goes_on(at + 1) && goes_on(at + 2)) {
            at += 3;  // U+1E00 to U+1FFF
        } else {
            return false;
        }
    }
    return true;
}

std::string normal_form(std::string_view text, utf8proc_option_t form) {
    utf8proc_uint8_t* out = nullptr;
    const auto size = utf8proc_map(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &out,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | form));
    if (size < 0) return std::string(text);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

int cells(char32_t c) {
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

/// The longest start of the text within `width` cells, with the marks that belong to its end.
std::string_view first_cells(std::string_view text, int width) {
    int used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        used += cells(next_code_point(text, at));
        if (used > width) return text.substr(0, start);
    }
    return text;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto goes_on = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    std::size_t at = 0;
    while (at < text.size()) {
        const auto c = byte(at);
        if (c < 0x80) {
            ++at;
            continue;
        }
        // Those that Vietnamese has, which cannot be wrong; the others are looked at closely.
        if (c >= 0xC2 && c <= 0xDF && goes_on(at + 1)) {
            at += 2;
            continue;
        }
        if (c >= 0xE1 && c <= 0xEC && goes_on(at + 1) && goes_on(at + 2)) {
            at += 3;
            continue;
        }
        utf8proc_int32_t code_point = 0;
        const auto rest = text.substr(at);
        const auto size =
            utf8proc_iterate(bytes(rest), static_cast<utf8proc_ssize_t>(rest.size()), &code_point);
        if (size <= 0) return at;
        at += static_cast<std::size_t>(size);
    }
    return std::nullopt;
}

std::string with_valid_utf8(std::string_view text) {
    if (!first_invalid_utf8(text)) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) append_code_point(out, next_code_point(text, at));
    return out;
}

std::string to_nfc(std::string_view text) {
    return is_nfc(text) ? std::string(text) : normal_form(text, UTF8PROC_COMPOSE);
}

std::string to_nfd(std::string_view text) {
    return normal_form(text, UTF8PROC_DECOMPOSE);
}

bool is_nfc(std::string_view text) {
    // Up to U+02FF nothing composes with what stands before it, or falls apart. One look at all
    // bytes, without a branch: Vietnamese has some of either kind in every word.
    const auto doubtful = [](unsigned char c, unsigned char next, unsigned char third) {
        const auto second = static_cast<unsigned char>(next - 0xB8U);
        const bool vietnamese = (c == 0xE1) & (second <= 3);  // U+1E00 to U+1EFF
        const bool dash_or_quote =
            (c == 0xE2) & (next == 0x80) & (third >= 0x90);  // U+2010 to U+203F
        return static_cast<unsigned char>((c >= 0xCC) & !vietnamese & !dash_or_quote);
    };
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    unsigned char doubt = 0;
    std::size_t at = 0;
    for (; at + 2 < text.size(); ++at) doubt |= doubtful(byte(at), byte(at + 1), byte(at + 2));
    for (; at < text.size(); ++at) doubt |= doubtful(byte(at), 0, 0);
    return doubt == 0;
}

std::size_t count_code_points(std::string_view text) {
    // All but the bytes that go on with a code point, 10xxxxxx: eight of them at a time.
    auto count = text.size();
    for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
        constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data(), sizeof eight);
        const auto inner = (eight >> 7U) & ~(eight >> 6U) & kOnes;
        count -= (inner * kOnes) >> 56U;
    }
    for (const char c : text) count -= (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 1 : 0;
    return count;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    utf8proc_int32_t code_point = 0;
    const auto rest = text.substr(at);
    const auto size =
        utf8proc_iterate(bytes(rest), static_cast<utf8proc_ssize_t>(rest.size()), &code_point);
    if (size <= 0) {
        ++at;
        return U'\uFFFD';
    }
    at += static_cast<std::size_t>(size);
    return static_cast<char32_t>(code_point);
}

void append_code_point(std::string& out, char32_t code_point) {
    utf8proc_uint8_t buffer[4];
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer);
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
}

char32_t base_letter(char32_t code_point) {
    if (code_point == U'đ') return U'd';
    if (code_point == U'Đ') return U'D';
    constexpr utf8proc_ssize_t kRoom = 16;  // no letter decomposes into more
    std::array<utf8proc_int32_t, kRoom> parts{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point),
                                               parts.data(), kRoom, UTF8PROC_DECOMPOSE, &boundary);
    return count > 0 ? static_cast<char32_t>(parts[0]) : code_point;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += cells(next_code_point(text, at));
    }
    return width;
}

std::string clip_to_width(std::string_view text, int width) {
    if (width <= 0) return {};
    if (display_width(text) <= width) return std::string(text);
    return std::string(first_cells(text, width - 1)) + "…";
}

std::string clip_middle_to_width(std::string_view text, int width) {
    if (width <= 0) return {};
    const int whole = display_width(text);
    if (whole <= width) return std::string(text);
    const int tail = (width - 1) / 2;
    const auto skipped = first_cells(text, whole - tail);
    return fmt::format("{}…{}", first_cells(text, width - 1 - tail), text.substr(skipped.size()));
}

std::vector<std::string> wrap_to_width(std::string_view text, int width) {
    if (width <= 0) return {std::string(text)};
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = clip_to_width(text.substr(0, end), width);
        text.remove_prefix(std::min(end + 1, text.size()));
        auto& line = lines.back();
        if (line.empty()) {
            line = word;
        } else if (display_width(line) + 1 + display_width(word) <= width) {
            line += ' ' + word;
        } else {
            lines.push_back(word);
        }
    }
    return lines;
}

std::string pad_to_width(std::string_view text, int width) {
    std::string padded(text);
    const int missing = width - display_width(text);
    if (missing > 0) padded.append(static_cast<std::size_t>(missing), ' ');
    return padded;
}

std::string printable(std::string_view text) {
    if (is_surely_printable(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        const char32_t c = next_code_point(text, at);
        if (c == U'\n' || c == U'\r' || c == U'\t') {
            out += ' ';
        } else if (is_control(c) || c == 0x00AD || is_invisible(c)) {
            out += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(c));
        } else if (c == U'\uFFFD') {
            append_code_point(out, c);
        } else {
            out += text.substr(start, at - start);
        }
    }
    return out;
}

bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x0085 || c == 0x00A0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (c < 0x034F) return false;
    return c == 0x034F || c == 0x061C || within(0x115F, 0x1160) || within(0x17B4, 0x17B5) ||
           within(0x180B, 0x180F) || within(0x200B, 0x200F) || within(0x202A, 0x202E) ||
           within(0x2060, 0x206F) || c == 0x3164 || within(0xFE00, 0xFE0F) || c == 0xFEFF ||
           c == 0xFFA0 || within(0xFFF0, 0xFFFB) || within(0x1D173, 0x1D17A) ||
           within(0xE0000, 0xE0FFF);
}

std::string_view trim(std::string_view text) {
    // Most texts begin and end with a letter or a figure.
    const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };
    if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        std::size_t size = is_ascii_space(first) ? 1 : 0;
        if (first >= 0x80) size = wide_space_at(text);
        if (size == 0) break;
        text.remove_prefix(size);
    }
    while (!text.empty()) {
        const auto last = static_cast<unsigned char>(text.back());
        if (is_ascii_space(last)) {
            text.remove_suffix(1);
            continue;
        }
        if (last < 0x80) break;
        const auto ends_in_space = [&](std::size_t size) {
            return text.size() >= size && wide_space_at(text.substr(text.size() - size)) == size;
        };
        const std::size_t size = ends_in_space(2) ? 2 : ends_in_space(3) ? 3 : 0;
        if (size == 0) break;
        text.remove_suffix(size);
    }
    return text;
}

}  // namespace plantool
