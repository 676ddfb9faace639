#include <fmt/format.h>

#include <algorithm>

#include "write/report_words.hpp"
#include "write/status_words.hpp"
#include "write/xlsx_charts.hpp"
#include "write/xlsx_sheets.hpp"

namespace plantool::xlsx {
namespace {

constexpr Col kLast = 7;
constexpr Col kLeftHead = 2;  ///< last column of the head's left half
constexpr std::size_t kMostUrgent = 10;
constexpr double kChartWidth = 640;  // pixels, as wide as the columns together
constexpr double kReceiptHeight = 250;
constexpr double kPointsPerPixel = 0.75;

/// The first sheet, written from top to bottom.
class Summary {
  public:
    explicit Summary(const Context& context)
        : c_(context), report_(context.report), sheet_(open_sheet(context, SheetId::summary)) {
        sheet_.widths({5, 14, 13, 10, 11, 12, 11, 11});
    }

    void write() {
        add_links(c_, sheet_, SheetId::summary, 1);
        head();
        title();
        key_figures();
        attention();
        quiet();
        totals();
        groups();
        receipt();
        row_ = add_signatures(c_, sheet_, row_, kLast);
        sheet_.freeze(1, 0);
        sheet_.print(1, row_ - 1, kLast);
    }

  private:
    static Style centered(double size, bool bold, bool italic = false) {
        return {
            .bold = bold, .italic = italic, .align = Align::center, .middle = true, .size = size};
    }

    void head() {
        const auto head = paper_head(report_, c_.language);
        const auto half = [&](Col from, Col to, const HeadLine& line) {
            auto style = centered(12, line.bold, line.italic);
            style.underline = line.underline;
            sheet_.merged(row_, from, to, line.text, style);
        };
        for (std::size_t i = 0; i < head.left.size(); ++i, ++row_) {
            half(0, kLeftHead, head.left[i]);
            half(kLeftHead + 1, kLast, head.right[i]);
        }
        ++row_;
    }

    void title() {
        across(c_.say("BÁO CÁO", "REPORT"), title_style());
        across(report_title(report_, c_.language), title_style());
        for (const auto& note : note_lines(report_, c_.language)) {
            across(c_.say("Ghi chú: ", "Note: ") + note, centered(12, true, true));
        }
        ++row_;
        across(opening(report_, c_.language), {.size = 12});
        ++row_;
    }

    void across(const std::string& text, const Style& style) {
        sheet_.merged(row_++, 0, kLast, text, style);
    }

    /// A short text as a link to another sheet. LibreOffice does not break the lines of a link.
    void link(const std::string& text, SheetId to) {
        sheet_.link(row_++, 0, kLast, sheet_name(to, c_.language), 0, text,
                    with(link_style(), [](Style& s) { s.size = 12; }));
    }

    void heading(const std::string& text) { across(text, heading_style()); }

    /// A line of the table of key figures; returns its cell for formulas.
    void label(const std::string& text, const Style& style, const std::string& explanation) {
        sheet_.merged(row_, 0, 3, text, style);
        sheet_.merged(row_, 5, kLast, explanation, with(cell_style(), [](Style& s) {
                          s.italic = true;
                          s.size = 10;
                          s.middle = true;
                      }));
    }

    static Style label_style() {
        return with(cell_style(), [](Style& s) {
            s.bold = true;
            s.middle = true;
        });
    }

    static Style value_style(std::string format) {
        return with(number_style(), [&](Style& s) {
            s.bold = true;
            s.align = Align::center;
            s.middle = true;
            s.number = std::move(format);
        });
    }

    std::string state_line(State state, const std::string& explanation) {
        label(std::string(state_label(state, c_.language)), state_style(state), explanation);
        sheet_.formula(
            row_, 4, "=" + count_of_report(report_, state_symbol(state, c_.language), c_.language),
            report_.status.summary.of(state), value_style("#,##0"));
        return cell_name(row_++, 4);
    }

    void rate_line(const std::string& text, std::optional<int> rate, const std::string& formula,
                   const std::string& explanation) {
        label(text, label_style(), explanation);
        if (rate) {
            sheet_.formula(row_, 4, formula, *rate / 10000.0, value_style("0.00%"));
        } else {
            sheet_.text(row_, 4, "–", value_style(""));
        }
        ++row_;
    }

    void key_figures() {
        const auto& summary = report_.status.summary;
        heading(c_.say("I. Tình hình nộp báo cáo", "I. Reports received"));
        label(c_.say("Báo cáo phải nộp", "Reports expected"), label_style(),
              c_.say("mỗi đơn vị, mỗi kỳ một báo cáo", "one for each agency and period"));
        sheet_.formula(row_++, 4, "=" + count_of_report(report_, "?", c_.language),
                       summary.expected, value_style("#,##0"));
        const auto on_time = state_line(State::on_time, "");
        const auto late = state_line(State::late, c_.say("nộp sau hạn", "after the due day"));
        const auto overdue = state_line(
            State::overdue, c_.say("đã qua hạn, chưa nộp", "due day passed, not received"));
        const auto missing = state_line(
            State::missing, c_.say("đã qua ngày khóa sổ, chưa nộp", "past the closing day"));
        state_line(State::waived, "");
        for (const auto state : {State::due_soon, State::open, State::upcoming}) {
            if (summary.of(state) > 0) state_line(state, "");
        }
        const auto due = fmt::format("({}+{}+{}+{})", on_time, late, overdue, missing);
        rate_line(c_.say("Tỷ lệ nộp", "Reporting rate"), summary.reporting_rate(),
                  fmt::format("=ROUND(({}+{})/{},4)", on_time, late, due),
                  c_.say("(đúng hạn + trễ hạn) / số đã đến hạn, không kể được miễn",
                         "(on time + late) / reports accountable, waived ones apart"));
        rate_line(c_.say("Tỷ lệ đúng hạn", "On-time rate"), summary.on_time_rate(),
                  fmt::format("=ROUND({}/{},4)", on_time, due),
                  c_.say("đúng hạn / số đã đến hạn, không kể được miễn",
                         "on time / reports accountable, waived ones apart"));
        label(c_.say("Bản bị từ chối", "Submissions refused"), cell_style(),
              c_.say("không tính; xem sheet ", "not counted; see sheet ") +
                  sheet_name(SheetId::sources, c_.language));
        sheet_.number(row_++, 4, static_cast<double>(report_.refused.size()), value_style("#,##0"));
        ++row_;
    }

    /// Rows that a chart lies over.
    void room_for(double points) {
        constexpr double kRow = 15;
        for (double used = 0; used < points; used += kRow) sheet_.height(row_++, kRow);
    }

    std::string here(Row row, Col col, Row last_row, Col last_col) const {
        return fmt::format("='{}'!{}", sheet_.name(), range_name(row, col, last_row, last_col));
    }

    void groups() {
        if (report_.status.rows.empty()) return;
        const auto begin = row_;
        heading(c_.say("IV. Trạng thái theo nhóm cơ quan, đơn vị", "IV. States by group"));
        sheet_.merged(row_, 0, 2, c_.say("Nhóm", "Group"), header_style());
        Col col = 3;
        for (const auto& title :
             {c_.say("Phải nộp", "Expected"), c_.say("Đúng hạn", "On time"),
              c_.say("Trễ hạn", "Late"), c_.say("Quá hạn, không nộp", "Overdue, missing"),
              c_.say("Còn lại", "Others")}) {
            sheet_.text(row_, col++, title, header_style());
        }
        const auto first = ++row_;
        for (const auto& standing : report_.groups) group(standing);
        const auto last = row_ - 1;
        ++row_;
        GroupChart chart;
        chart.names = here(first, 0, last, 0);
        chart.groups = report_.groups.size();
        for (Col part = 0; part < 4; ++part) {
            chart.parts.at(part) = {here(first - 1, 4 + part, first - 1, 4 + part),
                                    here(first, 4 + part, last, 4 + part)};
        }
        sheet_.chart(row_, add_group_chart(c_, chart), kChartWidth, chart.height());
        const auto chart_row = row_;
        room_for(chart.height() * kPointsPerPixel);
        constexpr std::size_t kMostWithTable =
            10;  // groups, with whose table the chart fits a page
        sheet_.keep_together(begin, report_.groups.size() > kMostWithTable ? begin + 2 : row_ - 1);
        sheet_.keep_together(chart_row, row_ - 1);
        ++row_;
    }

    void group(const GroupStanding& standing) {
        const auto& summary = standing.summary;
        const int urgent = summary.of(State::overdue) + summary.of(State::missing);
        const int received = summary.of(State::on_time) + summary.of(State::late);
        sheet_.merged(row_, 0, 2, group_label(report_, standing, c_.language), cell_style());
        Col col = 3;
        for (const int count :
             {summary.expected, summary.of(State::on_time), summary.of(State::late), urgent,
              summary.expected - received - urgent}) {
            sheet_.number(row_, col++, count, counted());
        }
        ++row_;
    }

    void receipt() {
        if (report_.receipt.points.empty()) return;
        const auto begin = row_;
        heading(c_.say("V. Tiến độ nhận báo cáo so với hạn", "V. Receipt against the due day"));
        const auto chart_row = row_;
        room_for(kReceiptHeight * kPointsPerPixel);
        std::string days;
        for (const auto day : report_.receipt.due_days) {
            days += (days.empty() ? "" : "; ") + short_date(day, c_.language);
        }
        across(fmt::format(fmt::runtime(c_.say(
                               "Ngày cuối còn đúng hạn (kể cả gia hạn): {}. Phải nộp {} báo cáo "
                               "(không kể được miễn).",
                               "Last days on time, extensions too: {}. {} reports are due (waived "
                               "ones apart).")),
                           days, report_.receipt.expected),
               {.italic = true, .size = 11});
        sheet_.keep_together(begin, row_ - 1);
        ++row_;
        receipt_table(chart_row);
    }

    /// What the chart is drawn from.
    void receipt_table(Row chart_row) {
        sheet_.keep_together(row_, row_ + 2);
        sheet_.merged(row_, 0, 2, c_.say("Đến hết ngày", "Up to"), header_style());
        sheet_.text(row_, 3, c_.say("Phải nộp", "Due"), header_style());
        sheet_.text(row_++, 4, c_.say("Đã nhận", "Received"), header_style());
        const auto first = row_;
        for (const auto& point : report_.receipt.points) {
            sheet_.merged(row_, 0, 2, "", cell_style());
            sheet_.date(row_, 0, point.day, cell_style());
            sheet_.number(row_, 3, point.due, counted());
            if (point.received) {
                sheet_.number(row_, 4, *point.received, counted());
            } else {
                sheet_.blank(row_, 4, counted());
            }
            ++row_;
        }
        const auto column = [&](Col col) { return here(first, col, row_ - 1, col); };
        sheet_.chart(chart_row, add_receipt_chart(c_, column(0), column(3), column(4)), kChartWidth,
                     kReceiptHeight);
        ++row_;
    }

    static Style counted() {
        return with(number_style(), [](Style& s) { s.align = Align::center; });
    }

    void attention() {
        sheet_.keep_together(row_, row_ + 2);
        heading(c_.say("II. Cần chú ý trước", "II. What needs attention first"));
        if (report_.attention.empty()) {
            across(c_.say("Không có báo cáo quá hạn hay không nộp.",
                          "No report is overdue or missing."),
                   {});
            ++row_;
            return;
        }
        attention_row(c_.say("TT", "No."), c_.say("Cơ quan, đơn vị", "Agency"), header_style());
        sheet_.text(row_, 4, c_.say("Hạn", "Due"), header_style());
        sheet_.merged(row_, 5, 6, c_.say("Trạng thái", "State"), header_style());
        sheet_.text(row_++, 7, c_.say("Chậm (ngày)", "Days late"), header_style());
        const auto shown = std::min(report_.attention.size(), kMostUrgent);
        for (std::size_t i = 0; i < shown; ++i) urgent(i);
        if (shown < report_.attention.size()) {
            link(fmt::format(fmt::runtime(c_.say("… và {} báo cáo khác: xem sheet Đôn đốc.",
                                                 "… and {} more: see sheet Follow-up.")),
                             report_.attention.size() - shown),
                 SheetId::follow_up);
        }
        ++row_;
    }

    void attention_row(const std::string& number, const std::string& agency, const Style& style) {
        sheet_.text(row_, 0, number, with(style, [](Style& s) { s.align = Align::center; }));
        sheet_.merged(row_, 1, 3, agency, style);
    }

    void urgent(std::size_t i) {
        const auto& row = report_.attention[i];
        auto name = agency_name(report_, agency_of(report_, row.row));
        if (report_.obligations.size() > 1) {
            name += "\n" + obligation_label(obligation_of(report_, row.row));
        }
        attention_row(std::to_string(i + 1), name, cell_style());
        sheet_.date(row_, 4, due_of(report_, row.row), cell_style());
        sheet_.merged(row_, 5, 6, state_label(row.state, c_.language), state_style(row.state));
        sheet_.number(row_++, 7, row.days_late.value_or(0), counted());
    }

    void quiet() {
        if (report_.quiet.empty()) return;
        const auto& longest = report_.quiet.front();
        const auto& task = report_.plan().obligations[longest.obligation];
        across(fmt::format(fmt::runtime(c_.say(
                               "Nhiệm vụ thường xuyên: {} lượt nhiệm vụ - đơn vị im ắng; "
                               "lâu nhất là {}, {}: {} ngày.",
                               "Continuous tasks: {} pairs of task and agency have gone quiet; "
                               "longest {}, {}: {} days.")),
                           report_.quiet.size(), agency_name(report_, longest.agency),
                           task.id.value, longest.quiet_days),
               {});
        link(c_.say("Xem sheet Đôn đốc", "See sheet Follow-up"), SheetId::follow_up);
        ++row_;
    }

    void totals() {
        sheet_.keep_together(row_, row_ + 2);
        heading(c_.say("III. Số liệu tổng hợp", "III. Figures"));
        if (report_.indicators.empty()) {
            across(c_.say("Kế hoạch không có chỉ tiêu cho kỳ này.",
                          "The plan has no indicators for this period."),
                   {});
            ++row_;
            return;
        }
        sheet_.text(row_, 0, c_.say("TT", "No."), header_style());
        sheet_.merged(row_, 1, 3, c_.say("Chỉ tiêu", "Indicator"), header_style());
        sheet_.text(row_, 4, c_.say("Kết quả", "Result"), header_style());
        sheet_.text(row_, 5, c_.say("ĐVT", "Unit"), header_style());
        sheet_.text(row_, 6, c_.say("Cách tính", "Rule"), header_style());
        sheet_.text(row_++, 7, c_.say("Số đơn vị", "Agencies"), header_style());
        for (std::size_t i = 0; i < report_.indicators.size(); ++i) total(i);
        ++row_;
    }

    void total(std::size_t i) {
        const auto& table = report_.indicators[i];
        const auto& indicator = report_.plan().indicators[table.indicator];
        const auto centre = with(cell_style(), [](Style& s) { s.align = Align::center; });
        sheet_.number(row_, 0, static_cast<double>(i + 1), centre);
        sheet_.merged(row_, 1, 3, indicator.name.value, cell_style());
        const auto value = value_style(number_format(total_decimals(report_, table)));
        if (table.total) {
            const auto cell = cell_name(figures_layout(report_).total,
                                        static_cast<Col>(FiguresLayout::kFirstIndicator + i));
            sheet_.formula(row_, 4,
                           fmt::format("='{}'!{}", sheet_name(SheetId::figures, c_.language), cell),
                           *table.total, value);
        } else {
            sheet_.text(row_, 4, "–", value_style(""));
        }
        sheet_.text(row_, 5, indicator.unit.value, centre);
        sheet_.text(row_, 6, total_label(indicator.total, c_.language), centre);
        sheet_.number(row_++, 7, static_cast<double>(table.by_agency.size()), counted());
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    Row row_ = 1;  ///< below the links
};

}  // namespace

void add_summary_sheet(const Context& context) {
    Summary(context).write();
}

}  // namespace plantool::xlsx
