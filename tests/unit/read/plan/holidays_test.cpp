// The holidays of Viet Nam, as data/ keeps them, in a plan's calendar.

#include <doctest/doctest.h>

#include <filesystem>

#include "read/plan/plan_file.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const Calendar& viet_nam() {
    static const Calendar calendar = [] {
        Plan plan;
        Diagnostics found;
        read_holidays("data/holidays-vn.yaml", plan, found);
        REQUIRE(codes_of(found) == Strings{});
        return plan.calendar;
    }();
    return calendar;
}

}  // namespace

TEST_CASE("calendar: the table of holidays is what the plan's calendar says") {
    for (const auto& date : {"2022-01-03", "2022-01-31", "2022-02-04", "2022-04-11", "2022-05-03",
                             "2022-09-01", "2023-01-20", "2024-04-29", "2025-05-02"}) {
        CAPTURE(date);
        CHECK_FALSE(viet_nam().is_working(day(date)));
    }
}

TEST_CASE("calendar: the table of holidays has the Saturdays that were worked for them") {
    for (const auto& date : {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"}) {
        CAPTURE(date);
        CHECK(viet_nam().is_working(day(date)));
    }
    CHECK_FALSE(viet_nam().is_working(day("2024-05-11")));
}

TEST_CASE("calendar: a plan names its table of holidays") {
    const TempFolder folder;
    const auto holidays = std::filesystem::absolute("data/holidays-vn.yaml").string();
    const auto yaml = plan_2022("calendar: {holidays: " + holidays + "}\n");
    Diagnostics found;
    const auto plan = read_plan(folder.write("plan.yaml", yaml), found);
    CHECK_FALSE(found.has_errors());
    CHECK(plan.calendar.add(day("2022-01-28"), *parse_amount("1wd")) == day("2022-02-07"));
}
