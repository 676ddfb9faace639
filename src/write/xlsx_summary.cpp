#include <fmt/format.h>

#include <algorithm>

#include "write/report_words.hpp"
#include "write/status_words.hpp"
#include "write/xlsx_sheets.hpp"

namespace plantool::xlsx {
namespace {

constexpr Col kLast = 7;
constexpr Col kLeftHead = 2;  ///< last column of the head's left half
constexpr std::size_t kMostUrgent = 10;

/// The first sheet, written from top to bottom.
class Summary {
  public:
    explicit Summary(const Context& context)
        : c_(context),
          report_(context.report),
          sheet_(context.book.add_sheet(context.say("Tổng hợp", "Summary"), context.footer)) {
        sheet_.widths({6, 14, 14, 10, 12, 10, 10, 11});
    }

    void write() {
        head();
        title();
        key_figures();
        attention();
        quiet();
        totals();
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

    std::string rows_range(Col col) const {
        const auto rows = static_cast<Row>(report_.status.rows.size());
        return fmt::format("'{}'!{}:{}", rows_sheet_name(c_.language),
                           cell_name(RowsLayout::kHeader + 1, col),
                           cell_name(RowsLayout::kHeader + std::max<Row>(rows, 1), col));
    }

    std::string count_of(State state) const {
        return fmt::format("COUNTIF({},\"{}\")", rows_range(RowsLayout::kState),
                           state_label(state, c_.language));
    }

    std::string state_line(State state, const std::string& explanation) {
        label(std::string(state_label(state, c_.language)), state_style(state), explanation);
        sheet_.formula(row_, 4, "=" + count_of(state), report_.status.summary.of(state),
                       value_style("#,##0"));
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
        sheet_.formula(row_++, 4, fmt::format("=COUNTA({})", rows_range(RowsLayout::kState)),
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
                  sources_sheet_name(c_.language));
        sheet_.number(row_++, 4, static_cast<double>(report_.refused.size()), value_style("#,##0"));
        ++row_;
    }

    void attention() {
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
            across(fmt::format(fmt::runtime(c_.say("… và {} báo cáo khác: xem sheet Đôn đốc.",
                                                   "… and {} more: see sheet Follow-up.")),
                               report_.attention.size() - shown),
                   {.italic = true});
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
        sheet_.number(row_++, 7, row.days_late.value_or(0), number_style());
    }

    void quiet() {
        if (report_.quiet.empty()) return;
        const auto& longest = report_.quiet.front();
        const auto& task = report_.plan().obligations[longest.obligation];
        across(fmt::format(
                   fmt::runtime(c_.say(
                       "Nhiệm vụ thường xuyên: {} lượt nhiệm vụ - đơn vị im ắng (xem sheet Đôn "
                       "đốc); lâu nhất là {}, {}: {} ngày.",
                       "Continuous tasks: {} pairs of task and agency have gone quiet (see sheet "
                       "Follow-up); longest {}, {}: {} days.")),
                   report_.quiet.size(), agency_name(report_, longest.agency), task.id.value,
                   longest.quiet_days),
               {});
        ++row_;
    }

    void totals() {
        heading(c_.say("III. Số liệu tổng hợp", "III. Figures"));
        if (report_.indicators.empty()) {
            across(c_.say("Kế hoạch không có chỉ tiêu cho kỳ này.",
                          "The plan has no indicators for this period."),
                   {});
            return;
        }
        sheet_.text(row_, 0, c_.say("TT", "No."), header_style());
        sheet_.merged(row_, 1, 3, c_.say("Chỉ tiêu", "Indicator"), header_style());
        sheet_.text(row_, 4, c_.say("Kết quả", "Result"), header_style());
        sheet_.text(row_, 5, c_.say("ĐVT", "Unit"), header_style());
        sheet_.text(row_, 6, c_.say("Cách tính", "Rule"), header_style());
        sheet_.text(row_++, 7, c_.say("Số đơn vị", "Agencies"), header_style());
        for (std::size_t i = 0; i < report_.indicators.size(); ++i) total(i);
    }

    void total(std::size_t i) {
        const auto& table = report_.indicators[i];
        const auto& indicator = report_.plan().indicators[table.indicator];
        const auto centre = with(cell_style(), [](Style& s) { s.align = Align::center; });
        sheet_.number(row_, 0, static_cast<double>(i + 1), centre);
        sheet_.merged(row_, 1, 3, indicator.name.value, cell_style());
        const auto value = value_style(number_format(total_decimals(report_, table)));
        if (table.total) {
            const auto cell = cell_name(figures_total_row(report_),
                                        static_cast<Col>(FiguresLayout::kFirstIndicator + i));
            sheet_.formula(row_, 4, fmt::format("='{}'!{}", figures_sheet_name(c_.language), cell),
                           *table.total, value);
        } else {
            sheet_.text(row_, 4, "–", value_style(""));
        }
        sheet_.text(row_, 5, indicator.unit.value, centre);
        sheet_.text(row_, 6, total_label(indicator.total, c_.language), centre);
        sheet_.number(row_++, 7, static_cast<double>(table.by_agency.size()), number_style());
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    Row row_ = 0;
};

}  // namespace

void add_summary_sheet(const Context& context) {
    Summary(context).write();
}

}  // namespace plantool::xlsx
