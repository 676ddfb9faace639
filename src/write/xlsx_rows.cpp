#include <fmt/format.h>

#include "core/period_title.hpp"
#include "write/report_words.hpp"
#include "write/status_words.hpp"
#include "write/xlsx_sheets.hpp"

namespace plantool::xlsx {
namespace {

Style centered_cell() {
    return with(cell_style(), [](Style& s) { s.align = Align::center; });
}

std::string period_id(const Report& report, RowIx row) {
    const auto& schedule = report.schedule();
    return schedule.slots[schedule.rows[row].slot].period.id;
}

void add_row(const Context& c, Sheet& sheet, Row at, int number, const StatusRow& row) {
    const auto& report = c.report;
    const auto& first = report.assessment->receipt(row.row).first;
    sheet.number(at, 0, number, centered_cell());
    sheet.text(at, 1, agency_name(report, agency_of(report, row.row)), cell_style());
    sheet.text(at, 2, obligation_label(obligation_of(report, row.row)), cell_style());
    sheet.text(at, 3, period_id(report, row.row), centered_cell());
    sheet.date(at, 4, due_of(report, row.row), cell_style());
    if (first) {
        sheet.date(at, 5, first->received, cell_style());
    } else {
        sheet.blank(at, 5, cell_style());
    }
    sheet.text(at, 6, first ? first->document : "", cell_style());
    sheet.text(at, RowsLayout::kState, state_label(row.state, c.language), state_style(row.state));
    if (row.days_late) {
        sheet.number(at, 8, *row.days_late, number_style());
    } else {
        sheet.blank(at, 8, cell_style());
    }
    sheet.text(at, 9, row_note(*report.assessment, row, c.language), cell_style());
}

void add_urgent(const Context& c, Sheet& sheet, Row at, int number, const StatusRow& row) {
    const auto& report = c.report;
    const auto agency = agency_of(report, row.row);
    sheet.number(at, 0, number, centered_cell());
    sheet.text(at, 1, agency_name(report, agency), cell_style());
    sheet.text(at, 2, obligation_label(obligation_of(report, row.row)), cell_style());
    sheet.date(at, 3, due_of(report, row.row), cell_style());
    sheet.date(at, 4, report.schedule().rows[row.row].closes, cell_style());
    sheet.text(at, 5, state_label(row.state, c.language), state_style(row.state));
    sheet.number(at, 6, row.days_late.value_or(0), number_style());
    sheet.text(at, 7, report.plan().agencies[agency].email.value, cell_style());
    sheet.text(at, 8, row_note(*report.assessment, row, c.language), cell_style());
}

void add_quiet(const Context& c, Sheet& sheet, Row at, int number, const ActivityRow& row) {
    const auto& report = c.report;
    sheet.number(at, 0, number, centered_cell());
    sheet.text(at, 1, agency_name(report, row.agency), cell_style());
    sheet.text(at, 2, obligation_label(report.plan().obligations[row.obligation]), cell_style());
    if (row.last_activity) {
        sheet.date(at, 3, *row.last_activity, cell_style());
    } else {
        sheet.text(at, 3, c.say("chưa có", "none"), centered_cell());
    }
    sheet.number(at, 4, row.quiet_after, number_style());
    sheet.text(at, 5, state_label(row.state, c.language), state_style(row.state));
    sheet.number(at, 6, row.quiet_days, number_style());
    sheet.text(at, 7, report.plan().agencies[row.agency].email.value, cell_style());
    sheet.blank(at, 8, cell_style());
}

Row add_quiet_block(const Context& c, Sheet& sheet, Row at, Col last) {
    sheet.merged(at++, 0, last,
                 c.say("Nhiệm vụ thường xuyên im ắng, lâu nhất trước",
                       "Continuous tasks gone quiet, longest first"),
                 heading_style());
    if (c.report.quiet.empty()) {
        sheet.merged(at++, 0, last, c.say("Không có.", "None."), {});
        return at;
    }
    sheet.header(
        at++, {c.say("TT", "No."), c.say("Cơ quan, đơn vị", "Agency"), c.say("Nhiệm vụ", "Task"),
               c.say("Hoạt động gần nhất", "Last activity"), c.say("Ngưỡng (ngày)", "Limit (days)"),
               c.say("Trạng thái", "State"), c.say("Số ngày im ắng", "Quiet days"),
               c.say("Thư điện tử", "E-mail"), c.say("Ghi chú", "Note")});
    int number = 0;
    for (const auto& row : c.report.quiet) add_quiet(c, sheet, at++, ++number, row);
    return at;
}

}  // namespace

std::string rows_sheet_name(Language language) {
    return language == Language::vi ? "Tình hình nộp" : "Timeliness";
}

Style state_style(State state) {
    Style style = with(cell_style(), [](Style& s) {
        s.align = Align::center;
        s.middle = true;
    });
    const auto paint = [&](lxw_color_t fill, bool bold) {
        style.fill = fill;
        style.bold = bold;
    };
    switch (state) {
        case State::on_time:
        case State::active:
            paint(0xE6F4E6, false);
            break;
        case State::late:
            paint(0xFFD98A, true);
            break;
        case State::overdue:
            paint(0xE07B54, true);
            break;
        case State::missing:
            paint(0x8B1A1A, true);
            style.ink = LXW_COLOR_WHITE;
            break;
        case State::due_soon:
        case State::quiet:
            paint(0xFFF3C4, false);
            style.italic = true;
            break;
        case State::waived:
            paint(0xE3E3E3, false);
            style.italic = true;
            break;
        case State::open:
        case State::upcoming:
            break;
    }
    return style;
}

void add_sheet_top(const Context& c, Sheet& sheet, const std::string& title, Col last_col) {
    sheet.merged(0, 0, last_col, title, title_style());
    const auto subtitle =
        fmt::format(fmt::runtime(c.say("Kế hoạch số {}; kỳ báo cáo: {}; tính đến hết {}",
                                       "Plan No. {}; period: {}; as of {}")),
                    c.report.plan().head.number, report_period(c.report, c.language),
                    official_date(c.report.as_of(), c.language));
    const Style plain{.italic = true, .align = Align::center, .middle = true};
    sheet.merged(1, 0, last_col, subtitle, plain);
    std::string notes;
    for (const auto& line : note_lines(c.report, c.language)) {
        notes += (notes.empty() ? c.say("Ghi chú: ", "Note: ") : "; ") + line;
    }
    sheet.merged(2, 0, last_col, notes, with(plain, [](Style& s) { s.bold = true; }));
}

void add_rows_sheet(const Context& c) {
    constexpr Col kLast = 9;
    auto sheet = c.book.add_sheet(rows_sheet_name(c.language), c.footer);
    sheet.landscape();
    sheet.widths({5, 32, 26, 10, 12, 12, 16, 13, 9, 22});
    add_sheet_top(c, sheet, c.say("TÌNH HÌNH NỘP BÁO CÁO", "REPORTS EXPECTED AND RECEIVED"), kLast);
    sheet.header(
        RowsLayout::kHeader,
        {c.say("TT", "No."), c.say("Cơ quan, đơn vị", "Agency"), c.say("Báo cáo", "Report"),
         c.say("Kỳ", "Period"), c.say("Hạn", "Due"), c.say("Ngày nhận", "Received"),
         c.say("Số, ký hiệu", "Document"), c.say("Trạng thái", "State"),
         c.say("Chậm (ngày)", "Days late"), c.say("Ghi chú", "Note")});
    Row at = RowsLayout::kHeader;
    int number = 0;
    for (const auto& row : c.report.status.rows) add_row(c, sheet, ++at, ++number, row);
    if (c.report.status.rows.empty()) {
        sheet.merged(at + 1, 0, kLast, c.say("Không có báo cáo nào phải nộp.", "Nothing is due."),
                     {});
    }
    sheet.freeze_below(RowsLayout::kHeader);
    sheet.repeat(RowsLayout::kHeader, RowsLayout::kHeader);
    sheet.filter(RowsLayout::kHeader, at, kLast);
}

void add_follow_up_sheet(const Context& c) {
    constexpr Col kLast = 8;
    constexpr Row kHeader = 3;
    auto sheet = c.book.add_sheet(c.say("Đôn đốc", "Follow-up"), c.footer);
    sheet.landscape();
    sheet.widths({5, 34, 38, 12, 12, 13, 10, 24, 20});
    add_sheet_top(c, sheet, c.say("BÁO CÁO CẦN ĐÔN ĐỐC, GẤP NHẤT TRƯỚC", "REPORTS TO FOLLOW UP"),
                  kLast);
    sheet.header(kHeader,
                 {c.say("TT", "No."), c.say("Cơ quan, đơn vị", "Agency"),
                  c.say("Báo cáo", "Report"), c.say("Hạn", "Due"), c.say("Khóa sổ", "Closes"),
                  c.say("Trạng thái", "State"), c.say("Chậm (ngày)", "Days late"),
                  c.say("Thư điện tử", "E-mail"), c.say("Ghi chú", "Note")});
    Row at = kHeader;
    int number = 0;
    for (const auto& row : c.report.attention) add_urgent(c, sheet, ++at, ++number, row);
    if (c.report.attention.empty()) {
        sheet.merged(
            ++at, 0, kLast,
            c.say("Không có báo cáo quá hạn hay không nộp.", "No report is overdue or missing."),
            cell_style());
    } else {
        sheet.filter(kHeader, at, kLast);
    }
    sheet.freeze_below(kHeader);
    sheet.repeat(kHeader, kHeader);
    add_quiet_block(c, sheet, at + 2, kLast);
}

}  // namespace plantool::xlsx
