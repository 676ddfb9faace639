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
          Strings{"một hai ba bốn năm", "sáu"});
    CHECK(xlsx::pieces_of("một\nhai\nba", 10, style, 2) == Strings{"một\nhai", "ba"});
    CHECK(xlsx::pieces_of("ồồồồồồồồồồồồ", 5, style, 2) == Strings{"ồồồồồồồồồồ", "ồồ"});
}

TEST_CASE("xlsx text: what a cell cannot hold is cut with a mark") {
    const auto cut = xlsx::cell_text(std::string(40000, 'x'), Language::vi);
    CHECK(cut.ends_with("… [đã cắt: ô không chứa hết]"));
    CHECK(xlsx::cell_text(std::string(32767, 'x'), Language::vi) == std::string(32767, 'x'));
    CHECK(xlsx::cell_text("a\x1b[1m\tb\r\nc", Language::vi) == "a\\u{1B}[1m b\nc");
}
