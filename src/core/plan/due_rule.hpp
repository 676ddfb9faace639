// A due rule as a plan writes it (semantics.md, section 4). due.hpp finds the day.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "core/plan/entry.hpp"
#include "core/time/calendar.hpp"
#include "core/time/period.hpp"

namespace plantool {

enum class Anchor { period_start, period_end, window_end, raised };

/// One day of a due rule.
struct DueDay {
    enum class Form {
        month_day,         ///< `06-30`
        date,              ///< `2022-06-30`
        period_end,        ///< `period-end`
        span,              ///< `2027-Q2`: the last day of that quarter, half-year or nine months
        day_of_month,      ///< `{day: 25, month: +1}`
        weekday_of_month,  ///< `{weekday: friday, nth: last, month: 0}`
        weekday_of_week,   ///< `{weekday: friday}`
    };
    static constexpr int kLast = 0;  ///< for `day` and `nth`

    Text key;      ///< the period it is for; empty: every period
    Text written;  ///< as the file has it; of a mapping, what it says in one line
    Form form = Form::date;
    Day date;
    unsigned month = 0;  ///< of month_day, from 1
    unsigned day = 0;    ///< of month_day; of day_of_month, where it may be kLast
    int months_on = 0;   ///< from the month in which the period ends
    std::chrono::weekday weekday{0};
    int nth = kLast;  ///< 1 to 4, or kLast
    Cadence span_cadence = Cadence::quarterly;
};

struct DueRule {
    enum class Form { before, by, within };
    Form form = Form::by;
    std::vector<DueDay> days;  ///< for before and by
    bool keyed = false;        ///< days are one per period
    Amount within;
    Anchor after = Anchor::period_end;
    Roll roll = Roll::none;
    std::optional<Spanned<int>> at;  ///< minutes of the day until which a paper is on time
    Span span;
    Span after_span;
    Provenance why;
};

}  // namespace plantool
