#include "text/legacy.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// The letters of TCVN 5712-1 (VN1) from A0 on; 0 for what is no letter.
constexpr std::array<char32_t, 96> kTcvn3 = {
    0,    U'Ă', U'Â', U'Ê', U'Ô', U'Ơ', U'Ư', U'Đ',
    U'ă', U'â', U'ê', U'ô', U'ơ', U'ư', U'đ', U'Ằ',  // A0
    0,    0,    0,    0,    0,    U'à', U'ả', U'ã',
    U'á', U'ạ', U'Ẳ', U'ằ', U'ẳ', U'ẵ', U'ắ', U'Ẵ',  // B0
    U'Ắ', U'Ầ', U'Ẩ', U'Ẫ', U'Ấ', U'Ề', U'ặ', U'ầ',
    U'ẩ', U'ẫ', U'ấ', U'ậ', U'è', U'Ể', U'ẻ', U'ẽ',  // C0
    U'é', U'ẹ', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'ì',
    U'ỉ', U'Ễ', U'Ế', U'Ồ', U'ĩ', U'í', U'ị', U'ò',  // D0
    U'Ổ', U'ỏ', U'õ', U'ó', U'ọ', U'ồ', U'ổ', U'ỗ',
    U'ố', U'ộ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'ù',  // E0
    U'Ỗ', U'ủ', U'ũ', U'ú', U'ụ', U'ừ', U'ử', U'ữ',
    U'ứ', U'ự', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ', U'Ố',  // F0
};

struct VniMark {
    char32_t mark;
    std::u32string_view accents;
};

/// What stands behind a vowel in VNI, in small letters; capitals are 32 below.
constexpr std::array kVniMarks = {
    VniMark{0xF9, U"\u0301"},       VniMark{0xF8, U"\u0300"},       VniMark{0xFB, U"\u0309"},
    VniMark{0xF5, U"\u0303"},       VniMark{0xEF, U"\u0323"},       VniMark{0xE2, U"\u0302"},
    VniMark{0xE1, U"\u0302\u0301"}, VniMark{0xE0, U"\u0302\u0300"}, VniMark{0xE5, U"\u0302\u0309"},
    VniMark{0xE3, U"\u0302\u0303"}, VniMark{0xE4, U"\u0302\u0323"}, VniMark{0xEA, U"\u0306"},
    VniMark{0xE9, U"\u0306\u0301"}, VniMark{0xE8, U"\u0306\u0300"}, VniMark{0xFA, U"\u0306\u0309"},
    VniMark{0xFC, U"\u0306\u0303"}, VniMark{0xEB, U"\u0306\u0323"},
};

/// Letters that are one byte in VNI.
constexpr std::array<std::pair<char32_t, char32_t>, 18> kVniLetters = {{
    {0xF4, U'ơ'},
    {0xD4, U'Ơ'},
    {0xF6, U'ư'},
    {0xD6, U'Ư'},
    {0xF1, U'đ'},
    {0xD1, U'Đ'},
    {0xED, U'í'},
    {0xCD, U'Í'},
    {0xEC, U'ì'},
    {0xCC, U'Ì'},
    {0xE6, U'ỉ'},
    {0xC6, U'Ỉ'},
    {0xF3, U'ĩ'},
    {0xD3, U'Ĩ'},
    {0xF2, U'ị'},
    {0xD2, U'Ị'},
    {0xEE, U'ỵ'},
    {0xCE, U'Ỵ'},
}};

/// A letter beyond ASCII; in old text, all of these are below U+0100.
bool is_marked_letter(char32_t c) {
    return c >= 0xC0 && c < 0x2000;
}

std::u32string_view vni_accents(char32_t c) {
    const char32_t small = c >= 0xC0 && c <= 0xDE ? c + 0x20 : c;
    for (const auto& mark : kVniMarks) {
        if (mark.mark == small) return mark.accents;
    }
    return {};
}

/// The text, and how many of its bytes above 7F mean nothing in the encoding.
struct Decoded {
    std::string text;
    int strays = 0;
};

Decoded decode_tcvn3(std::string_view text) {
    Decoded out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        const char32_t letter = c >= 0xA0 && c <= 0xFF ? kTcvn3.at(c - 0xA0) : U'\0';
        if (letter == 0 && is_marked_letter(c)) ++out.strays;
        append_code_point(out.text, letter == 0 ? c : letter);
    }
    return out;
}

Decoded decode_vni(std::string_view text) {
    Decoded out;
    bool after_vowel = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        const auto accents = after_vowel ? vni_accents(c) : std::u32string_view();
        if (!accents.empty()) {
            for (const auto accent : accents) append_code_point(out.text, accent);
            after_vowel = false;
            continue;
        }
        const auto* const letter =
            std::find_if(kVniLetters.begin(), kVniLetters.end(),
                         [&](const auto& candidate) { return candidate.first == c; });
        const bool known = letter != kVniLetters.end();
        if (!known && is_marked_letter(c)) ++out.strays;
        append_code_point(out.text, known ? letter->second : c);
        // Only ơ and ư take a tone behind them; the other single letters have theirs.
        after_vowel = known
                          ? (c | 0x20U) == 0xF4 || (c | 0x20U) == 0xF6
                          : c < 0x80 && std::string_view("aeouyAEOUY").find(static_cast<char>(c)) !=
                                            std::string_view::npos;
    }
    return out;
}

/// What differs from Latin-1 in the code page.
constexpr std::array<std::pair<char32_t, char32_t>, 14> kWindows1258 = {{
    {0xC3, U'Ă'},
    {0xCC, 0x0300},
    {0xD0, U'Đ'},
    {0xD2, 0x0309},
    {0xD5, U'Ơ'},
    {0xDD, U'Ư'},
    {0xDE, 0x0303},
    {0xE3, U'ă'},
    {0xEC, 0x0301},
    {0xF0, U'đ'},
    {0xF2, 0x0323},
    {0xF5, U'ơ'},
    {0xFD, U'ư'},
    {0xFE, U'₫'},
}};

Decoded decode_windows_1258(std::string_view text) {
    Decoded out;
    bool after_vowel = false;
    bool after_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        const auto* const known = std::find_if(kWindows1258.begin(), kWindows1258.end(),
                                               [&](const auto& pair) { return pair.first == c; });
        const char32_t letter = known == kWindows1258.end() ? c : known->second;
        const bool tone = letter >= 0x0300 && letter <= 0x0323;
        // Signs within a word are letters of another encoding.
        const bool sign = c >= 0xA0 && c < 0xC0 && after_letter;
        if ((tone && !after_vowel) || sign) ++out.strays;
        append_code_point(out.text, letter);
        const auto base = base_letter(letter);
        after_letter = (base >= U'a' && base <= U'z') || (base >= U'A' && base <= U'Z') || tone;
        after_vowel = !tone && base < 0x80 &&
                      std::string_view("aeiouyAEIOUY").find(static_cast<char>(base)) !=
                          std::string_view::npos;
    }
    return out;
}

Decoded decode_with(LegacyEncoding encoding, std::string_view text) {
    switch (encoding) {
        case LegacyEncoding::tcvn3:
            return decode_tcvn3(text);
        case LegacyEncoding::vni:
            return decode_vni(text);
        case LegacyEncoding::windows_1258:
            break;
    }
    return decode_windows_1258(text);
}

Decoded decode(LegacyEncoding encoding, std::string_view text) {
    auto out = decode_with(encoding, text);
    out.text = to_nfc(out.text);
    return out;
}

/// Letters of Latin-1 that Vietnamese does not have.
constexpr std::u32string_view kForeign = U"ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ";

/// Whether a word without diacritics is built like a syllable: consonants, vowels, consonants.
bool is_syllable(std::string_view word) {
    constexpr std::array kOnsets = {"",   "b", "c", "ch", "d",  "g",  "gh", "h",   "k",
                                    "kh", "l", "m", "n",  "ng", "nh", "p",  "ngh", "ph",
                                    "q",  "r", "s", "t",  "th", "tr", "v",  "x"};
    constexpr std::array kNuclei = {"a",   "e",   "i",   "o",   "u",   "y",   "ai",  "ao",  "au",
                                    "ay",  "eo",  "eu",  "ia",  "ie",  "iu",  "oa",  "oe",  "oi",
                                    "oo",  "ua",  "ue",  "ui",  "uo",  "uu",  "uy",  "ye",  "ya",
                                    "ieu", "oai", "oao", "oay", "oeo", "uai", "uay", "uao", "uoi",
                                    "uou", "uya", "uye", "uyu", "yeu"};
    constexpr std::array kCodas = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
    const auto is_one_of = [](std::string_view part, const auto& parts) {
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    constexpr std::string_view kVowels = "aeiouy";
    // In `giao` the i belongs to the consonant, in `gin` it is the vowel.
    if (word.starts_with("gi") && word.find_first_of(kVowels, 2) == 2) word.remove_prefix(2);
    const auto first = std::min(word.find_first_of(kVowels), word.size());
    const auto last = std::min(word.find_first_not_of(kVowels, first), word.size());
    return is_one_of(word.substr(0, first), kOnsets) &&
           is_one_of(word.substr(first, last - first), kNuclei) &&
           is_one_of(word.substr(last), kCodas);
}

struct Words {
    int marked = 0;     ///< with a letter beyond ASCII
    int syllables = 0;  ///< of these, those that Vietnamese could have

    bool are_vietnamese() const {
        constexpr double kMost = 0.9;  // names and abbreviations are no syllables
        return marked > 0 && syllables >= kMost * marked;
    }
};

Words count_words(std::string_view text) {
    Words words;
    std::string word;
    bool marked = false;
    bool foreign = false;
    const auto close = [&] {
        if (marked) {
            ++words.marked;
            if (!foreign && is_syllable(fold_without_diacritics(word))) ++words.syllables;
        }
        word.clear();
        marked = false;
        foreign = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        const bool beyond = is_marked_letter(c);
        if (!beyond && !(c >= U'a' && c <= U'z') && !(c >= U'A' && c <= U'Z')) {
            close();
            continue;
        }
        append_code_point(word, c);
        marked = marked || beyond;
        foreign = foreign || kForeign.find(c) != std::u32string_view::npos;
    }
    close();
    return words;
}

bool reads_as(LegacyEncoding encoding, std::string_view text) {
    const auto decoded = decode(encoding, text);
    return decoded.strays == 0 && count_words(decoded.text).are_vietnamese();
}

}  // namespace

std::string_view legacy_name(LegacyEncoding encoding) {
    switch (encoding) {
        case LegacyEncoding::tcvn3:
            return "TCVN3 (ABC)";
        case LegacyEncoding::vni:
            return "VNI";
        case LegacyEncoding::windows_1258:
            break;
    }
    return "windows-1258";
}

std::string decode_legacy(LegacyEncoding encoding, std::string_view text) {
    return decode(encoding, text).text;
}

std::string from_latin1(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) append_code_point(out, static_cast<unsigned char>(c));
    return out;
}

std::optional<LegacyEncoding> recognise_legacy(std::string_view text) {
    // `Công an` is good Vietnamese, though its ô could stand for another letter.
    if (count_words(text).are_vietnamese()) return std::nullopt;
    // The stricter ones first: their marks stand behind vowels only.
    for (const auto encoding :
         {LegacyEncoding::vni, LegacyEncoding::windows_1258, LegacyEncoding::tcvn3}) {
        if (reads_as(encoding, text)) return encoding;
    }
    return std::nullopt;
}

bool is_in_legacy(LegacyEncoding encoding, std::string_view text) {
    return !count_words(text).are_vietnamese() && reads_as(encoding, text);
}

}  // namespace plantool
