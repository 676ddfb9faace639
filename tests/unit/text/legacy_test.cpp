#include "text/legacy.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace plantool;

namespace {

struct Case {
    LegacyEncoding encoding;
    const char* old;  ///< as Latin-1 shows it
    const char* text;
};

const Case kCases[] = {
    {LegacyEncoding::tcvn3, "Së Y tÕ", "Sở Y tế"},
    {LegacyEncoding::tcvn3, "Ban Tuyªn gi¸o TØnh uû", "Ban Tuyên giáo Tỉnh uỷ"},
    {LegacyEncoding::tcvn3, "§µi Ph¸t thanh vµ TruyÒn h×nh", "Đài Phát thanh và Truyền hình"},
    {LegacyEncoding::tcvn3, "B¸o c¸o kÕt qu¶ phèi hîp", "Báo cáo kết quả phối hợp"},
    {LegacyEncoding::tcvn3, "Së Th«ng tin vµ TruyÒn th«ng", "Sở Thông tin và Truyền thông"},
    {LegacyEncoding::vni, "Sôû Y teá", "Sở Y tế"},
    {LegacyEncoding::vni, "UÛy ban nhaân daân tænh Phuù Yeân", "Ủy ban nhân dân tỉnh Phú Yên"},
    {LegacyEncoding::vni, "Ñaøi Phaùt thanh vaø Truyeàn hình", "Đài Phát thanh và Truyền hình"},
    {LegacyEncoding::vni, "Vaên phoøng Huyeän uûy", "Văn phòng Huyện ủy"},
    {LegacyEncoding::vni, "BAÙO CAÙO QUYÙ II", "BÁO CÁO QUÝ II"},
    {LegacyEncoding::windows_1258,
     "S\u00F5\u00D2 Y t\u00EA\u00EC b\u00E1o c\u00E1o k\u00EA\u00ECt qua\u00D2 th\u00FD\u00F2c "
     "hi\u00EA\u00F2n",
     "Sở Y tế báo cáo kết quả thực hiện"},
};

}  // namespace

TEST_CASE("legacy: text of old fonts is read, and known for what it is") {
    for (const auto& known : kCases) {
        CAPTURE(known.text);
        CHECK(decode_legacy(known.encoding, known.old) == known.text);
        CHECK(recognise_legacy(known.old) == known.encoding);
    }
}

TEST_CASE("legacy: other text is not taken for it") {
    const char* others[] = {
        "",
        "So Cong Thuong",
        "résumé de l'année écoulée",
        "Übersicht über die Maßnahmen",
        "Sở Y tế",
        "Ban Tuyên giáo Tỉnh ủy",
        "Công an",  // letters of Latin-1 only
        "Tân An và Hà Tân",
    };
    for (const char* other : others) {
        CAPTURE(other);
        CHECK(recognise_legacy(other) == std::nullopt);
    }
}

TEST_CASE("legacy: bytes become the letters of Latin-1") {
    CHECK(from_latin1("S\xEB Y t\xD5") == "Së Y tÕ");
    CHECK(from_latin1("abc") == "abc");
}
