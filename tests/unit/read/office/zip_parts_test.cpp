#include "read/office/zip_parts.hpp"

#include <doctest/doctest.h>

#include "read/office/xml.hpp"
#include "support/office_file.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

UnreadablePaper why(const std::string& zip) {
    const auto opened = ZipParts::open(zip);
    return readable(opened) == nullptr ? why_unreadable(opened) : UnreadablePaper{};
}

std::string part_of(const std::string& zip, std::string_view name) {
    const auto opened = ZipParts::open(zip);
    REQUIRE(readable(opened) != nullptr);
    const auto part = readable(opened)->read(name);
    return readable(part) == nullptr ? "unreadable" : *readable(part);
}

}  // namespace

TEST_CASE("zip: parts by their names in any case and with either slash") {
    const auto zip = zip_of({{"xl/Sheet.xml", "one"}, {"xl\\two.xml", "two"}, {"empty", ""}});
    CHECK(part_of(zip, "xl/sheet.xml") == "one");
    CHECK(part_of(zip, "/XL/SHEET.XML") == "one");
    CHECK(part_of(zip, "xl/two.xml") == "two");
    CHECK(part_of(zip, "empty").empty());
    CHECK(part_of(zip, "none") == "unreadable");
    CHECK(part_of("a stub before it" + zip, "xl/sheet.xml") == "one");
    CHECK(part_of(zip + "and something behind it", "xl/sheet.xml") == "one");
}

TEST_CASE("zip: limits, before anything is unpacked") {
    std::vector<FilePart> many(10'001);
    for (std::size_t i = 0; i < many.size(); ++i) many[i].name = std::to_string(i);
    CHECK(why(zip_of(many)) == UnreadablePaper{Unreadable::too_large, "10000"});
    many.pop_back();
    CHECK(readable(ZipParts::open(zip_of(many))) != nullptr);

    const std::string zeros(std::size_t{100} << 20, '\0');
    CHECK(why(zip_of({{"a", zeros}, {"b", zeros}, {"c", zeros}})) ==
          UnreadablePaper{Unreadable::too_large, "256 MiB"});

    // What it unpacks to is more, or less, than it says.
    auto liar = zip_of({{"a", std::string(5000, 'x')}});
    const auto directory = liar.rfind("PK\x01\x02");
    for (const char size : {'\x01', '\x7F'}) {
        liar[directory + 25] = size;
        CHECK(part_of(liar, "a") == "unreadable");
    }
}

TEST_CASE("zip: what is refused") {
    const auto zip = zip_of({{"a", "text"}});
    auto locked = zip;
    locked[zip.rfind("PK\x01\x02") + 8] = 1;
    CHECK(why(locked) == UnreadablePaper{Unreadable::encrypted, ""});
    CHECK(why(zip_of({{"a", "1"}, {"A", "2"}})) == UnreadablePaper{Unreadable::broken, "a"});
    auto damaged = zip;
    damaged[zip.rfind("PK\x01\x02") + 16] ^= 1;
    CHECK(part_of(damaged, "a") == "unreadable");
}

TEST_CASE("xml: nothing expands, nothing is too deep") {
    const auto why_not = [](std::string text) {
        const auto part = XmlPart::parse(std::move(text), "p");
        return readable(part) == nullptr ? why_unreadable(part) : UnreadablePaper{};
    };
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    auto closed = deep;
    for (int i = 0; i < 100'000; ++i) closed += "</a>";
    CHECK(why_not("<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>") ==
          UnreadablePaper{Unreadable::broken, "p"});
    CHECK(why_not(deep) == UnreadablePaper{Unreadable::broken, "p"});
    CHECK(why_not(closed) == UnreadablePaper{Unreadable::too_large, "p"});
    CHECK(why_not("") == UnreadablePaper{Unreadable::broken, "p"});
    CHECK(why_not("text") == UnreadablePaper{Unreadable::broken, "p"});
    CHECK(readable(XmlPart::parse("<a:b xmlns:a='x'/>", "p")) != nullptr);
}
