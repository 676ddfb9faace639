#include "cli/record/row_line.hpp"

#include <fmt/format.h>

#include "core/schedule/period_title.hpp"
#include "text/message.hpp"
#include "write/status/wording.hpp"

namespace plantool {

std::string row_line(const Assessment& assessment, RowIx row, Language language) {
    const auto& plan = assessment.plan();
    const auto& schedule = assessment.schedule();
    const auto& expected = schedule.rows[row];
    const auto& slot = schedule.slots[expected.slot];
    const auto name = fmt::format("{} · {} · {}", agency_name_of(plan, schedule, row),
                                  obligation_mark(plan.obligations[slot.obligation]),
                                  period_heading(plan, slot, language));
    if (!assessment.is_expected(row)) return say(Word::row_not_expected, language, name);
    const auto status = assessment.row(row);
    auto state = std::string(state_label(status.state, language));
    if (status.days_late.value_or(0) > 0) {
        state = say(Word::state_with_days, language, state,
                    say_count(Word::days, language, *status.days_late));
    }
    auto due = short_date(expected.due, language);
    if (expected.extension != nullptr) due = say(Word::extended_day, language, due);
    return say(Word::row_is_now, language, name, state, due);
}

std::string activity_line(const Assessment& assessment, ObligationIx obligation, AgencyIx agency,
                          Language language) {
    const auto& plan = assessment.plan();
    const auto name =
        fmt::format("{} · {}", plan.agencies[agency].name_on(assessment.as_of()).value,
                    obligation_label(plan.obligations[obligation]));
    for (const auto& row : assessment.activity()) {
        if (row.obligation != obligation || row.agency != agency) continue;
        const auto last = row.last_activity ? short_date(*row.last_activity, language)
                                            : say(Word::never_heard, language);
        return say(Word::activity_is_now, language, name, state_label(row.state, language), last);
    }
    return say(Word::row_not_expected, language, name);
}

}  // namespace plantool
