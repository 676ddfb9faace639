#include "core/plan/obligation_match.hpp"

#include <doctest/doctest.h>

#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("obligations: meant by their id, or by a title that one alone has") {
    const auto titled = [](Obligation o, const char* title) {
        o.title = text(title);
        return o;
    };
    const BuiltPlan test(plan_2022(
        {titled(task("I.1", {"a"}, Cadence::continuous), "Tập huấn"),
         titled(task("I.2", {"a"}, Cadence::continuous), "Hòa giải"),
         titled(report("r", {"a"}, Cadence::semiannual, by("period-end")), "Báo cáo, 6 tháng"),
         titled(report("s", {"a"}, Cadence::annual, by("period-end")), "Tập huấn")}));
    struct Case {
        const char* written;
        const char* id;
    };
    const Case cases[] = {
        {"I.1", "I.1"},    {" r ", "r"},      {"Hoà  giải", "I.2"}, {"BÁO CÁO, 6 THÁNG", "r"},
        {"Tập huấn", "-"}, {"Hoa giai", "-"}, {"R", "-"},           {"", "-"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.written);
        const auto found = find_obligation(test.plan, one.written);
        CHECK((found ? test.plan.obligations[*found].id.value : "-") == one.id);
    }
}
