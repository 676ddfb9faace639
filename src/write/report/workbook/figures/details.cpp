#include <fmt/format.h>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/figures/figure_grid.hpp"

namespace plantool::xlsx {
namespace {

using Layout = FiguresLayout;

/// The figures one by one, and what they make of each task.
class Details {
  public:
    explicit Details(FigureGrid& grid) : grid_(grid) {}

    /// Returns the first row below it.
    Row by_agency_and_task() {
        grid_.heading(grid_.at.detail_first - 1, say(Word::figure_details_title, grid_.language()));
        auto row = grid_.at.detail_first;
        for (const auto& part : grid_.parts) {
            const auto& [agency, task, nth] = part;
            grid_.sheet.number(row, 0, static_cast<double>(row - grid_.at.detail_first + 1),
                               centred_style());
            grid_.sheet.text(row, 1, agency_name(grid_.report, agency), cell_style());
            grid_.sheet.text(
                row, 2,
                task == kNoTask ? std::string("–") : grid_.report.plan().obligations[task].id.value,
                centred_style());
            for (std::size_t i = 0; i < grid_.values.size(); ++i) {
                const auto found = grid_.values[i].find(part);
                grid_.value(row, static_cast<Col>(Layout::kFirstIndicator + i),
                            found == grid_.values[i].end() ? nullptr : &found->second);
            }
            ++row;
        }
        if (grid_.parts.empty()) {
            grid_.sheet.merged(row++, 0, grid_.last_col, say(Word::no_figures, grid_.language()),
                               cell_style());
        }
        return row;
    }

    void by_task(Row row) {
        grid_.heading(row++, say(Word::figures_by_task_title, grid_.language()));
        const auto agencies = with(number_style(), [&](Style& s) {
            s.align = Align::center;
            s.number = say(Word::agencies_as_number, grid_.language());
        });
        int number = 0;
        for (const auto& section : grid_.report.tasks) {
            const auto& task = grid_.report.plan().obligations[section.task];
            grid_.sheet.number(row, 0, ++number, centred_style());
            grid_.sheet.text(row, 1, obligation_label(task), cell_style());
            grid_.sheet.number(row, 2, contributors(section), agencies);
            Col col = Layout::kFirstIndicator;
            for (const auto& table : grid_.report.indicators) {
                task_value(row, col++, section.task, table);
            }
            ++row;
        }
        grid_.sheet.print(Top::kTitle, row - 1, grid_.last_col);
    }

  private:
    /// A task's value from the table above.
    void task_value(Row row, Col col, ObligationIx task, const IndicatorTable& table) {
        const auto* of_task = value_of(table.by_task, task);
        if (of_task == nullptr) return grid_.value(row, col, of_task);
        const auto rule = grid_.report.plan().indicators[table.indicator].total;
        const auto formula = task_formula(col, task, rule, *of_task);
        if (formula.empty()) return grid_.value(row, col, of_task);
        grid_.sheet.formula(
            row, col, formula, *of_task,
            figure_style(rule == Total::mean ? total_decimals(grid_.report, table)
                                             : table_decimals(grid_.report, table)));
    }

    /// Nothing where a formula would have more cells to name than Excel takes.
    std::string task_formula(Col col, ObligationIx task, Total rule, double value) const {
        if (rule == Total::sum || rule == Total::mean) {
            const auto last = grid_.at.detail_first + static_cast<Row>(grid_.parts.size()) - 1;
            return fmt::format("={}({},\"{}\",{})", rule == Total::sum ? "SUMIF" : "AVERAGEIF",
                               range_name(grid_.at.detail_first, 2, last, 2),
                               grid_.report.plan().obligations[task].id.value,
                               range_name(grid_.at.detail_first, col, last, col));
        }
        // MAXIFS is unknown to Excel before 2019.
        constexpr std::size_t kMostCells = 255;
        std::vector<const Part*> parts;
        const Part* with_value = nullptr;
        for (const auto& [part, figure] : grid_.values[col - Layout::kFirstIndicator]) {
            if (std::get<1>(part) != task) continue;
            parts.push_back(&part);
            if (figure == value) with_value = &part;
        }
        if (rule == Total::last) {
            return with_value == nullptr ? "" : "=" + cell_name(grid_.part_row(*with_value), col);
        }
        if (parts.size() > kMostCells) return "";
        std::string cells;
        for (const auto* part : parts) {
            cells += (cells.empty() ? "" : ",") + cell_name(grid_.part_row(*part), col);
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

    FigureGrid& grid_;
};

}  // namespace

void write_details(FigureGrid& grid) {
    Details details(grid);
    const auto row = details.by_agency_and_task();
    details.by_task(row + 1);
}

}  // namespace plantool::xlsx
