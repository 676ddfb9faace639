#include <algorithm>
#include <map>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"
#include "write/status/wording.hpp"

namespace plantool::xlsx {
namespace {

constexpr Row kHeader = Top::kNext;

Style open_cell() {
    return with(cell_style(), [](Style& s) { s.unlocked = true; });
}

Style centred() {
    return with(open_cell(), [](Style& s) { s.align = Align::center; });
}

Style counted() {
    return with(number_style(), [](Style& s) {
        s.align = Align::center;
        s.unlocked = true;
    });
}

Style of_state(State state) {
    return with(state_style(state), [](Style& s) { s.unlocked = true; });
}

/// What the two sheets of whom to ask share.
class AskingSheet {
  protected:
    AskingSheet(const Context& context, SheetId id)
        : c_(context), report_(context.report), sheet_(open_sheet(context, id)), id_(id) {}

    void top(Word title, const std::vector<double>& widths) {
        sheet_.landscape();
        sheet_.widths(widths);
        last_ = static_cast<Col>(widths.size() - 1);
        add_links(c_, sheet_, id_, 1);
        add_sheet_top(c_, sheet_, say(title, c_.language), last_);
    }

    void table(const std::vector<std::string>& headings, Word name, Word none) {
        if (row_ == kHeader + 1) sheet_.text(row_++, 1, say(none, c_.language), open_cell());
        sheet_.table(kHeader, row_ - 1, headings, say(name, c_.language));
        sheet_.freeze(kHeader + 1, 2);
        sheet_.repeat(kHeader, kHeader);
        sheet_.print(Top::kTitle, row_ - 1, last_);
    }

    void who(AgencyIx agency) {
        const auto& email = report_.plan().agencies[agency].email.value;
        sheet_.number(row_, 0, row_ - kHeader, centred());
        sheet_.text(row_, 1, agency_name(report_, agency), open_cell());
        sheet_.text(row_, 2, email.empty() ? say(Word::no_contact, c_.language) : email,
                    with(open_cell(), [&](Style& s) { s.italic = email.empty(); }));
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    SheetId id_;
    Col last_ = 0;
    Row row_ = kHeader + 1;
};

/// The sheet of what is owed.
class FollowUpSheet : private AskingSheet {
  public:
    explicit FollowUpSheet(const Context& context) : AskingSheet(context, SheetId::follow_up) {
        for (const auto& row : report_.attention) contacts_.emplace(row.row, &row);
    }

    void write() {
        top(Word::follow_up_title, {5, 32, 24, 28, 17, 10, 12, 9, 13, 22, 20});
        for (const auto& row : owed()) line(row);
        table({say(Word::ordinal, c_.language), say(Word::agency_or_unit, c_.language),
               say(Word::column_contact, c_.language), say(Word::column_obligation, c_.language),
               say(Word::column_period, c_.language), say(Word::clause, c_.language),
               say(Word::column_due_day, c_.language), say(Word::column_days_late, c_.language),
               say(Word::state, c_.language), say(Word::column_last_document, c_.language),
               say(Word::note, c_.language)},
              Word::name_follow_up, Word::none_outstanding);
    }

  private:
    std::vector<StatusRow> owed() const {
        std::vector<StatusRow> out;
        for (const auto& row : report_.timeliness.rows) {
            for (const auto& cell : row.cells) {
                const bool is_owed =
                    cell && (cell->state == State::overdue || cell->state == State::missing);
                if (is_owed) out.push_back(*cell);
            }
        }
        std::stable_sort(out.begin(), out.end(), [](const StatusRow& a, const StatusRow& b) {
            return a.days_late.value_or(0) > b.days_late.value_or(0);
        });
        return out;
    }

    void line(const StatusRow& row) {
        const auto& obligation = obligation_of(report_, row.row);
        const auto slot = report_.schedule().rows[row.row].slot;
        who(agency_of(report_, row.row));
        sheet_.text(row_, 3, obligation_label(obligation), open_cell());
        sheet_.text(row_, 4, slot_period(report_, slot, c_.language), open_cell());
        sheet_.text(row_, 5, obligation.why.source, centred());
        sheet_.date(row_, 6, due_of(report_, row.row), open_cell());
        sheet_.number(row_, 7, row.days_late.value_or(0), counted());
        sheet_.text(row_, 8, state_label(row.state, c_.language), of_state(row.state));
        // Of other reports it is not known here what was heard last.
        const auto known = contacts_.find(row.row);
        auto contact =
            known == contacts_.end() ? std::string() : contact_text(*known->second, c_.language);
        if (known != contacts_.end() && contact.empty()) {
            contact = say(Word::nothing_yet, c_.language);
        }
        sheet_.text(row_, 9, contact, open_cell());
        sheet_.text(row_++, 10, row_note(*report_.assessment, row, c_.language), open_cell());
    }

    std::map<RowIx, const FollowUp*> contacts_;
};

/// The sheet of continuous tasks gone quiet.
class QuietSheet : private AskingSheet {
  public:
    explicit QuietSheet(const Context& context) : AskingSheet(context, SheetId::quiet) {}

    void write() {
        top(Word::quiet_title, {5, 34, 26, 46, 12, 14, 12, 14});
        for (const auto& row : report_.quiet) line(row);
        table(
            {say(Word::ordinal, c_.language), say(Word::agency_or_unit, c_.language),
             say(Word::column_contact, c_.language), say(Word::column_obligation, c_.language),
             say(Word::clause, c_.language), say(Word::column_last_activity, c_.language),
             say(Word::column_quiet_days, c_.language), say(Word::column_quiet_limit, c_.language)},
            Word::name_quiet, Word::none);
    }

  private:
    void line(const ActivityRow& row) {
        const auto& obligation = report_.plan().obligations[row.obligation];
        who(row.agency);
        sheet_.text(row_, 3, obligation_label(obligation), open_cell());
        sheet_.text(row_, 4, obligation.why.source, centred());
        if (row.last_activity) {
            sheet_.date(row_, 5, *row.last_activity, open_cell());
        } else {
            sheet_.text(row_, 5, say(Word::nothing_yet, c_.language), centred());
        }
        sheet_.number(row_, 6, row.quiet_days, counted());
        sheet_.number(row_++, 7, row.quiet_after, counted());
    }
};

}  // namespace

void add_follow_up_sheet(const Context& context) {
    FollowUpSheet(context).write();
}

void add_quiet_sheet(const Context& context) {
    QuietSheet(context).write();
}

}  // namespace plantool::xlsx
