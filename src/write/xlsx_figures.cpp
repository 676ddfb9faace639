#include <fmt/format.h>

#include <algorithm>

#include "write/report_words.hpp"
#include "write/status_words.hpp"
#include "write/xlsx_sheets.hpp"

namespace plantool::xlsx {
namespace {

using Layout = FiguresLayout;

Style figure_style(int decimals) {
    return with(number_style(), [&](Style& s) { s.number = number_format(decimals); });
}

template <class Ix>
const double* value_of(const std::vector<IndicatorTable::Value<Ix>>& values, Ix of) {
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const auto& value) { return value.of == of; });
    return found == values.end() ? nullptr : &found->value;
}

/// The sheet of numbers: by agency with totals, then by task.
class Figures {
  public:
    explicit Figures(const Context& context)
        : c_(context),
          report_(context.report),
          agencies_(expected_agencies(context.report)),
          sheet_(context.book.add_sheet(figures_sheet_name(context.language), context.footer)) {}

    void write() {
        const auto count = std::max<std::size_t>(report_.indicators.size(), 1);
        last_col_ = static_cast<Col>(Layout::kFirstIndicator + count - 1);
        std::vector<double> widths{5, 34, 14};
        widths.resize(widths.size() + count, 13.5);
        sheet_.landscape();
        sheet_.widths(widths);
        add_sheet_top(c_, sheet_, c_.say("SỐ LIỆU THEO ĐƠN VỊ", "FIGURES BY AGENCY"), last_col_);
        header(Layout::kHeader, c_.say("Cơ quan, đơn vị", "Agency"), c_.say("Báo cáo", "Report"));
        if (report_.indicators.empty()) {
            sheet_.merged(Layout::kHeader + 1, 0, last_col_,
                          c_.say("Kế hoạch không có chỉ tiêu cho kỳ này.",
                                 "The plan has no indicators for this period."),
                          cell_style());
            return;
        }
        for (std::size_t i = 0; i < agencies_.size(); ++i) agency(i);
        totals();
        by_task(figures_total_row(report_) + 2);
        sheet_.freeze_below(Layout::kHeader);
        sheet_.repeat(Layout::kHeader, Layout::kHeader);
        sheet_.filter(Layout::kHeader, figures_total_row(report_) - 1, last_col_);
    }

  private:
    void header(Row row, const std::string& second, const std::string& third) {
        std::vector<std::string> titles{c_.say("TT", "No."), second, third};
        for (const auto& table : report_.indicators) {
            const auto& indicator = report_.plan().indicators[table.indicator];
            titles.push_back(fmt::format("{}\n({}; {})", indicator.name.value, indicator.unit.value,
                                         total_label(indicator.total, c_.language)));
        }
        sheet_.header(row, titles);
    }

    Style centre() const {
        return with(cell_style(), [](Style& s) { s.align = Align::center; });
    }

    /// The states of the agency's rows; the first one's colour.
    void state(Row row, AgencyIx agency) {
        std::string text;
        std::optional<State> colour;
        for (const auto& status : report_.status.rows) {
            if (agency_of(report_, status.row) != agency) continue;
            if (!text.empty()) text += "; ";
            text += state_label(status.state, c_.language);
            if (!colour) colour = status.state;
        }
        sheet_.text(row, 2, text, colour ? state_style(*colour) : cell_style());
    }

    void agency(std::size_t i) {
        const auto row = static_cast<Row>(Layout::kHeader + 1 + i);
        sheet_.number(row, 0, static_cast<double>(i + 1), centre());
        sheet_.text(row, 1, agency_name(report_, agencies_[i]), cell_style());
        state(row, agencies_[i]);
        Col col = Layout::kFirstIndicator;
        for (const auto& table : report_.indicators) {
            value(row, col++, value_of(table.by_agency, agencies_[i]), table);
        }
    }

    void value(Row row, Col col, const double* value, const IndicatorTable& table) {
        const auto style = figure_style(table_decimals(report_, table));
        if (value == nullptr) {
            sheet_.blank(row, col, style);  // no figure is not a zero
        } else {
            sheet_.number(row, col, *value, style);
        }
    }

    std::string total_formula(const IndicatorTable& table, Col col) const {
        const auto range = fmt::format("{}:{}", cell_name(Layout::kHeader + 1, col),
                                       cell_name(figures_total_row(report_) - 1, col));
        switch (report_.plan().indicators[table.indicator].total) {
            case Total::sum:
                return fmt::format("=SUM({})", range);
            case Total::max:
                return fmt::format("=MAX({})", range);
            case Total::mean:
                return fmt::format("=AVERAGE({})", range);
            case Total::last:
                break;
        }
        const auto found = std::find(agencies_.begin(), agencies_.end(), *table.last);
        return "=" +
               cell_name(static_cast<Row>(Layout::kHeader + 1 + found - agencies_.begin()), col);
    }

    void totals() {
        const auto row = figures_total_row(report_);
        sheet_.blank(row, 0, header_style());
        sheet_.text(row, 1, c_.say("Tổng hợp", "Total"), header_style());
        sheet_.blank(row, 2, header_style());
        Col col = Layout::kFirstIndicator;
        for (const auto& table : report_.indicators) {
            const auto style = with(figure_style(total_decimals(report_, table)), [](Style& s) {
                s.bold = true;
                s.fill = header_style().fill;
            });
            if (table.total) {
                sheet_.formula(row, col, total_formula(table, col), *table.total, style);
            } else {
                sheet_.text(row, col, "–", style);
            }
            ++col;
        }
    }

    void by_task(Row row) {
        sheet_.merged(row++, 0, last_col_, c_.say("SỐ LIỆU THEO NHIỆM VỤ", "FIGURES BY TASK"),
                      heading_style());
        header(row++, c_.say("Nhiệm vụ", "Task"), c_.say("Số đơn vị", "Agencies"));
        int number = 0;
        for (const auto& section : report_.tasks) {
            const auto& task = report_.plan().obligations[section.task];
            sheet_.number(row, 0, ++number, centre());
            sheet_.text(row, 1, obligation_label(task), cell_style());
            sheet_.number(row, 2, contributors(section), number_style());
            Col col = Layout::kFirstIndicator;
            for (const auto& table : report_.indicators) {
                value(row, col++, value_of(table.by_task, section.task), table);
            }
            ++row;
        }
    }

    static int contributors(const TaskSection& section) {
        int count = 0;
        std::optional<AgencyIx> last;
        for (const auto& part : section.contributions) {  // in the order of the agencies
            if (part.agency != last) ++count;
            last = part.agency;
        }
        return count;
    }

    const Context& c_;
    const Report& report_;
    std::vector<AgencyIx> agencies_;
    Sheet sheet_;
    Col last_col_ = 0;
};

}  // namespace

std::string figures_sheet_name(Language language) {
    return language == Language::vi ? "Số liệu" : "Figures";
}

std::vector<AgencyIx> expected_agencies(const Report& report) {
    std::vector<AgencyIx> agencies;
    for (const auto& row : report.status.rows) agencies.push_back(agency_of(report, row.row));
    std::sort(agencies.begin(), agencies.end());
    agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
    return agencies;
}

Row figures_total_row(const Report& report) {
    return static_cast<Row>(Layout::kHeader + 1 + expected_agencies(report).size());
}

void add_figures_sheet(const Context& context) {
    Figures(context).write();
}

}  // namespace plantool::xlsx
