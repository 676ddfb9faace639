// The days that a phrase names as something's last.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/due_rule.hpp"
#include "read/draft/phrases/words_in.hpp"

namespace plantool {

/// One day: of each part what the words say of it.
struct DayPhrase {
    DueRule::Form form = DueRule::Form::by;
    std::optional<int> day;  ///< none: the first of the month, for `before`
    std::optional<int> month;
    std::optional<int> year;
    bool next_year = false;  ///< năm sau
    int months_on = 0;       ///< of a day of a month: that of the period's end, or the one after
    bool last_day = false;   ///< ngày cuối tháng
    std::optional<unsigned> weekday;
    PhraseAt at;
};

/// All of them in their order. Documents of before (`ngày 31/5/2021` behind a number) are none of
/// this function's business: it takes every day there is.
std::vector<DayPhrase> day_phrases(const WordsIn& words);

/// `05 ngày làm việc kể từ ngày …`: the amount, and whether it is counted from the end of a period.
struct WithinPhrase {
    Amount amount;
    bool from_period_end = false;
};
std::optional<WithinPhrase> within_phrase(const WordsIn& words);

}  // namespace plantool
