#include "write/kit/book/pages.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <utility>
#include <vector>

using namespace plantool;

namespace {

using Rows = std::vector<lxw_row_t>;
using Blocks = std::vector<std::pair<lxw_row_t, lxw_row_t>>;
using Block = std::optional<std::pair<lxw_row_t, lxw_row_t>>;

/// Rows 0 to `last` of 10 points each, on pages of 100.
Rows breaks(lxw_row_t last, const Blocks& together, const Block& repeated = {}) {
    return xlsx::page_breaks(
        {.first = 0, .last = last, .page = 100, .together = together, .repeated = repeated},
        [](lxw_row_t) { return 10.0; });
}

}  // namespace

TEST_CASE("pages: what is kept together begins a page where it would be parted, and only there") {
    CHECK(breaks(30, {}) == Rows{});
    CHECK(breaks(30, {{0, 4}}) == Rows{});
    CHECK(breaks(30, {{4, 8}}) == Rows{});
    // 98 points of a page are sure: ten rows end beyond them.
    CHECK(breaks(30, {{5, 9}}) == Rows{5});
    CHECK(breaks(30, {{9, 10}}) == Rows{9});
    // On its own page it ends the next one's rows anew.
    CHECK(breaks(30, {{9, 10}, {17, 18}}) == Rows{9, 17});
    CHECK(breaks(30, {{9, 10}, {16, 17}}) == Rows{9});
    // What no page holds is not moved; what just fills one is.
    CHECK(breaks(40, {{5, 15}}) == Rows{});
    CHECK(breaks(40, {{5, 14}}) == Rows{5});
    // A row that begins a page already needs no break.
    CHECK(breaks(40, {{0, 9}}) == Rows{});
    // Up to the last row, and no further.
    CHECK(breaks(9, {{9, 10}}) == Rows{9});
    CHECK(breaks(8, {{9, 10}}) == Rows{});
    // A block within another is passed over with it.
    CHECK(breaks(30, {{9, 12}, {9, 10}}) == Rows{9});
}

TEST_CASE("pages: rows that are repeated take their room on every page below them") {
    const Block header{{0, 1}};
    CHECK(breaks(30, {{9, 10}}, header) == Rows{9});
    // Two rows of header and eight others: 100 points, of which 98 are sure.
    CHECK(breaks(30, {{9, 10}, {15, 16}}, header) == Rows{9, 15});
    CHECK(breaks(30, {{9, 10}, {14, 15}}, header) == Rows{9});
    // Nine rows and the header are no page.
    CHECK(breaks(40, {{5, 13}}, header) == Rows{});
    CHECK(breaks(40, {{5, 12}}, header) == Rows{5});
}
