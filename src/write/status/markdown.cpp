#include <fmt/format.h>

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"
#include "write/kit/markdown_escape.hpp"
#include "write/status/wording.hpp"
#include "write/status/writers.hpp"

namespace plantool {

namespace {

void write_plan(const Status& status, const StatusAnswer& answer, Language language,
                const TextSink& sink) {
    const auto& assessment = *status.assessment;
    const auto& plan = assessment.plan();
    const auto text = [&](std::string_view raw) { return escape_markdown(raw); };
    sink(fmt::format("# {}\n\n", text(status_title(assessment, language))));
    if (const auto file = plan_file_line(plan, language); !file.empty()) {
        sink(fmt::format("{}\n\n", text(file)));
    }
    for (const auto& notice : plan.notices) sink(fmt::format("> **{}**\n\n", text(notice)));
    if (!answer.filters.empty()) {
        sink(fmt::format("{}\n\n", text(filters_line(answer, language))));
    }
    sink(fmt::format("{}\n\n", text(summary_line(status.summary, language))));
    if (answer.has_rates()) sink(fmt::format("{}\n\n", text(rates_line(status.summary, language))));
    sink(fmt::format("| {} |\n|---|---|---|---|---|---|---:|---|\n",
                     say(Word::row_headings, language)));
    for (const auto& row : status.rows) {
        const auto& expected = assessment.schedule().rows[row.row];
        const auto& slot = assessment.schedule().slots[expected.slot];
        const auto& first = assessment.receipt(row.row).first;
        sink(fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n",
                         text(obligation_mark(plan.obligations[slot.obligation])),
                         text(period_heading(plan, slot, language)),
                         text(agency_name_of(plan, assessment.schedule(), row.row)),
                         short_date(expected.due, language),
                         first ? short_date(first->received.day, language) : std::string(),
                         state_label(row.state, language),
                         row.days_late ? fmt::format("{}", *row.days_late) : std::string(),
                         text(row_note(assessment, row, language))));
    }
    if (status.activity.empty()) return;
    sink(fmt::format("\n| {} |\n|---|---|---|---:|---|\n", say(Word::activity_headings, language)));
    for (const auto& row : status.activity) {
        sink(fmt::format(
            "| {} | {} | {} | {} | {} |\n", text(obligation_mark(plan.obligations[row.obligation])),
            text(plan.agencies[row.agency].name_on(assessment.as_of()).value),
            row.last_activity ? short_date(*row.last_activity, language) : std::string(),
            row.quiet_days, state_label(row.state, language)));
    }
}

}  // namespace

void write_status_markdown(const StatusAnswer& answer, Language language, const TextSink& sink) {
    bool first = true;
    for (const auto& status : answer.plans) {
        if (!first) sink("\n");
        first = false;
        write_plan(status, answer, language, sink);
    }
}

}  // namespace plantool
