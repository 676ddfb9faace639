#include "write/report/paper/paper_layout.hpp"

#include <doctest/doctest.h>

using namespace plantool;

TEST_CASE("layout: what the plan says, else by number and day") {
    const auto of = [](const char* layout, const char* number, Day day) {
        PlanHead head;
        head.layout = layout;
        head.number = number;
        return layout_of(head, day);
    };
    const Day before{std::chrono::year(2026) / 5 / 26};
    const Day after{std::chrono::year(2026) / 5 / 27};
    CHECK(of("", "04-KHPH/BTGTU-UBND", before) == PaperLayout::dang_36);
    CHECK(of("", "04-KHPH/BTGTU-UBND", after) == PaperLayout::dang_05);
    CHECK(of("", "12/KH-UBND", after) == PaperLayout::nd30);
    CHECK(of("", "", before) == PaperLayout::nd30);
    CHECK(of("nd30", "04-KHPH/BTGTU-UBND", before) == PaperLayout::nd30);
    CHECK(of("dang-36", "12/KH-UBND", after) == PaperLayout::dang_36);
    CHECK(of("dang-05", "12/KH-UBND", before) == PaperLayout::dang_05);
}
