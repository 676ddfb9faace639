#include "core/schedule/period_title.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

Obligation listed_report() {
    return with(report("l", {"a"}, Cadence::listed, by("period-end")), [](auto& o) {
        ListedPeriod period;
        period.id = text("HK1");
        period.title = text("Học kỳ I");
        period.days = {day("2022-01-01"), day("2022-05-31")};
        o.listed = {period};
    });
}

BuiltPlan built() {
    auto plan = plan_2022({
        task("e", {"a"}, Cadence::ad_hoc, within("5d", Anchor::raised)),
        report("h", {"a"}, Cadence::semiannual, by("period-end")),
        listed_report(),
        report("m", {"a"}, Cadence::monthly, by("period-end")),
        report("n", {"a"}, Cadence::nine_month, by("period-end")),
        report("o", {"a"}, Cadence::once, by("06-30")),
        report("q", {"a"}, Cadence::quarterly, by("period-end")),
        report("w", {"a"}, Cadence::weekly, by("period-end")),
        report("y", {"a"}, Cadence::annual, by("period-end")),
    });
    plan.events = {with(event("ngap", "e", "2022-10-10"),
                        [](auto& e) { e.title = text("Ngập lụt tháng 10"); }),
                   event("chay", "e", "2022-11-10")};
    return BuiltPlan(std::move(plan));
}

}  // namespace

TEST_CASE("period title: in a sentence, in a heading and in a message") {
    struct Case {
        const char* obligation;
        const char* period;
        const char* heading_vi;
        const char* heading_en;
        const char* words_vi;
        const char* words_en;
    };
    const auto plan = built();
    for (const auto& c : {
             Case{"y", "2022", "Năm 2022", "Year 2022", "năm 2022", "the year 2022"},
             Case{"h", "2022-H1", "6 tháng đầu năm 2022", "First half of 2022",
                  "6 tháng đầu năm 2022", "the first half of 2022"},
             Case{"q", "2022-Q2", "Quý II/2022", "Quarter 2 of 2022", "quý II năm 2022",
                  "quarter 2 of 2022"},
             Case{"m", "2022-10", "Tháng 10/2022", "October 2022", "tháng 10 năm 2022",
                  "October 2022"},
             Case{"n", "2022-9M", "9 tháng đầu năm 2022", "First nine months of 2022",
                  "9 tháng đầu năm 2022", "the first nine months of 2022"},
             Case{"w", "2022-W05", "Tuần 05 năm 2022", "Week 5 of 2022", "tuần 05 năm 2022",
                  "week 5 of 2022"},
             Case{"o", "once", "Một lần", "Once", "toàn bộ thời gian thực hiện kế hoạch",
                  "the whole plan"},
             Case{"l", "HK1", "Học kỳ I", "Học kỳ I", "Học kỳ I", "Học kỳ I"},
             Case{"e", "ngap", "Ngập lụt tháng 10", "Ngập lụt tháng 10", "Ngập lụt tháng 10",
                  "Ngập lụt tháng 10"},
             Case{"e", "chay", "E", "E", "E", "E"},
         }) {
        CAPTURE(std::string(c.obligation));
        const auto ix = plan.schedule.find_slot(plan.obligation(c.obligation), c.period);
        REQUIRE(ix);
        const auto& slot = plan.schedule.slots[*ix];
        CHECK(period_heading(plan.plan, slot, Language::vi) == c.heading_vi);
        CHECK(period_heading(plan.plan, slot, Language::en) == c.heading_en);
        CHECK(say(period_words(plan.plan, slot), Language::vi) == c.words_vi);
        CHECK(say(period_words(plan.plan, slot), Language::en) == c.words_en);
    }
}
