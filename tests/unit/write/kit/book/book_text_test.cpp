#include "write/kit/book/book_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

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

TEST_CASE("xlsx text: what a workbook would read as an escape is one no more") {
    const std::pair<std::string, std::string> cases[] = {
        {"_x000D_", "_x005F_x000D_"},
        {"a_x000d_b", "a_x005F_x000d_b"},
        {"_x000D_x000A_", "_x005F_x000D_x005F_x000A_"},
        {"__x000D__", "__x005F_x000D__"},
        {"_x005F_", "_x005F_x005F_"},
        {"_x00D_", "_x00D_"},
        {"_x000G_", "_x000G_"},
        {"_x000D", "_x000D"},
        {"_X000D_", "_X000D_"},
        {"_x", "_x"},
        {"tep_x_1_y", "tep_x_1_y"},
    };
    for (const auto& [text, written] : cases) {
        const auto expected = written;
        CAPTURE(expected);
        CHECK(xlsx::cell_text(text, Language::vi) == expected);
    }
    // Escaped, it is longer than a cell; it is cut, and stays one that can be written.
    std::string many;
    for (int i = 0; i < 4681; ++i) many += "_x000D_";
    const auto cut = xlsx::cell_text(many, Language::en);
    CHECK(cut.size() <= 32767 + 2);  // the mark's `…` has three bytes, and is one letter
    CHECK(cut.ends_with("… [cut: too long for a cell]"));
}

TEST_CASE("xlsx text: a footer's codes are its own") {
    const std::string codes = "&L&\"Times New Roman,Italic\"&9 ";
    CHECK(xlsx::footer_text("04-KHPH") == codes + "04-KHPH");
    CHECK(xlsx::footer_text("A & B &P") == codes + "A && B &&P");
    CHECK(xlsx::footer_text("_x000D_") == codes + "_x005F_x000D_");
    // Never cut between the two letters of one.
    CHECK(xlsx::footer_text(std::string(300, '&')) == codes + std::string(224, '&'));
    CHECK(xlsx::footer_text(std::string(300, 'x')) == codes + std::string(225, 'x'));
}

TEST_CASE("xlsx text: the width that a text needs is the least in which it stands on one line") {
    xlsx::Style style;
    for (const double size : {9.0, 12.0}) {
        for (const bool bold : {false, true}) {
            style.size = size;
            style.bold = bold;
            for (const auto* text : {"100,00%", "Tỷ lệ", "W"}) {
                CAPTURE(text);
                const auto width = xlsx::width_for(text, style);
                CHECK(xlsx::lines_in(text, width + 0.01, style) == 1);
                // Seven pixels a unit, of which a digit at 12 points takes 8: Times New Roman's are
                // half as wide as they are high.
                CHECK(width > 0.5);
            }
            CHECK(xlsx::lines_in("100,00%", xlsx::width_for("100,00%", style) - 0.1, style) == 2);
        }
    }
    style = {.size = 12};
    CHECK(xlsx::width_for("100,00%", style) == doctest::Approx(8.763).epsilon(0.001));
    CHECK(xlsx::width_for("", style) == 0);
}
