#include "text/vietnamese.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include "text/utf8.hpp"

namespace plantool {
namespace {

bool is_tone(char32_t c) {
    return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

bool is_mark(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_MN;
}

bool is_letter(char32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LU ||
           category == UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_LM;
}

bool is_dash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/// Case folded and decomposed, with Đ's look-alikes made Đ before case is lost.
std::u32string decompose(std::string_view name) {
    std::string source;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = next_code_point(name, at);
        append_code_point(source, c == 0x00D0 || c == 0x0189 ? U'Đ' : c == 0x00F0 ? U'đ' : c);
    }
    utf8proc_uint8_t* mapped = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(source.data()),
                                   static_cast<utf8proc_ssize_t>(source.size()), &mapped, options);
    std::u32string out;
    if (size < 0) return out;
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    const std::string_view text(reinterpret_cast<const char*>(mapped),
                                static_cast<std::size_t>(size));
    for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
    return out;
}

/// One kind of space and dash; none at the ends, around dashes and commas, or twice in a row.
std::u32string tidy_spacing(const std::u32string& text) {
    std::u32string out;
    bool space_pending = false;
    for (char32_t c : text) {
        if (is_invisible(c)) continue;
        if (is_space(c)) {
            space_pending = true;
            continue;
        }
        if (is_dash(c)) c = U'-';
        const bool tight = c == U'-' || c == U',';
        const bool after_tight = !out.empty() && (out.back() == U'-' || out.back() == U',');
        if (space_pending && !out.empty() && !tight && !after_tight) out += U' ';
        space_pending = false;
        out += c;
    }
    return out;
}

struct Abbreviation {
    std::u32string_view written;
    std::u32string_view meant;
};

// Decomposed, as everything is by then: ố is o + U+0302 + U+0301.
constexpr std::array kUnitTypes = {
    Abbreviation{U"t.p.", U"tha\u0300nh pho\u0302\u0301"},
    Abbreviation{U"tp.", U"tha\u0300nh pho\u0302\u0301"},
    Abbreviation{U"tp", U"tha\u0300nh pho\u0302\u0301"},
    Abbreviation{U"t.x.", U"thi\u0323 xa\u0303"},
    Abbreviation{U"tx.", U"thi\u0323 xa\u0303"},
    Abbreviation{U"tx", U"thi\u0323 xa\u0303"},
    Abbreviation{U"h.", U"huye\u0323\u0302n"},
    Abbreviation{U"h", U"huye\u0323\u0302n"},
};

/// Writes out TP., TX. and H. where a name follows: "TP. Tuy Hòa", "H.Tuy An", "UBND TP Tuy Hòa".
std::u32string expand_unit_types(const std::u32string& text) {
    std::u32string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const bool word_start = at == 0 || text[at - 1] == U' ';
        bool expanded = false;
        for (const auto& [written, meant] : kUnitTypes) {
            if (!word_start || text.compare(at, written.size(), written) != 0) continue;
            const auto next = at + written.size();
            const bool dotted = written.back() == U'.';
            const bool name_follows =
                next + (next < text.size() && text[next] == U' ' ? 1U : 0U) < text.size();
            const bool ends_here = next >= text.size() || dotted || text[next] == U' ';
            if (!name_follows || !ends_here || (written == U"h" && at != 0)) continue;
            out += meant;
            if (text[next] != U' ') out += U' ';
            at = next;
            expanded = true;
            break;
        }
        if (!expanded) out += text[at++];
    }
    return out;
}

/// Moves the tone mark of each syllable to its end. A run of letters with several tone marks is no
/// single syllable and stays as it is.
std::u32string move_tones(const std::u32string& text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && (is_letter(text[end]) || is_mark(text[end]))) ++end;
        if (end == at) {
            out += text[at++];
            continue;
        }
        const auto syllable = text.substr(at, end - at);
        const auto tones = std::count_if(syllable.begin(), syllable.end(), is_tone);
        if (tones == 1) {
            const auto tone = *std::find_if(syllable.begin(), syllable.end(), is_tone);
            std::copy_if(syllable.begin(), syllable.end(), std::back_inserter(out),
                         [](char32_t c) { return !is_tone(c); });
            out += tone;
        } else {
            out += syllable;
        }
        at = end;
    }
    return out;
}

std::string encode(const std::u32string& text) {
    std::string out;
    for (const char32_t c : text) append_code_point(out, c);
    return out;
}

}  // namespace

std::string fold_name(std::string_view name) {
    // Of ASCII without blanks and dots, as most ids are, nothing but the case is folded.
    const auto is_plain = [](char c) { return c > ' ' && c < 0x7F && c != '.'; };
    if (std::all_of(name.begin(), name.end(), is_plain)) {
        std::string folded(name);
        for (auto& c : folded) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
        }
        return folded;
    }
    return encode(move_tones(expand_unit_types(tidy_spacing(decompose(name)))));
}

std::string fold_without_diacritics(std::string_view name) {
    std::u32string out;
    for (const char32_t c : expand_unit_types(tidy_spacing(decompose(name)))) {
        if (is_mark(c)) continue;
        out += c == U'đ' ? U'd' : c;
    }
    return encode(out);
}

}  // namespace plantool
