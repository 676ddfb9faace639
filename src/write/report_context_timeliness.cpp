// Who reported in time, and who did not.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "write/report_context_parts.hpp"
#include "write/report_words.hpp"
#include "write/status_words.hpp"

namespace plantool::report_context_parts {
namespace {

/// How many of those to follow up are named where all would be too long to read.
constexpr std::size_t kUrgent = 10;

std::string percent(std::optional<int> rate, Language language) {
    return rate ? format_percent(*rate, language) : "–";
}

void add_counts(const Context& c, Entry& out) {
    const auto& summary = c.report.status.summary;
    const auto count = [&](int number) { return format_integer(number, c.language); };
    out.plain("expected", count(summary.expected));
    out.plain("accountable", count(summary.accountable()));
    out.plain("reporting_rate", percent(summary.reporting_rate(), c.language));
    out.plain("on_time_rate", percent(summary.on_time_rate(), c.language));
    out.plain("on_time_count", count(summary.of(State::on_time)));
    out.plain("late_count", count(summary.of(State::late)));
    out.plain("outstanding_count", count(static_cast<int>(c.report.attention.size())));
}

struct StateGroup {
    State state = State::upcoming;
    int count = 0;
    std::string agencies;
};

/// The states that occur, with their agencies: "A; B (3 ngày)".
void add_states(const Context& c, Entry& out) {
    std::array<StateGroup, kRowStates> groups;
    for (const auto& row : c.report.status.rows) {
        auto& group = groups.at(static_cast<std::size_t>(row.state));
        group.state = row.state;
        if (group.count++ > 0) group.agencies += "; ";
        group.agencies += agency_name(c.report, agency_of(c.report, row.row));
        if (row.days_late.value_or(0) > 0) {
            group.agencies += fmt::format(" ({})", days_label(*row.days_late, c.language));
        }
    }
    std::vector<StateGroup> there;
    std::copy_if(groups.begin(), groups.end(), std::back_inserter(there),
                 [](const StateGroup& group) { return group.count > 0; });
    out.list("states", there, [&](Entry& entry, const StateGroup& group) {
        entry.plain("state", std::string(state_label(group.state, c.language)));
        entry.plain("state_id", std::string(info(group.state).id));
        entry.plain("count", format_integer(group.count, c.language));
        entry.text("agencies", group.agencies);
    });
}

void add_urgent(const Context& c, Entry& out) {
    const auto& rows = c.report.attention;
    const auto named = std::min(rows.size(), kUrgent);
    out.list("urgent", std::span(rows).first(named), [&](Entry& entry, const StatusRow& row) {
        entry.text("agency", agency_name(c.report, agency_of(c.report, row.row)));
        entry.plain("days_late", format_integer(row.days_late.value_or(0), c.language));
    });
    const auto more = static_cast<std::int64_t>(rows.size() - named);
    out.plain("urgent_more", more > 0 ? format_integer(more, c.language) : "");
}

void add_dues(const Context& c, Entry& out) {
    out.list("dues", c.report.slots, [&](Entry& entry, SlotIx ix) {
        const auto& slot = c.report.schedule().slots[ix];
        entry.text("report", c.report.plan().obligations[slot.obligation].title.value);
        entry.plain("due", official_date(slot.due.due, c.language));
    });
}

}  // namespace

void add_timeliness(const Context& c, Entry& out) {
    add_counts(c, out);
    add_states(c, out);
    add_urgent(c, out);
    add_dues(c, out);
}

}  // namespace plantool::report_context_parts
