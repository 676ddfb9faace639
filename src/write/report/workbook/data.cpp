// The sheets that are lists for whoever works on with them in Excel.

#include <span>
#include <unordered_map>

#include "core/status/status.hpp"
#include "text/words.hpp"
#include "write/kit/table/table_book.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"
#include "write/status/register_table.hpp"

namespace plantool::xlsx {
namespace {

class DataTable {
  public:
    explicit DataTable(const Context& context)
        : c_(context), report_(context.report), groups_(groups_of_agencies(context.report)) {}

    BookTable run() {
        table_ = {.sheet = sheet_name(SheetId::data, c_.language),
                  .name = said(Word::name_data),
                  .above = sheet_lines(c_, said(Word::data_title)),
                  .columns = {{said(Word::agency_or_unit), 32},
                              {said(Word::group), 26},
                              {said(Word::column_obligation), 28},
                              {said(Word::column_period), 20},
                              {said(Word::column_due_day), 12},
                              {said(Word::day_received), 12},
                              {said(Word::column_days_late), 9},
                              {said(Word::state), 15},
                              {said(Word::column_part), 10},
                              {said(Word::indicator), 28},
                              {said(Word::column_measure), 13},
                              {said(Word::column_value), 13}},
                  .rows = {}};
        collect(std::string(), report_.general);
        for (const auto& section : report_.tasks) {
            collect(report_.plan().obligations[section.task].id.value, section.contributions);
        }
        for (const auto& row : report_.status.rows) expected(row);
        return std::move(table_);
    }

  private:
    std::string said(Word word) const { return say(word, c_.language); }

    /// The cells that every line of a row begins with; made anew for each line, because a copy of
    /// such cells for which memory runs out half-way is destroyed wrongly by GCC 12.
    std::vector<BookCell> start_of(const StatusRow& row) const {
        const auto slot = report_.schedule().rows[row.row].slot;
        const auto agency = agency_of(report_, row.row);
        const auto& first = report_.assessment->receipt(row.row).first;
        const auto group = groups_.find(agency);
        std::vector<BookCell> line;
        line.reserve(table_.columns.size());
        line.emplace_back(agency_name(report_, agency));
        line.push_back(group == groups_.end() ? BookCell() : BookCell(group->second->name.value));
        line.emplace_back(obligation_label(obligation_of(report_, row.row)));
        line.emplace_back(slot_period(report_, slot, c_.language));
        line.emplace_back(due_of(report_, row.row));
        line.push_back(first ? BookCell(first->received.day) : BookCell());
        line.push_back(row.days_late ? BookCell(std::int64_t{*row.days_late}) : BookCell());
        line.emplace_back(row.state);
        return line;
    }

    void expected(const StatusRow& row) {
        const auto parts = parts_.find(row.row);
        bool any = false;
        for (std::size_t i = 0; parts != parts_.end() && i < parts->second.size(); ++i) {
            any = figures(parts->second[i], row) || any;
        }
        if (any) return;
        auto line = start_of(row);
        line.resize(table_.columns.size());
        table_.rows.push_back(std::move(line));
    }

    /// What a row says of a task.
    struct Part {
        std::string task;
        const TaskContribution* said = nullptr;
    };

    void collect(const std::string& task, const std::vector<TaskContribution>& parts) {
        for (const auto& part : parts) parts_[part.row].push_back({task, &part});
    }

    /// Whether there are any.
    bool figures(const Part& part, const StatusRow& row) {
        for (const auto& figure : part.said->figures) {
            const auto& indicator = report_.plan().indicators[figure.indicator];
            auto line = start_of(row);
            line.emplace_back(part.task);
            line.emplace_back(indicator.name.value);
            line.emplace_back(indicator.unit.value);
            line.emplace_back(figure.value);
            table_.rows.push_back(std::move(line));
        }
        return !part.said->figures.empty();
    }

    const Context& c_;
    const Report& report_;
    std::unordered_map<AgencyIx, const Group*> groups_;
    std::unordered_map<RowIx, std::vector<Part>> parts_;
    BookTable table_;
};

}  // namespace

void add_data_sheet(const Context& context) {
    add_table_sheet(context.book, DataTable(context).run());
}

void add_register_sheet(const Context& context) {
    const auto status = select(*context.report.assessment, {});
    add_table_sheet(context.book,
                    register_table({.plans = std::span(&status, 1)}, context.language));
}

}  // namespace plantool::xlsx
