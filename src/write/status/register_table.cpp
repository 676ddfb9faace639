#include "write/status/register_table.hpp"

#include <algorithm>

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"
#include "write/answer/answer_parts.hpp"
#include "write/status/columns.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

class RegisterTable {
  public:
    RegisterTable(const StatusAnswer& answer, Language language)
        : answer_(answer), language_(language) {}

    BookTable run() const {
        BookTable table{.sheet = said(Word::sheet_register),
                        .name = said(Word::name_register),
                        .above = above(),
                        .columns = columns(),
                        .rows = {}};
        for (const auto& status : answer_.plans) {
            for (const auto& row : status.rows) {
                table.rows.push_back(expected(RowView(*status.assessment, row)));
            }
        }
        for (const auto& status : answer_.plans) {
            for (const auto& row : status.activity) {
                table.rows.push_back(continuous(ActivityView(*status.assessment, row)));
            }
        }
        return table;
    }

  private:
    std::string said(Word word) const { return say(word, language_); }

    std::vector<std::string> above() const {
        const auto plans = plans_of(answer_.plans);
        std::vector<std::string> out = {say(Word::status_title, language_, numbers_of(plans),
                                            official_date(answer_.as_of(), language_))};
        for (auto& notice : notices_of(plans)) out.push_back(std::move(notice));
        if (!answer_.filters.empty()) out.push_back(filters_line(answer_, language_));
        const auto summary = answer_.summary();
        out.push_back(summary_line(summary, language_));
        if (answer_.has_rates()) out.push_back(rates_line(summary, language_));
        return out;
    }

    bool has_continuous() const {
        return std::any_of(answer_.plans.begin(), answer_.plans.end(),
                           [](const Status& status) { return !status.activity.empty(); });
    }

    /// The plan where there are several; what is of continuous obligations where there are any.
    std::vector<BookColumn> columns() const {
        std::vector<BookColumn> out;
        if (answer_.plans.size() > 1) out.push_back({said(Word::plan), 18});
        out.insert(out.end(), {{said(Word::agency_or_unit), 34},
                               {said(Word::column_obligation), 11},
                               {said(Word::column_title), 40},
                               {said(Word::column_period), 20},
                               {said(Word::column_due_day), 12},
                               {said(Word::day_received), 12},
                               {said(Word::document_number), 18},
                               {said(Word::state), 16},
                               {said(Word::column_days_late), 9}});
        if (has_continuous()) {
            out.push_back({said(Word::column_last_activity), 13});
            out.push_back({said(Word::column_quiet_days), 11});
        }
        out.push_back({said(Word::note), 30});
        return out;
    }

    /// The same cells for both kinds of line.
    struct Line {
        const Assessment& of;
        std::string agency;
        const Obligation& obligation;
        std::string title;
        BookCell period = {};
        BookCell due = {};
        BookCell received = {};
        BookCell document = {};
        State state = State::upcoming;
        BookCell days_late = {};
        BookCell last_activity = {};
        BookCell quiet_days = {};
        std::string note = {};
    };

    std::vector<BookCell> cells(Line line) const {
        std::vector<BookCell> out;
        if (answer_.plans.size() > 1) out.emplace_back(line.of.plan().head.number);
        const auto number = line.obligation.kind == ObligationKind::task
                                ? line.obligation.id.value
                                : std::string();  // the title of a report says which it is
        out.insert(out.end(),
                   {std::move(line.agency), number, std::move(line.title), std::move(line.period),
                    line.due, line.received, std::move(line.document), line.state, line.days_late});
        if (has_continuous()) {
            out.push_back(line.last_activity);
            out.push_back(line.quiet_days);
        }
        out.emplace_back(std::move(line.note));
        return out;
    }

    std::vector<BookCell> expected(const RowView& view) const {
        const auto& first = view.receipt.first;
        const bool own = view.slot.event != nullptr && !view.slot.event->title.empty();
        Line line{.of = view.assessment,
                  .agency = agency_name_of(view.assessment.plan(), view.assessment.schedule(),
                                           view.row.row),
                  .obligation = view.obligation,
                  .title = own ? view.slot.event->title.value : view.obligation.title.value};
        line.period = period_heading(view.assessment.plan(), view.slot, language_);
        line.due = view.expected.due;
        if (first) line.received = first->received.day;
        if (first) line.document = first->document;
        line.state = view.row.state;
        if (view.row.days_late) line.days_late = std::int64_t{*view.row.days_late};
        line.note = row_note(view.assessment, view.row, language_);
        return cells(std::move(line));
    }

    std::vector<BookCell> continuous(const ActivityView& view) const {
        Line line{.of = view.assessment,
                  .agency = view.agency.name_on(view.assessment.as_of()).value,
                  .obligation = view.obligation,
                  .title = view.obligation.title.value};
        line.state = view.row.state;
        if (view.row.last_activity) line.last_activity = *view.row.last_activity;
        line.quiet_days = std::int64_t{view.row.quiet_days};
        return cells(std::move(line));
    }

    const StatusAnswer& answer_;
    Language language_;
};

}  // namespace

BookTable register_table(const StatusAnswer& answer, Language language) {
    return RegisterTable(answer, language).run();
}

void write_status_xlsx(const StatusAnswer& answer, Language language, const AtomicFile& file) {
    const auto table = register_table(answer, language);
    write_table_book(file, std::span(&table, 1), answer.as_of(), language);
}

}  // namespace plantool
