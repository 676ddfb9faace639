#include <fmt/format.h>

#include <string>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/summary/charts.hpp"
#include "write/report/workbook/summary/summary_part.hpp"

namespace plantool::xlsx {
namespace {

constexpr double kChartWidth = 640;  // pixels, as wide as the columns together
constexpr double kReceiptHeight = 250;
constexpr double kPointsPerPixel = 0.75;

/// Two tables, each with its chart.
class Received : private SummaryPart {
  public:
    using SummaryPart::SummaryPart;

    void groups() {
        if (report_.status.rows.empty()) return;
        const auto begin = row_;
        heading(say(Word::groups_heading, c_.language));
        sheet_.merged(row_, 0, 2, say(Word::group, c_.language), header_style());
        Col col = 3;
        for (const auto& title :
             {say(Word::column_expected, c_.language), say(Word::on_time, c_.language),
              say(Word::column_late, c_.language), say(Word::column_outstanding, c_.language),
              say(Word::column_others, c_.language)}) {
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
        sheet_.chart(row_, add_group_chart(c_, chart), kChartWidth, chart.height(),
                     say(Word::groups_chart_says, c_.language));
        const auto chart_row = row_;
        room_for(chart.height() * kPointsPerPixel);
        constexpr std::size_t kMostWithTable =
            10;  // groups, with whose table the chart fits a page
        sheet_.keep_together(begin, report_.groups.size() > kMostWithTable ? begin + 2 : row_ - 1);
        sheet_.keep_together(chart_row, row_ - 1);
        ++row_;
    }

    void receipt() {
        if (report_.receipt.points.empty()) return;
        const auto begin = row_;
        heading(say(Word::receipt_heading, c_.language));
        const auto chart_row = row_;
        room_for(kReceiptHeight * kPointsPerPixel);
        std::string days;
        for (const auto day : report_.receipt.due_days) {
            days += (days.empty() ? "" : "; ") + short_date(day, c_.language);
        }
        across(say(Word::receipt_note, c_.language, days, report_.receipt.expected),
               {.italic = true, .size = 11});
        sheet_.keep_together(begin, row_ - 1);
        ++row_;
        receipt_table(chart_row);
    }

  private:
    /// Rows that a chart lies over.
    void room_for(double points) {
        constexpr double kRow = 15;
        for (double used = 0; used < points; used += kRow) sheet_.height(row_++, kRow);
    }

    std::string here(Row row, Col col, Row last_row, Col last_col) const {
        return fmt::format("='{}'!{}", sheet_.name(), range_name(row, col, last_row, last_col));
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

    /// What the chart is drawn from.
    void receipt_table(Row chart_row) {
        sheet_.keep_together(row_, row_ + 2);
        sheet_.merged(row_, 0, 2, say(Word::column_up_to, c_.language), header_style());
        sheet_.text(row_, 3, say(Word::column_due, c_.language), header_style());
        sheet_.text(row_++, 4, say(Word::received, c_.language), header_style());
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
                     kReceiptHeight, say(Word::receipt_chart_says, c_.language));
        ++row_;
    }
};

}  // namespace

void write_groups(SummarySheet& sheet) {
    Received(sheet).groups();
}

void write_receipt(SummarySheet& sheet) {
    Received(sheet).receipt();
}

}  // namespace plantool::xlsx
