#include "text/utf16.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/utf8.hpp"

using namespace plantool;
using namespace std::string_literals;

TEST_CASE("utf16: marks, and text without one") {
    CHECK(utf16_mark("\xFF\xFE"
                     "a\0"s) == Utf16::little_endian);
    CHECK(utf16_mark("\xFE\xFF\0a"s) == Utf16::big_endian);
    CHECK_FALSE(utf16_mark("\xEF\xBB\xBF").has_value());
    CHECK_FALSE(utf16_mark("\xFF").has_value());
    CHECK(looks_like_utf16("a\0b\0c\0"s));
    CHECK(looks_like_utf16("\0a\0b\0c"s));
    CHECK_FALSE(looks_like_utf16("abc\0def"s));
    CHECK_FALSE(looks_like_utf16("Sở Y tế"));
}

TEST_CASE("utf16: letters, pairs, and what is half of one") {
    CHECK(from_utf16("S\0\xDF\x1E"s, Utf16::little_endian) == "Sở");
    CHECK(from_utf16("\0S\x1E\xDF"s, Utf16::big_endian) == "Sở");
    CHECK(from_utf16("\x3D\xD8\x00\xDE"s, Utf16::little_endian) == "😀");
    for (const auto& bad : {"a"s, "\x3D\xD8"s,
                            "\x3D\xD8"
                            "a\0"s,
                            "\x00\xDE"s, "a\0\x3D"s}) {
        CHECK(first_invalid_utf8(from_utf16(bad, Utf16::little_endian)).has_value());
    }
}

TEST_CASE("utf16: pieces may end within a letter") {
    const auto bytes = "S\0\x3D\xD8\x00\xDE\xDF\x1E"s;
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        std::string out;
        Utf16Decoder decoder(Utf16::little_endian);
        decoder.add(std::string_view(bytes).substr(0, cut), out);
        decoder.add(std::string_view(bytes).substr(cut), out);
        decoder.finish(out);
        CHECK(out == "S😀ở");
    }
}
