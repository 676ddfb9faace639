#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "write/report_words.hpp"
#include "write/status_words.hpp"
#include "write/xlsx_figure_parts.hpp"
#include "write/xlsx_sheets.hpp"

namespace plantool::xlsx {
namespace {

using Layout = FiguresLayout;

Style figure_style(int decimals) {
    return with(number_style(), [&](Style& s) { s.number = number_format(decimals); });
}

Style total_style(int decimals) {
    return with(figure_style(decimals), [](Style& s) {
        s.bold = true;
        s.fill = header_style().fill;
    });
}

Style centred() {
    return with(cell_style(), [](Style& s) { s.align = Align::center; });
}

/// The sheet of numbers: by agency with totals, against the period before, by task, and each
/// figure.
class Figures {
  public:
    explicit Figures(const Context& context)
        : c_(context),
          report_(context.report),
          agencies_(expected_agencies(context.report)),
          at_(figures_layout(context.report)),
          sheet_(open_sheet(context, SheetId::figures)) {
        for (const auto& table : report_.indicators) {
            values_.push_back(parts_of(table));
            for (const auto& [part, value] : values_.back()) parts_.push_back(part);
            decimals_.push_back(table_decimals(report_, table));
        }
        for (const auto& status : report_.status.rows) {
            states_[agency_of(report_, status.row)].push_back(status.state);
        }
        std::sort(parts_.begin(), parts_.end());
        parts_.erase(std::unique(parts_.begin(), parts_.end()), parts_.end());
    }

    void write() {
        const auto columns = std::max<std::size_t>(report_.indicators.size(), 5);
        last_col_ = static_cast<Col>(Layout::kFirstIndicator + columns - 1);
        std::vector<double> widths{5, 37, 15};
        widths.resize(widths.size() + columns, 14);
        sheet_.landscape();
        sheet_.widths(widths);
        add_links(c_, sheet_, SheetId::figures, 1);
        add_sheet_top(c_, sheet_, c_.say("SỐ LIỆU THEO ĐƠN VỊ", "FIGURES BY AGENCY"), last_col_);
        header();
        sheet_.freeze(Layout::kFirst, 2);
        sheet_.repeat(Layout::kHeader, Layout::kHeader);
        if (report_.indicators.empty()) {
            sheet_.merged(Layout::kFirst, 0, last_col_,
                          c_.say("Kế hoạch không có chỉ tiêu cho kỳ này.",
                                 "The plan has no indicators for this period."),
                          cell_style());
            sheet_.print(Top::kTitle, Layout::kFirst, last_col_);
            return;
        }
        for (std::size_t i = 0; i < agencies_.size(); ++i) agency(i);
        totals(at_.total, false);
        if (!agencies_.empty()) sheet_.filter(Layout::kHeader, at_.total - 1, last_col_);
        comparison();
        if (report_.before) before();
        const auto row = by_agency_and_task();
        by_task(row + 1);
    }

  private:
    /// One header for every table of indicators below it: it stays in sight, and on every page.
    void header() {
        std::vector<std::string> titles{c_.say("TT", "No."),
                                        c_.say("Cơ quan, đơn vị; nhiệm vụ", "Agency; task"),
                                        c_.say("Trạng thái; nhiệm vụ", "State; task")};
        for (const auto& table : report_.indicators) {
            const auto& indicator = report_.plan().indicators[table.indicator];
            titles.push_back(fmt::format("{}\n({}; {})", indicator.name.value, indicator.unit.value,
                                         total_label(indicator.total, c_.language)));
        }
        sheet_.header(Layout::kHeader, titles);
    }

    void heading(Row row, const std::string& text) {
        sheet_.keep_together(row, row + 1);
        sheet_.merged(row, 0, last_col_, text, heading_style());
    }

    /// The states of the agency's rows; the first one's colour.
    void state(Row row, AgencyIx agency) {
        std::string text;
        std::optional<State> colour;
        for (const auto state : states_[agency]) {
            if (!text.empty()) text += "; ";
            text += state_label(state, c_.language);
            if (!colour) colour = state;
        }
        sheet_.text(row, 2, text, colour ? state_style(*colour) : cell_style());
    }

    void agency(std::size_t i) {
        const auto row = static_cast<Row>(Layout::kFirst + i);
        sheet_.number(row, 0, static_cast<double>(i + 1), centred());
        sheet_.text(row, 1, agency_name(report_, agencies_[i]), cell_style());
        state(row, agencies_[i]);
        Col col = Layout::kFirstIndicator;
        for (const auto& table : report_.indicators) agency_value(row, col++, agencies_[i], table);
    }

    /// The first and the last row of an agency in the table by agency and task.
    std::pair<Row, Row> detail_rows(AgencyIx agency) const {
        const auto first = std::lower_bound(parts_.begin(), parts_.end(), Part(agency, 0, 0));
        const auto last = std::lower_bound(first, parts_.end(), Part(agency + 1, 0, 0));
        const auto row = [&](auto at) {
            return at_.detail_first + static_cast<Row>(at - parts_.begin());
        };
        return {row(first), row(last) - 1};
    }

    /// The agency's value as its figures make it. No figure is no zero: the cell stays empty.
    void agency_value(Row row, Col col, AgencyIx agency, const IndicatorTable& table) {
        const auto style = figure_style(decimals_[col - Layout::kFirstIndicator]);
        const auto* value = value_of(table.by_agency, agency);
        if (value == nullptr) return sheet_.blank(row, col, style);
        const auto [first, last] = detail_rows(agency);
        const auto rule = report_.plan().indicators[table.indicator].total;
        auto formula = formula_of(rule, range_name(first, col, last, col));
        if (formula.empty()) formula = "=" + cell_name(latest_part(agency, *value, col), col);
        sheet_.formula(row, col, formula, *value, style);
    }

    /// The row of the figure that the agency's value is, for the rule `last`.
    Row latest_part(AgencyIx agency, double value, Col col) const {
        Row found = at_.detail_first;
        const auto& values = values_[col - Layout::kFirstIndicator];
        for (auto next = values.lower_bound(Part(agency, 0, 0)); next != values.end(); ++next) {
            if (std::get<0>(next->first) != agency) break;
            if (next->second != value) continue;
            found = part_row(next->first);
        }
        return found;
    }

    Row part_row(const Part& part) const {
        const auto at = std::lower_bound(parts_.begin(), parts_.end(), part);
        return at_.detail_first + static_cast<Row>(at - parts_.begin());
    }

    /// The row of the agency whose value the total is, for the rule `last`.
    Row last_agency(AgencyIx agency) const {
        const auto found = std::find(agencies_.begin(), agencies_.end(), agency);
        return Layout::kFirst + static_cast<Row>(found - agencies_.begin());
    }

    /// The same of the period before: any agency that has the value.
    std::optional<Row> last_agency_before(const IndicatorTable& table) const {
        for (const auto& value : table.before_by_agency) {
            if (value.value == table.before) return rows_before_.at(value.of);
        }
        return std::nullopt;
    }

    void totals(Row row, bool of_before) {
        sheet_.blank(row, 0, header_style());
        sheet_.text(row, 1, c_.say("Tổng hợp", "Total"), header_style());
        sheet_.blank(row, 2, header_style());
        Col col = Layout::kFirstIndicator;
        for (const auto& table : report_.indicators) {
            const auto style = total_style(total_decimals(report_, table));
            const auto& value = of_before ? table.before : table.total;
            const auto rule = report_.plan().indicators[table.indicator].total;
            const auto first = of_before ? at_.before + 1 : Layout::kFirst;
            auto formula = formula_of(rule, range_name(first, col, row - 1, col));
            if (formula.empty()) {
                const auto at = of_before    ? last_agency_before(table)
                                : table.last ? std::optional(last_agency(*table.last))
                                             : std::nullopt;
                if (at) formula = "=" + cell_name(*at, col);
            }
            if (!value) {
                sheet_.text(row, col, "–", style);
            } else if (formula.empty()) {
                sheet_.number(row, col, *value, style);
            } else {
                sheet_.formula(row, col, formula, *value, style);
            }
            ++col;
        }
    }

    /// Below the totals: those of the period before, and what has changed.
    void comparison() {
        auto row = at_.comparison;
        sheet_.keep_together(at_.total - 1, at_.comparison + 2);
        if (!report_.before) {
            sheet_.merged(row, 0, last_col_,
                          c_.say("Không có báo cáo của kỳ trước để so sánh.",
                                 "There are no submissions of a period before to compare with."),
                          {.italic = true});
            return;
        }
        const auto line = [&](Row at, const std::string& text) {
            sheet_.blank(at, 0, cell_style());
            sheet_.merged(at, 1, 2, text, cell_style());
        };
        line(row, before_label(report_, c_.language));
        line(row + 1, c_.say("Tăng, giảm", "Change"));
        line(row + 2, c_.say("Tăng, giảm (%)", "Change (%)"));
        Col col = Layout::kFirstIndicator;
        for (const auto& table : report_.indicators) compare(row, col++, table);
    }

    void compare(Row row, Col col, const IndicatorTable& table) {
        const auto style = figure_style(total_decimals(report_, table));
        const auto percent = with(style, [](Style& s) { s.number = "+0.0%;-0.0%;0%"; });
        if (table.before) {
            sheet_.formula(row, col, "=" + cell_name(at_.before_total, col), *table.before, style);
        } else {
            sheet_.text(row, col, "–", style);
        }
        if (!table.total || !table.before) {
            sheet_.text(row + 1, col, "–", style);
            sheet_.text(row + 2, col, "–", percent);
            return;
        }
        const auto now = cell_name(at_.total, col);
        const auto then = cell_name(row, col);
        const double change = *total_of(Total::sum, {*table.total, -*table.before});
        sheet_.formula(
            row + 1, col, fmt::format("={}-{}", now, then), change,
            with(style, [](Style& s) { s.number = "+" + s.number + ";-" + s.number + ";0"; }));
        if (*table.before == 0) return sheet_.text(row + 2, col, "–", percent);
        sheet_.formula(row + 2, col, fmt::format("={}/{}-1", now, then),
                       *table.total / *table.before - 1, percent);
    }

    /// The agencies of the period before, of which some may not owe this report.
    void before() {
        heading(at_.before, before_label(report_, c_.language));
        for (const auto& table : report_.indicators) {
            for (const auto& value : table.before_by_agency) rows_before_[value.of];
        }
        auto row = at_.before + 1;
        for (auto& [agency, at] : rows_before_) {
            at = row++;
            sheet_.number(at, 0, static_cast<double>(at - at_.before), centred());
            sheet_.text(at, 1, agency_name(report_, agency), cell_style());
            sheet_.blank(at, 2, cell_style());
            Col col = Layout::kFirstIndicator;
            for (const auto& table : report_.indicators) {
                value(at, col++, value_of(table.before_by_agency, agency));
            }
        }
        totals(at_.before_total, true);
    }

    void value(Row row, Col col, const double* value) {
        const auto style = figure_style(decimals_[col - Layout::kFirstIndicator]);
        if (value == nullptr) {
            sheet_.blank(row, col, style);
        } else {
            sheet_.number(row, col, *value, style);
        }
    }

    /// Returns the first row below it.
    Row by_agency_and_task() {
        heading(at_.detail_first - 1,
                c_.say("SỐ LIỆU TỪNG ĐƠN VỊ, TỪNG NHIỆM VỤ", "FIGURES BY AGENCY AND TASK"));
        auto row = at_.detail_first;
        for (const auto& part : parts_) {
            const auto& [agency, task, nth] = part;
            sheet_.number(row, 0, static_cast<double>(row - at_.detail_first + 1), centred());
            sheet_.text(row, 1, agency_name(report_, agency), cell_style());
            sheet_.text(row, 2, report_.plan().obligations[task].id.value, centred());
            for (std::size_t i = 0; i < values_.size(); ++i) {
                const auto found = values_[i].find(part);
                value(row, static_cast<Col>(Layout::kFirstIndicator + i),
                      found == values_[i].end() ? nullptr : &found->second);
            }
            ++row;
        }
        if (parts_.empty()) {
            sheet_.merged(row++, 0, last_col_, c_.say("Chưa có số liệu.", "None."), cell_style());
        }
        return row;
    }

    void by_task(Row row) {
        heading(row++, c_.say("SỐ LIỆU THEO NHIỆM VỤ", "FIGURES BY TASK"));
        const auto agencies = with(number_style(), [&](Style& s) {
            s.align = Align::center;
            s.number = c_.say("#,##0\" đơn vị\"", "#,##0\" reporting\"");
        });
        int number = 0;
        for (const auto& section : report_.tasks) {
            const auto& task = report_.plan().obligations[section.task];
            sheet_.number(row, 0, ++number, centred());
            sheet_.text(row, 1, obligation_label(task), cell_style());
            sheet_.number(row, 2, contributors(section), agencies);
            Col col = Layout::kFirstIndicator;
            for (const auto& table : report_.indicators)
                task_value(row, col++, section.task, table);
            ++row;
        }
        sheet_.print(Top::kTitle, row - 1, last_col_);
    }

    /// A task's value from the table above.
    void task_value(Row row, Col col, ObligationIx task, const IndicatorTable& table) {
        const auto* of_task = value_of(table.by_task, task);
        if (of_task == nullptr) return value(row, col, of_task);
        const auto rule = report_.plan().indicators[table.indicator].total;
        const auto formula = task_formula(col, task, rule, *of_task);
        if (formula.empty()) return value(row, col, of_task);
        sheet_.formula(row, col, formula, *of_task,
                       figure_style(rule == Total::mean ? total_decimals(report_, table)
                                                        : table_decimals(report_, table)));
    }

    /// Nothing where a formula would have more cells to name than Excel takes.
    std::string task_formula(Col col, ObligationIx task, Total rule, double value) const {
        if (rule == Total::sum || rule == Total::mean) {
            const auto last = at_.detail_first + static_cast<Row>(parts_.size()) - 1;
            return fmt::format("={}({},\"{}\",{})", rule == Total::sum ? "SUMIF" : "AVERAGEIF",
                               range_name(at_.detail_first, 2, last, 2),
                               report_.plan().obligations[task].id.value,
                               range_name(at_.detail_first, col, last, col));
        }
        // MAXIFS is unknown to Excel before 2019.
        constexpr std::size_t kMostCells = 255;
        std::vector<const Part*> parts;
        const Part* with_value = nullptr;
        for (const auto& [part, figure] : values_[col - Layout::kFirstIndicator]) {
            if (std::get<1>(part) != task) continue;
            parts.push_back(&part);
            if (figure == value) with_value = &part;
        }
        if (rule == Total::last) {
            return with_value == nullptr ? "" : "=" + cell_name(part_row(*with_value), col);
        }
        if (parts.size() > kMostCells) return "";
        std::string cells;
        for (const auto* part : parts) {
            cells += (cells.empty() ? "" : ",") + cell_name(part_row(*part), col);
        }
        return "=MAX(" + cells + ")";
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
    std::vector<Part> parts_;
    std::vector<std::map<Part, double>> values_;  ///< one an indicator
    std::vector<int> decimals_;                   ///< likewise
    std::map<AgencyIx, std::vector<State>> states_;
    std::map<AgencyIx, Row> rows_before_;
    Layout at_;
    Sheet sheet_;
    Col last_col_ = 0;
};

}  // namespace

void add_figures_sheet(const Context& context) {
    Figures(context).write();
}

}  // namespace plantool::xlsx
