#include "write/xlsx_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("xlsx text: a long text goes on in the next row, between words, with nothing lost") {
    const xlsx::Style style;
    CHECK(xlsx::pieces_of("", 10, style, 2) == Strings{""});
    CHECK(xlsx::pieces_of("một hai", 10, style, 2) == Strings{"một hai"});
    CHECK(xlsx::pieces_of("một hai ba bốn năm sáu", 10, style, 2) ==
          Strings{"một hai ba bốn", "năm sáu"});
    CHECK(xlsx::pieces_of("một\nhai\nba", 10, style, 2) == Strings{"một\nhai", "ba"});
    CHECK(xlsx::pieces_of("ồồồồồồồồồồồồ", 5, style, 2) == Strings{"ồồồồồồ", "ồồồồồồ"});
}

TEST_CASE("xlsx text: lines are counted by how wide the letters are") {
    struct Case {
        std::string text;
        double width;
        double size;
        std::size_t lines;
    };
    const Case cases[] = {
        {"", 10, 12, 1},
        {"illi illi illi illi", 10, 12, 2},  // narrow letters
        {"WWWW WWWW WWWW WWWW", 10, 12, 4},  // as many wide ones
        {"WWWW WWWW WWWW WWWW", 10, 6, 2},   // in smaller print
        {"lượt người", 10, 12, 2},           // the horns of ư and ơ take room
        {"luot nguoi", 10, 12, 1},
        {"một\n\nhai", 10, 12, 3},
        {"   ", 1, 12, 1},  // spaces may hang over
        {"漢漢漢漢", 10, 12, 1},
        {"漢漢漢漢漢", 10, 12, 2},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(xlsx::lines_in(c.text, c.width, xlsx::Style{.size = c.size}) == c.lines);
    }
    xlsx::Style bold;
    bold.bold = true;
    CHECK(xlsx::lines_in("Uỷ ban tỉnh", 11.8, {}) == 1);
    CHECK(xlsx::lines_in("Uỷ ban tỉnh", 11.8, bold) == 2);
}

TEST_CASE("xlsx text: what a cell cannot hold is cut with a mark") {
    const auto cut = xlsx::cell_text(std::string(40000, 'x'), Language::vi);
    CHECK(cut.ends_with("… [đã cắt: ô không chứa hết]"));
    CHECK(xlsx::cell_text(std::string(32767, 'x'), Language::vi) == std::string(32767, 'x'));
    CHECK(xlsx::cell_text("a\x1b[1m\tb\r\nc", Language::vi) == "a\\u{1B}[1m b\nc");
}
