// `status` and `due` as a workbook: a sheet of the expected reports, and one of the continuous
// obligations where there are any.
#include <algorithm>

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"
#include "write/answer/answer_parts.hpp"
#include "write/kit/table/table_book.hpp"
#include "write/status/columns.hpp"
#include "write/status/wording.hpp"
#include "write/status/writers.hpp"

namespace plantool {
namespace {

BookCell number_or_nothing(const std::optional<int>& number) {
    return number ? BookCell(std::int64_t{*number}) : BookCell();
}

BookCell day_or_nothing(const std::optional<Day>& day) {
    return day ? BookCell(*day) : BookCell();
}

class StatusBook {
  public:
    StatusBook(const StatusAnswer& answer, Language language)
        : answer_(answer), language_(language) {}

    std::vector<BookTable> tables() const {
        std::vector<BookTable> out = {rows()};
        const bool continuous =
            std::any_of(answer_.plans.begin(), answer_.plans.end(),
                        [](const Status& status) { return !status.activity.empty(); });
        if (continuous) out.push_back(activity());
        return out;
    }

  private:
    std::string said(Word word) const { return say(word, language_); }

    std::vector<std::string> above() const {
        const auto plans = plans_of(answer_.plans);
        std::vector<std::string> out = {say(Word::status_title, language_, numbers_of(plans),
                                            official_date(answer_.as_of(), language_))};
        for (auto& notice : notices_of(plans)) out.push_back(std::move(notice));
        if (!answer_.filters.empty()) out.push_back(filters_line(answer_, language_));
        return out;
    }

    /// With the plan before it where there are several.
    std::vector<BookColumn> columns(std::vector<BookColumn> own) const {
        if (answer_.plans.size() > 1) own.insert(own.begin(), {said(Word::plan), 18});
        return own;
    }

    std::vector<BookCell> cells(const Assessment& of, std::vector<BookCell> own) const {
        if (answer_.plans.size() > 1) own.insert(own.begin(), of.plan().head.number);
        return own;
    }

    BookTable rows() const {
        BookTable table{said(Word::sheet_status),
                        above(),
                        columns({{said(Word::column_obligation), 18},
                                 {said(Word::column_title), 36},
                                 {said(Word::column_period), 20},
                                 {said(Word::agency_or_unit), 34},
                                 {said(Word::column_due_day), 12},
                                 {said(Word::day_received), 12},
                                 {said(Word::document_number), 18},
                                 {said(Word::state), 15},
                                 {said(Word::column_days_late), 8},
                                 {said(Word::note), 30}}),
                        {}};
        const auto summary = answer_.summary();
        table.above.push_back(summary_line(summary, language_));
        if (answer_.has_rates()) table.above.push_back(rates_line(summary, language_));
        for (const auto& status : answer_.plans) {
            for (const auto& row : status.rows) {
                table.rows.push_back(row_cells(RowView(*status.assessment, row)));
            }
        }
        return table;
    }

    std::vector<BookCell> row_cells(const RowView& view) const {
        const auto& first = view.receipt.first;
        return cells(
            view.assessment,
            {number_of(view.obligation), title_of(view),
             period_heading(view.assessment.plan(), view.slot, language_),
             agency_name_of(view.assessment.plan(), view.assessment.schedule(), view.row.row),
             view.expected.due,
             day_or_nothing(first ? std::optional(first->received.day) : std::nullopt),
             first ? first->document : std::string(), view.row.state,
             number_or_nothing(view.row.days_late),
             row_note(view.assessment, view.row, language_)});
    }

    /// A report has none: its title says which it is.
    static std::string number_of(const Obligation& o) {
        return o.kind == ObligationKind::task ? o.id.value : std::string();
    }

    static std::string title_of(const RowView& view) {
        const bool own = view.slot.event != nullptr && !view.slot.event->title.empty();
        return own ? view.slot.event->title.value : view.obligation.title.value;
    }

    BookTable activity() const {
        BookTable table{said(Word::sheet_continuous),
                        above(),
                        columns({{said(Word::column_obligation), 18},
                                 {said(Word::column_title), 50},
                                 {said(Word::agency_or_unit), 40},
                                 {said(Word::column_last_activity), 14},
                                 {said(Word::column_quiet_days), 10},
                                 {said(Word::state), 16}}),
                        {}};
        for (const auto& status : answer_.plans) {
            for (const auto& row : status.activity) {
                const ActivityView view(*status.assessment, row);
                table.rows.push_back(cells(
                    view.assessment,
                    {number_of(view.obligation), view.obligation.title.value,
                     view.agency.name_on(view.assessment.as_of()).value,
                     day_or_nothing(row.last_activity), std::int64_t{row.quiet_days}, row.state}));
            }
        }
        return table;
    }

    const StatusAnswer& answer_;
    Language language_;
};

}  // namespace

void write_status_xlsx(const StatusAnswer& answer, Language language, const AtomicFile& file) {
    write_table_book(file, StatusBook(answer, language).tables(), answer.as_of(), language);
}

}  // namespace plantool
