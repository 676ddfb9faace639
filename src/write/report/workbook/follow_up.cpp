#include <fmt/format.h>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"
#include "write/status/wording.hpp"

namespace plantool::xlsx {
namespace {

constexpr Col kLast = 9;
constexpr Row kHeader = Top::kNext;

Style centred() {
    return with(cell_style(), [](Style& s) { s.align = Align::center; });
}

Style counted() {
    return with(number_style(), [](Style& s) { s.align = Align::center; });
}

/// The sheet of whom to ask first.
class FollowUpSheet {
  public:
    explicit FollowUpSheet(const Context& context)
        : c_(context), report_(context.report), sheet_(open_sheet(context, SheetId::follow_up)) {}

    void write() {
        sheet_.landscape();
        sheet_.widths({5, 32, 25, 30, 11, 12, 9, 13, 23, 20});
        add_links(c_, sheet_, SheetId::follow_up, 1);
        add_sheet_top(c_, sheet_, say(Word::follow_up_title, c_.language), kLast);
        sheet_.header(
            row_++,
            {say(Word::ordinal, c_.language), say(Word::agency_or_unit, c_.language),
             say(Word::column_contact, c_.language), say(Word::column_obligation, c_.language),
             say(Word::clause, c_.language), say(Word::column_due_or_activity, c_.language),
             say(Word::column_days, c_.language), say(Word::state, c_.language),
             say(Word::column_last_document, c_.language), say(Word::note, c_.language)});
        int number = 0;
        for (const auto& row : report_.attention) urgent(++number, row);
        if (report_.attention.empty()) {
            sheet_.merged(row_++, 0, kLast, say(Word::none_outstanding, c_.language), cell_style());
        }
        sheet_.freeze(kHeader + 1, 2);
        sheet_.repeat(kHeader, kHeader);
        quiet_block();
        sheet_.filter(kHeader, row_ - 1, kLast);
        sheet_.print(Top::kTitle, row_ - 1, kLast);
    }

  private:
    void who(int number, AgencyIx agency, const Obligation& obligation) {
        const auto& email = report_.plan().agencies[agency].email.value;
        sheet_.number(row_, 0, number, centred());
        sheet_.text(row_, 1, agency_name(report_, agency), cell_style());
        sheet_.text(row_, 2, email.empty() ? say(Word::no_contact, c_.language) : email,
                    with(cell_style(), [&](Style& s) { s.italic = email.empty(); }));
        sheet_.text(row_, 3, obligation_label(obligation), cell_style());
        sheet_.text(row_, 4, obligation.why.source, centred());
    }

    void urgent(int number, const FollowUp& row) {
        who(number, agency_of(report_, row.row), obligation_of(report_, row.row));
        sheet_.date(row_, 5, due_of(report_, row.row), cell_style());
        sheet_.number(row_, 6, row.days_late.value_or(0), counted());
        sheet_.text(row_, 7, state_label(row.state, c_.language), state_style(row.state));
        const auto contact = contact_text(row, c_.language);
        sheet_.text(row_, 8, contact.empty() ? say(Word::nothing_yet, c_.language) : contact,
                    cell_style());
        sheet_.text(row_++, 9, row_note(*report_.assessment, row, c_.language), cell_style());
    }

    void quiet_block() {
        sheet_.keep_together(row_, row_ + 1);
        sheet_.merged(row_++, 0, kLast, say(Word::quiet_heading, c_.language),
                      with(heading_style(), [](Style& s) {
                          s.border = true;
                          s.size = cell_style().size;
                          s.fill = 0xEEF2F6;
                      }));
        if (report_.quiet.empty()) {
            sheet_.merged(row_++, 0, kLast, say(Word::none, c_.language), cell_style());
            return;
        }
        int number = 0;
        for (const auto& row : report_.quiet) quiet(++number, row);
    }

    void quiet(int number, const ActivityRow& row) {
        who(number, row.agency, report_.plan().obligations[row.obligation]);
        if (row.last_activity) {
            sheet_.date(row_, 5, *row.last_activity, cell_style());
        } else {
            sheet_.text(row_, 5, say(Word::nothing_yet, c_.language), centred());
        }
        sheet_.number(row_, 6, row.quiet_days, counted());
        sheet_.text(row_, 7, state_label(row.state, c_.language), state_style(row.state));
        sheet_.blank(row_, 8, cell_style());
        sheet_.text(row_++, 9,
                    say(Word::quiet_limit, c_.language,
                        say_count(Word::days, c_.language, row.quiet_after)),
                    cell_style());
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    Row row_ = kHeader;
};

}  // namespace

void add_follow_up_sheet(const Context& context) {
    FollowUpSheet(context).write();
}

}  // namespace plantool::xlsx
