#include "read/draft/phrases/when.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>

using namespace plantool;

namespace {

std::string day_of(const DueRule& rule) {
    if (rule.form == DueRule::Form::within) {
        return fmt::format("within {}{}", format_amount(rule.within),
                           rule.after == Anchor::raised ? "" : " after period");
    }
    std::string out = rule.form == DueRule::Form::before ? "before" : "by";
    for (const auto& day : rule.days) {
        out += fmt::format(" {}{}{}", day.key.value, day.key.empty() ? "" : "=", day.written.value);
    }
    return out;
}

/// The cadence, the periods where they are limited, and the day; `-` where no time is told.
std::string read(const char* text) {
    const auto when = read_when(text, 2022);
    if (!when) return "-";
    std::string out(info(when->cadence).id);
    for (const auto& key : when->period_keys) out += " " + key;
    return when->due ? out + " " + day_of(*when->due) : out;
}

}  // namespace

TEST_CASE("times of tasks as documents write them") {
    const std::pair<const char*, const char*> cases[] = {
        {"Thường xuyên.", "continuous"},
        {"Hằng quý.", "quarterly by period-end"},
        {"Hàng tháng", "monthly by period-end"},
        {"Trước ngày 30/6", "once before 2022-06-30"},
        {"Trước ngày 30/6/2023", "once before 2023-06-30"},
        {"Hoàn thành trước ngày 20 tháng 12 năm 2023", "once before 2023-12-20"},
        {"Chậm nhất ngày 25 hằng tháng", "monthly by {day: 25}"},
        {"Hằng tháng, trước ngày 03 của tháng liền kề", "monthly before {day: 3, month: +1}"},
        {"Theo quý, chậm nhất ngày 20 của tháng đầu quý tiếp theo",
         "quarterly by {day: 20, month: +1}"},
        {"Hằng năm, trước ngày 15/01 năm sau", "annual before {day: 15, month: +1}"},
        {"Trước 15/7 hằng năm", "annual before 07-15"},
        {"2 lần/năm: trước ngày 15/6 và trước ngày 15/12", "semiannual before H1=06-15 H2=12-15"},
        {"6 tháng đầu năm (trước 05/7)", "semiannual H1 before 07-05"},
        {"Quý II/2023", "once by 2023-Q2"},
        {"Quý III", "once by 2022-Q3"},
        {"Trong tháng 9", "once by 2022-09-30"},
        {"Tháng 02/2024", "once by 2024-02-29"},
        {"Từ tháng 3 đến tháng 9/2022", "once by 2022-09-30"},
        {"2022 - 2030", "once by 2030-12-31"},
        {"Năm 2022", "once by 2022-12-31"},
        {"Sau 05 ngày làm việc kể từ ngày nhận được văn bản", "ad-hoc within 5wd"},
        {"Trong 03 ngày kể từ khi công bố biên bản", "ad-hoc within 3d"},
        {"Khi phát sinh", "ad-hoc within 5wd"},
        {"Thứ sáu hằng tuần", "weekly by {weekday: friday}"},
        {"theo thỏa thuận", "-"},
        {"", "-"},
        {"Trước ngày 31/6", "-"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        CHECK(read(one.first) == one.second);
    }
}
