#include <fmt/format.h>

#include "write/markdown_escape.hpp"
#include "write/status.hpp"
#include "write/status_words.hpp"

namespace plantool {

void write_status_markdown(const Status& status, Language language, const TextSink& sink) {
    const auto& assessment = *status.assessment;
    const auto& plan = assessment.plan();
    const auto text = [&](std::string_view raw) { return escape_markdown(raw); };
    sink(fmt::format("# {}\n\n", text(status_title(assessment, language))));
    for (const auto& notice : plan.notices) sink(fmt::format("> **{}**\n\n", text(notice)));
    sink(fmt::format("{}\n\n{}\n\n", text(summary_line(status.summary, language)),
                     text(rates_line(status.summary, language))));
    sink(word(language,
              "| Nghĩa vụ | Kỳ | Cơ quan | Hạn | Ngày nhận | Trạng thái | Số ngày chậm | Ghi chú "
              "|\n|---|---|---|---|---|---|---:|---|\n",
              "| Obligation | Period | Agency | Due | Received | State | Days late | Note "
              "|\n|---|---|---|---|---|---|---:|---|\n"));
    for (const auto& row : status.rows) {
        const auto& expected = assessment.schedule().rows[row.row];
        const auto& slot = assessment.schedule().slots[expected.slot];
        const auto& first = assessment.receipt(row.row).first;
        sink(fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n",
                         text(plan.obligations[slot.obligation].id.value), text(slot.period.id),
                         text(plan.agencies[expected.agency].name.value),
                         short_date(expected.due, language),
                         first ? short_date(first->received, language) : std::string(),
                         state_label(row.state, language),
                         row.days_late ? fmt::format("{}", *row.days_late) : std::string(),
                         text(row_note(assessment, row, language))));
    }
    if (status.activity.empty()) return;
    sink(word(language,
              "\n| Nhiệm vụ thường xuyên | Cơ quan | Hoạt động gần nhất | Số ngày im ắng | Trạng "
              "thái |\n|---|---|---|---:|---|\n",
              "\n| Continuous task | Agency | Last activity | Quiet days | State "
              "|\n|---|---|---|---:|---|\n"));
    for (const auto& row : status.activity) {
        sink(fmt::format(
            "| {} | {} | {} | {} | {} |\n", text(plan.obligations[row.obligation].id.value),
            text(plan.agencies[row.agency].name.value),
            row.last_activity ? short_date(*row.last_activity, language) : std::string(),
            row.quiet_days, state_label(row.state, language)));
    }
}

}  // namespace plantool
