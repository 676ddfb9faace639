#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

using namespace plantool;
using namespace std::string_literals;

TEST_CASE("utf8: the first byte that is no UTF-8 is named by its offset") {
    struct Case {
        std::string text;
        std::optional<std::size_t> bad;
    };
    const Case cases[] = {
        {"", {}},
        {"abc", {}},
        {"Sở Công Thương", {}},
        {"漢字 😀", {}},
        {"nul\0 inside"s, {}},
        {"\xFF", 0},
        {"ab\x80", 2},            // a continuation byte alone
        {"ab\xC3", 2},            // the end is missing
        {"\xC0\xAF", 0},          // overlong
        {"\xE0\x80\xAF", 0},      // overlong
        {"\xED\xA0\x80", 0},      // a surrogate
        {"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
        {"Sở \xE1\xBB", 5},       // cut in the middle of a letter
        {"TCVN3: \xB5", 7},       // one of the old 8-bit encodings
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(first_invalid_utf8(c.text) == c.bad);
    }
}

TEST_CASE("utf8: what stands before the first invalid byte is valid") {
    const std::string letters[] = {"a", "ạ", "ô", "漢", "😀", " "};
    CHECK(rc::check([&](const std::string& anything) {
        std::string text;
        for (const auto pick : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6))) {
            text += letters[pick];
        }
        RC_ASSERT(!first_invalid_utf8(text));
        const auto wrong =
            *rc::gen::element<std::string>("\xFF", "\x80", "\xC0\xAF", "\xED\xA0\x80");
        RC_ASSERT(first_invalid_utf8(text + wrong + anything) == text.size());
    }));
}

TEST_CASE("utf8: NFC") {
    const std::pair<std::string, std::string> cases[] = {
        {"", ""},
        {"abc", "abc"},
        {"Vie\u0302\u0323t", "Việt"},
        {"Vi\u1EB9\u0302t", "Việt"},
        {"Vi\u00EA\u0323t", "Việt"},
        {"Việt", "Việt"},
        {"Phu\u0341 Yên", "Phú Yên"},
        {"\u212B", "\u00C5"},  // the Ångström sign is the letter
    };
    for (const auto& [text, nfc] : cases) CHECK(to_nfc(text) == nfc);
}

TEST_CASE("utf8: code points and cells") {
    struct Case {
        std::string text;
        std::size_t code_points;
        int width;
    };
    const Case cases[] = {
        {"", 0, 0},         {"abc", 3, 3},  {"Đắk Lắk", 7, 7},
        {"e\u0301", 2, 1},  {"漢字", 2, 4}, {"Vie\u0302\u0323t", 6, 4},
        {"a\u200Bb", 3, 2},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(count_code_points(c.text) == c.code_points);
        CHECK(display_width(c.text) == c.width);
    }
}

TEST_CASE("utf8: code points are counted alike wherever they fall among the bytes") {
    const std::string letters[] = {"a", "ạ", "ô", "漢", "😀", " "};
    CHECK(rc::check([&] {
        const auto picks = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
        std::string text;
        for (const auto pick : picks) text += letters[pick];
        RC_ASSERT(count_code_points(text) == picks.size());
    }));
}

TEST_CASE("utf8: a letter that NFC would change is seen at every place") {
    const std::string decomposed = "a\xCC\x81";  // á as two code points
    const std::string kelvin = "\xE2\x84\xAA";   // becomes K
    for (std::size_t before = 0; before < 20; ++before) {
        for (std::size_t after = 0; after < 20; ++after) {
            const auto plain = std::string(before, 'x') + "ệ–" + std::string(after, 'y');
            CHECK(is_nfc(plain));
            CHECK(is_nfc(plain + "ệ"));
            for (const auto& odd : {decomposed, kelvin}) {
                CHECK_FALSE(is_nfc(std::string(before, 'x') + odd + std::string(after, 'y')));
            }
        }
    }
}

TEST_CASE("utf8: clipping says with … that something was cut") {
    struct Case {
        std::string text;
        int width;
        std::string clipped;
    };
    const Case cases[] = {
        {"Sở Y tế", 7, "Sở Y tế"},
        {"Sở Y tế", 6, "Sở Y …"},
        {"Sở Y tế", 1, "…"},
        {"Sở Y tế", 0, ""},
        {"", 3, ""},
        {"漢字漢字", 5, "漢字…"},
        {"漢字漢字", 4, "漢…"},
        {"漢字", 4, "漢字"},
        {"漢字", 2, "…"},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(clip_to_width(c.text, c.width) == c.clipped);
    }
    CHECK(rc::check([] {
        const auto letters = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
        const auto width = *rc::gen::inRange(0, 20);
        RC_ASSERT(display_width(clip_to_width(letters, width)) <= width);
    }));
}

TEST_CASE("utf8: padding counts cells, not bytes") {
    CHECK(pad_to_width("Sở", 4) == "Sở  ");
    CHECK(pad_to_width("So\u031B\u0309", 4) == "So\u031B\u0309  ");
    CHECK(pad_to_width("漢字", 5) == "漢字 ");
    CHECK(pad_to_width("dài quá", 3) == "dài quá");
}

TEST_CASE("utf8: nothing printable drives a terminal") {
    const std::pair<std::string, std::string> cases[] = {
        {"Kế hoạch 04", "Kế hoạch 04"},
        {"\x1B[31mred", "\\u{1B}[31mred"},
        {"a\nb\r\nc\td", "a b  c d"},
        {"bell\x07", "bell\\u{7}"},
        {"nul\0"s, "nul\\u{0}"},
        {"del\x7F", "del\\u{7F}"},
        {"c1 \u009B31m", "c1 \\u{9B}31m"},
        {"\u202Efdp.exe", "\\u{202E}fdp.exe"},
        {"\u2066x\u2069", "\\u{2066}x\\u{2069}"},
        {"\u200Fx", "\\u{200F}x"},
        {"so\u200B-yt", "so\\u{200B}-yt"},
        {"\uFEFFid", "\\u{FEFF}id"},
        {"so\u00ADyt", "so\\u{AD}yt"},
        {"\u1160x", "\\u{1160}x"},
        {"x\u2060", "x\\u{2060}"},
        {"\u0085", "\\u{85}"},
        {"\u2028", "\\u{2028}"},
        {"\u00A0x\u1680", "\u00A0x\u1680"},
    };
    for (const auto& [text, shown] : cases) CHECK(printable(text) == shown);
}

TEST_CASE("utf8: trim") {
    CHECK(trim(" \t a b \r\n") == "a b");
    CHECK(trim(" \n ").empty());
    CHECK(trim("").empty());
    CHECK(trim("x") == "x");
    for (const std::string space : {"\u0085", "\u00A0", "\u1680", "\u2000", "\u200A", "\u2028",
                                    "\u2029", "\u202F", "\u205F", "\u3000", "\v", "\f"}) {
        CAPTURE(space);
        CHECK(trim(space + " Sở Y tế" + space + space) == "Sở Y tế");
        CHECK(trim(space).empty());
    }
    for (const std::string text :
         {"\u200B", "ề", "\u00A1", "\u1EA0", "\u202E", "\u3001", "\xA0", "\x85"}) {
        CAPTURE(text);
        CHECK(trim(text) == text);
    }
}
