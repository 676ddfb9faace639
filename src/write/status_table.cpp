#include <fmt/format.h>

#include <algorithm>

#include "text/table.hpp"
#include "text/utf8.hpp"
#include "write/status.hpp"
#include "write/status_words.hpp"

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
    TableWriter(const Status& status, const TableStyle& style, const TextSink& sink)
        : status_(status),
          style_(style),
          sink_(sink),
          assessment_(*status.assessment),
          plan_(assessment_.plan()),
          language_(style.language) {}

    void write() {
        wrapped(status_title(assessment_, language_), "1");
        for (const auto& notice : plan_.notices) wrapped("! " + notice, "1;33");
        write_rows();
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

    /// "II.1.4 · 2022-Q1 · hạn 31/3/2022 · title"
    void slot_heading(const Slot& slot) {
        const auto& o = plan_.obligations[slot.obligation];
        const auto& title = slot.event != nullptr && !slot.event->title.empty()
                                ? slot.event->title.value
                                : o.title.value;
        sink_("\n");
        line(fmt::format("{} · {} · {} {} · {}", o.id.value, slot.period.id,
                         word(language_, "hạn", "due"), short_date(slot.due.due, language_), title),
             "1");
    }

    TextTable row_table() const {
        TextTable table;
        table.columns = {Column::name, Column::left, Column::right, Column::left};
        for (const auto& row : status_.rows) {
            const auto& expected = assessment_.schedule().rows[row.row];
            const auto& first = assessment_.receipt(row.row).first;
            const bool late = row.days_late && *row.days_late > 0;
            table.add({{printable(plan_.agencies[expected.agency].name.value)},
                       {std::string(state_label(row.state, language_)), state_color(row.state)},
                       {late ? days_label(*row.days_late, language_) : ""},
                       {first ? short_date(first->received, language_) : ""}},
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
            line(std::string(
                word(language_, "Không có báo cáo nào phù hợp.", "No report to show.")));
        }
    }

    void write_activity() {
        if (status_.activity.empty()) return;
        TextTable table;
        table.columns = {Column::name, Column::left, Column::right, Column::left};
        for (const auto& row : status_.activity) {
            const auto last = row.last_activity
                                  ? fmt::format("{} {}", word(language_, "gần nhất", "last"),
                                                short_date(*row.last_activity, language_))
                                  : std::string(word(language_, "chưa có", "none yet"));
            table.add({{printable(plan_.agencies[row.agency].name.value)},
                       {std::string(state_label(row.state, language_)), state_color(row.state)},
                       {days_label(row.quiet_days, language_)},
                       {last}});
        }
        const auto layout = table.fit(style_.width);
        std::optional<ObligationIx> current;
        for (std::size_t i = 0; i < status_.activity.size(); ++i) {
            const auto ix = status_.activity[i].obligation;
            if (ix != current) {
                const auto& o = plan_.obligations[ix];
                sink_("\n");
                line(fmt::format("{} · {} · {}", o.id.value,
                                 word(language_, "thường xuyên", "continuous"), o.title.value),
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
        line(std::string(word(language_, "Cần đôn đốc ngay", "To be reminded first")), "1");
        TextTable table;
        table.columns = {Column::right, Column::name, Column::name, Column::left, Column::left};
        for (const auto& row : urgent) {
            const auto& expected = assessment_.schedule().rows[row.row];
            const auto& slot = assessment_.schedule().slots[expected.slot];
            table.add({{days_label(*row.days_late, language_), state_color(row.state)},
                       {printable(plan_.agencies[expected.agency].name.value)},
                       {printable(plan_.obligations[slot.obligation].id.value)},
                       {printable(slot.period.id)},
                       {std::string(state_label(row.state, language_)), state_color(row.state)}});
        }
        const auto layout = table.fit(style_.width);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            sink_(table.row(i, layout, style_.color));
        }
    }

    void write_summary() {
        sink_("\n");
        wrapped(summary_line(status_.summary, language_), "1");
        wrapped(rates_line(status_.summary, language_));
        const auto quiet =
            std::count_if(status_.activity.begin(), status_.activity.end(),
                          [](const ActivityRow& row) { return row.state == State::quiet; });
        if (!status_.activity.empty()) {
            wrapped(fmt::format("{} {}, {} {}",
                                word(language_, "Nhiệm vụ thường xuyên: đang hoạt động",
                                     "Continuous tasks: active"),
                                static_cast<std::ptrdiff_t>(status_.activity.size()) - quiet,
                                state_label(State::quiet, language_), quiet));
        }
    }

    const Status& status_;
    TableStyle style_;
    const TextSink& sink_;
    const Assessment& assessment_;
    const Plan& plan_;
    Language language_;
};

}  // namespace

void write_status_table(const Status& status, const TableStyle& style, const TextSink& sink) {
    TableWriter(status, style, sink).write();
}

}  // namespace plantool
