// Who reported in time, and who did not.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"
#include "write/report/context/context_entry.hpp"
#include "write/report/shared_texts.hpp"
#include "write/status/wording.hpp"

namespace plantool::report_context_parts {
namespace {

/// How many of those to follow up are named where all would be too long to read.
constexpr std::size_t kUrgent = 10;

std::string percent(std::optional<int> rate, Language language) {
    return rate ? format_percent(*rate, language) : "–";
}

void add_rates(const Context& c, Entry& out, const Summary& summary) {
    out.plain("reporting_rate", percent(summary.reporting_rate(), c.language));
    out.plain("on_time_rate", percent(summary.on_time_rate(), c.language));
}

void add_counts(const Context& c, Entry& out) {
    const auto& summary = c.report.status.summary;
    const auto count = [&](int number) { return format_integer(number, c.language); };
    out.plain("expected", count(summary.expected));
    out.plain("accountable", count(summary.accountable()));
    add_rates(c, out, summary);
    out.plain("on_time_count", count(summary.of(State::on_time)));
    out.plain("late_count", count(summary.of(State::late)));
    out.plain("outstanding_count", count(static_cast<int>(c.report.attention.size())));
    out.plain("lateness", lateness_text(c.report, c.language));
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
            group.agencies +=
                fmt::format(" ({})", say_count(Word::days, c.language, *row.days_late));
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

void add_legend(const Context& c, Entry& out) {
    out.list("legend", all_states().first<kRowStates>(), [&](Entry& entry, const StateInfo& state) {
        entry.plain("state", std::string(state_label(state.state, c.language)));
        entry.plain("state_id", std::string(state.id));
        entry.plain("letter", state_symbol(state.state, c.language));
    });
}

void add_urgent(const Context& c, Entry& out) {
    const auto& rows = c.report.attention;
    const auto named = std::min(rows.size(), kUrgent);
    out.list("urgent", std::span(rows).first(named), [&](Entry& entry, const FollowUp& row) {
        entry.text("agency", agency_name(c.report, agency_of(c.report, row.row)));
        const bool several = c.report.obligations.size() > 1;
        entry.text("report",
                   several ? obligation_label(obligation_of(c.report, row.row)) : std::string());
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
        entry.plain("limit", due_in_words(slot, c.language));
    });
}

/// The states that occur, and the part of a bar that each takes, in percent.
void add_bar(const Context& c, Entry& out, const Summary& summary) {
    std::vector<StateInfo> there;
    for (const auto& state : all_states().first<kRowStates>()) {
        if (summary.of(state.state) > 0) there.push_back(state);
    }
    int before = 0;
    out.list("states", there, [&](Entry& entry, const StateInfo& state) {
        const auto part = [&](int count) {
            return fmt::format("{:.2f}", 100.0 * count / summary.expected);
        };
        entry.plain("state", std::string(state_label(state.state, c.language)));
        entry.plain("state_id", std::string(state.id));
        entry.plain("count", format_integer(summary.of(state.state), c.language));
        entry.plain("start", part(before));
        entry.plain("share", part(summary.of(state.state)));
        before += summary.of(state.state);
    });
}

void add_groups(const Context& c, Entry& out) {
    out.list("groups", c.report.groups, [&](Entry& entry, const GroupStanding& standing) {
        const auto& summary = standing.summary;
        const auto count = [&](const std::string& key, int number) {
            entry.plain(key, format_integer(number, c.language));
        };
        entry.text("group", group_label(c.report, standing, c.language));
        count("expected", summary.expected);
        count("on_time", summary.of(State::on_time));
        count("late", summary.of(State::late));
        count("overdue", summary.of(State::overdue));
        count("missing", summary.of(State::missing));
        count("waived", summary.of(State::waived));
        count("pending",
              summary.of(State::due_soon) + summary.of(State::open) + summary.of(State::upcoming));
        add_rates(c, entry, summary);
        add_bar(c, entry, summary);
    });
}

/// The days on which the number of reports that are due or received changes.
void add_receipts(const Context& c, Entry& out) {
    std::vector<ReceiptCurve::Point> points;
    ReceiptCurve::Point last{.day = {}, .received = 0};
    for (const auto& point : c.report.receipt.points) {
        const bool more = point.received && point.received != last.received;
        if (point.due != last.due || more) points.push_back(point);
        last.due = point.due;
        if (more) last.received = point.received;
    }
    out.list("receipts", points, [&](Entry& entry, const ReceiptCurve::Point& point) {
        entry.plain("day", short_date(point.day, c.language));
        entry.plain("due", format_integer(point.due, c.language));
        entry.plain("received", point.received ? format_integer(*point.received, c.language) : "");
    });
}

void add_matrix(const Context& c, Entry& out) {
    const auto& table = c.report.timeliness;
    out.list("matrix_columns", table.columns, [&](Entry& entry, const Timeliness::Column& column) {
        const auto& slot = c.report.schedule().slots[column.slot];
        const auto& obligation = c.report.plan().obligations[slot.obligation];
        entry.text("title", obligation_label(obligation));
        const bool once = obligation.cadence.value == Cadence::once;
        entry.text("period", once ? "" : period_heading(c.report.plan(), slot, c.language));
        entry.text("period_id", once ? "" : slot.period.id);
        entry.plain("due", short_date(slot.due.due, c.language));
        add_rates(c, entry, column.summary);
    });
    out.list("matrix_rows", table.rows, [&](Entry& entry, const Timeliness::Row& row) {
        entry.text("agency", agency_name(c.report, row.agency));
        entry.list("cells", row.cells, [&](Entry& cell, const std::optional<StatusRow>& status) {
            const int late = status ? status->days_late.value_or(0) : 0;
            cell.plain("state", status ? std::string(state_label(status->state, c.language)) : "");
            cell.plain("state_id", status ? std::string(info(status->state).id) : "");
            cell.plain("days_late", late > 0 ? format_integer(late, c.language) : "");
        });
        add_rates(c, entry, row.summary);
    });
}

}  // namespace

void add_timeliness(const Context& c, Entry& out) {
    add_counts(c, out);
    add_states(c, out);
    add_legend(c, out);
    add_urgent(c, out);
    add_dues(c, out);
    add_groups(c, out);
    add_receipts(c, out);
    add_matrix(c, out);
}

}  // namespace plantool::report_context_parts
