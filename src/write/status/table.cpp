#include <fmt/format.h>

#include <algorithm>

#include "core/schedule/period_title.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/status/wording.hpp"
#include "write/status/writers.hpp"

namespace plantool {
namespace {

std::string_view state_color(State state) {
    switch (state) {
        case State::on_time:
        case State::active:
            return "32";
        case State::late:
            return "33";
        case State::overdue:
        case State::missing:
            return "1;31";
        case State::due_soon:
        case State::quiet:
            return "1;33";
        case State::waived:
            return "36";
        case State::open:
        case State::upcoming:
            return "2";
    }
    return "";
}

class TableWriter {
  public:
    TableWriter(const Status& status, const StatusAnswer& answer, const TableStyle& style,
                const TextSink& sink)
        : status_(status),
          answer_(answer),
          style_(style),
          sink_(sink),
          assessment_(*status.assessment),
          plan_(assessment_.plan()),
          language_(style.language) {}

    void write() {
        wrapped(status_title(assessment_, language_), "1");
        if (auto file = plan_file_line(plan_, language_); !file.empty()) line(file, "2");
        for (const auto& notice : plan_.notices) wrapped("! " + notice, "1;33");
        if (!answer_.filters.empty()) wrapped(filters_line(answer_, language_));
        if (style_.brief) {
            write_slots();
        } else {
            write_rows();
        }
        write_activity();
        write_urgent();
        write_summary();
    }

  private:
    /// A line of its own, cut to the terminal.
    void line(std::string text, std::string_view sgr = {}) {
        text = printable(text);
        if (style_.width > 0) text = clip_to_width(text, style_.width);
        if (style_.color && !sgr.empty()) text = fmt::format("\x1b[{}m{}\x1b[0m", sgr, text);
        sink_(text + "\n");
    }

    /// As many lines as it takes.
    void wrapped(const std::string& text, std::string_view sgr = {}) {
        for (auto& part : wrap_to_width(printable(text), style_.width)) line(std::move(part), sgr);
    }

    void slot_heading(const Slot& slot) {
        sink_("\n");
        line(plantool::slot_heading(plan_, slot, short_date(slot.due.due, language_), language_),
             "1");
    }

    TextTable row_table() const {
        TextTable table;
        table.columns = {Column::name, Column::left, Column::right, Column::left};
        for (const auto& row : status_.rows) {
            const auto& first = assessment_.receipt(row.row).first;
            const bool late = row.days_late && *row.days_late > 0;
            table.add({{printable(agency_name_of(plan_, assessment_.schedule(), row.row))},
                       {std::string(state_label(row.state, language_)), state_color(row.state)},
                       {late ? say_count(Word::days, language_, *row.days_late) : ""},
                       {first ? short_date(first->received.day, language_) : ""}},
                      {printable(row_note(assessment_, row, language_)), "2"});
        }
        return table;
    }

    void write_rows() {
        const auto table = row_table();
        const auto layout = table.fit(style_.width);
        std::optional<SlotIx> current;
        for (std::size_t i = 0; i < status_.rows.size(); ++i) {
            const auto slot = assessment_.schedule().rows[status_.rows[i].row].slot;
            if (slot != current) slot_heading(assessment_.schedule().slots[slot]);
            current = slot;
            sink_(table.row(i, layout, style_.color));
        }
        if (status_.rows.empty()) {
            sink_("\n");
            line(say(Word::no_row_fits, language_));
        }
    }

    /// A line for each report and period, with the states of its rows.
    void write_slots() {
        sink_("\n");
        for (std::size_t i = 0; i < status_.rows.size();) {
            const auto slot_ix = slot_of(status_.rows[i]);
            Summary summary;
            for (; i < status_.rows.size() && slot_of(status_.rows[i]) == slot_ix; ++i) {
                ++summary.expected;
                ++summary.by_state[static_cast<std::size_t>(status_.rows[i].state)];
            }
            const auto& slot = assessment_.schedule().slots[slot_ix];
            line(fmt::format(
                "{} · {} · {} {} · {}", obligation_mark(plan_.obligations[slot.obligation]),
                period_heading(plan_, slot, language_), say(Word::due, language_),
                short_date(slot.due.due, language_), summary_line(summary, language_)));
        }
        sink_("\n");
        line(say(Word::shown_in_brief, language_), "2");
    }

    SlotIx slot_of(const StatusRow& row) const { return assessment_.schedule().rows[row.row].slot; }

    void write_activity() {
        if (status_.activity.empty()) return;
        TextTable table;
        table.columns = {Column::name, Column::left, Column::right, Column::left};
        for (const auto& row : status_.activity) {
            const auto last = row.last_activity ? say(Word::last_heard, language_,
                                                      short_date(*row.last_activity, language_))
                                                : say(Word::never_heard, language_);
            table.add({{printable(plan_.agencies[row.agency].name_on(assessment_.as_of()).value)},
                       {std::string(state_label(row.state, language_)), state_color(row.state)},
                       {say_count(Word::days, language_, row.quiet_days)},
                       {last}});
        }
        const auto layout = table.fit(style_.width);
        std::optional<ObligationIx> current;
        for (std::size_t i = 0; i < status_.activity.size(); ++i) {
            const auto ix = status_.activity[i].obligation;
            if (ix != current) {
                const auto& o = plan_.obligations[ix];
                sink_("\n");
                line(fmt::format("{} · {} · {}", o.id.value, say(Word::continuous, language_),
                                 o.title.value),
                     "1");
            }
            current = ix;
            sink_(table.row(i, layout, style_.color));
        }
    }

    void write_urgent() {
        const auto urgent = most_urgent(status_.rows);
        if (urgent.empty()) return;
        sink_("\n");
        line(say(Word::remind_first, language_), "1");
        TextTable table;
        table.columns = {Column::right, Column::name, Column::left};
        for (const auto& row : urgent) {
            const auto& expected = assessment_.schedule().rows[row.row];
            const auto& slot = assessment_.schedule().slots[expected.slot];
            table.add({{say_count(Word::days, language_, *row.days_late), state_color(row.state)},
                       {printable(agency_name_of(plan_, assessment_.schedule(), row.row))},
                       {std::string(state_label(row.state, language_)), state_color(row.state)}},
                      {printable(fmt::format("{} · {}",
                                             obligation_mark(plan_.obligations[slot.obligation]),
                                             period_heading(plan_, slot, language_))),
                       "2"});
        }
        const auto layout = table.fit(style_.width);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            sink_(table.row(i, layout, style_.color));
        }
    }

    void write_summary() {
        sink_("\n");
        wrapped(summary_line(status_.summary, language_), "1");
        if (answer_.has_rates()) wrapped(rates_line(status_.summary, language_));
        const auto quiet =
            std::count_if(status_.activity.begin(), status_.activity.end(),
                          [](const ActivityRow& row) { return row.state == State::quiet; });
        if (!status_.activity.empty()) {
            wrapped(say(Word::activity_counts, language_,
                        static_cast<std::ptrdiff_t>(status_.activity.size()) - quiet,
                        state_label(State::quiet, language_), quiet));
        }
    }

    const Status& status_;
    const StatusAnswer& answer_;
    TableStyle style_;
    const TextSink& sink_;
    const Assessment& assessment_;
    const Plan& plan_;
    Language language_;
};

}  // namespace

void write_status_table(const StatusAnswer& answer, const TableStyle& style, const TextSink& sink) {
    bool first = true;
    for (const auto& status : answer.plans) {
        if (!first) sink("\n");
        first = false;
        TableWriter(status, answer, style, sink).write();
    }
}

}  // namespace plantool
