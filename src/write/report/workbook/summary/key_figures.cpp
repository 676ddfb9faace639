#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/summary/summary_part.hpp"
#include "write/status/wording.hpp"

namespace plantool::xlsx {
namespace {

Style value_style(std::string format) {
    return with(number_style(), [&](Style& s) {
        s.bold = true;
        s.align = Align::center;
        s.middle = true;
        s.number = std::move(format);
    });
}

Style label_style() {
    return with(cell_style(), [](Style& s) {
        s.bold = true;
        s.middle = true;
    });
}

class KeyFigures : private SummaryPart {
  public:
    using SummaryPart::SummaryPart;

    void write() {
        const auto& summary = report_.status.summary;
        heading(say(Word::received_heading, c_.language));
        label(say(Word::reports_expected, c_.language), label_style(),
              say(Word::reports_expected_meaning, c_.language));
        sheet_.formula(row_++, 4, "=" + count_of_report(report_, "?", c_.language),
                       summary.expected, value_style("#,##0"));
        const auto on_time = state_line(State::on_time, "");
        const auto late = state_line(State::late, say(Word::late_meaning, c_.language));
        const auto overdue = state_line(State::overdue, say(Word::overdue_meaning, c_.language));
        const auto missing = state_line(State::missing, say(Word::missing_meaning, c_.language));
        state_line(State::waived, "");
        for (const auto state : {State::due_soon, State::open, State::upcoming}) {
            if (summary.of(state) > 0) state_line(state, "");
        }
        const auto due = fmt::format("({}+{}+{}+{})", on_time, late, overdue, missing);
        rate_line(say(Word::reporting_rate, c_.language), summary.reporting_rate(),
                  fmt::format("=ROUND(({}+{})/{},4)", on_time, late, due),
                  say(Word::reporting_rate_meaning, c_.language));
        rate_line(say(Word::on_time_rate, c_.language), summary.on_time_rate(),
                  fmt::format("=ROUND({}/{},4)", on_time, due),
                  say(Word::on_time_rate_meaning, c_.language));
        label(say(Word::submissions_refused, c_.language), cell_style(),
              say(Word::submissions_refused_meaning, c_.language,
                  sheet_name(SheetId::sources, c_.language)));
        sheet_.number(row_++, 4, static_cast<double>(report_.refused.size()), value_style("#,##0"));
        ++row_;
    }

  private:
    /// What a line says on both sides of its value.
    void label(const std::string& text, const Style& style, const std::string& explanation) {
        sheet_.merged(row_, 0, 3, text, style);
        sheet_.merged(row_, 5, kLast, explanation, with(cell_style(), [](Style& s) {
                          s.italic = true;
                          s.size = 10;
                          s.middle = true;
                      }));
    }

    /// Returns the cell of the value, for formulas.
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
            sheet_.formula(row_, 4, formula, *rate / 10000.0, value_style(percent_format()));
        } else {
            sheet_.text(row_, 4, "–", value_style(""));
        }
        ++row_;
    }
};

class Totals : private SummaryPart {
  public:
    using SummaryPart::SummaryPart;

    void write() {
        sheet_.keep_together(row_, row_ + 2);
        heading(say(Word::figures_heading, c_.language));
        if (report_.indicators.empty()) {
            across(say(Word::no_indicators, c_.language), {});
            ++row_;
            return;
        }
        sheet_.text(row_, 0, say(Word::ordinal, c_.language), header_style());
        sheet_.merged(row_, 1, 3, say(Word::indicator, c_.language), header_style());
        sheet_.text(row_, 4, say(Word::column_result, c_.language), header_style());
        sheet_.text(row_, 5, say(Word::column_unit, c_.language), header_style());
        sheet_.text(row_, 6, say(Word::column_rule, c_.language), header_style());
        sheet_.text(row_++, 7, say(Word::column_agencies, c_.language), header_style());
        for (std::size_t i = 0; i < report_.indicators.size(); ++i) total(i);
        ++row_;
    }

  private:
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
};

}  // namespace

void write_key_figures(SummarySheet& sheet) {
    KeyFigures(sheet).write();
}

void write_totals(SummarySheet& sheet) {
    Totals(sheet).write();
}

}  // namespace plantool::xlsx
