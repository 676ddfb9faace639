// What the agencies did: tasks, figures, what they say besides.

#include <algorithm>
#include <map>

#include "core/schedule/period_title.hpp"
#include "write/report/context/context_entry.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool::report_context_parts {
namespace {

void add_contributions(const Context& c, Entry& out, const std::string& key,
                       const std::vector<TaskContribution>& contributions) {
    out.list(key, contributions, [&](Entry& part, const TaskContribution& contribution) {
        part.text("agency", agency_name(c.report, contribution.agency));
        part.text("summary", contribution.summary);
        part.text("figures", figures_text(c.report, contribution.figures, c.language));
    });
}

void add_tasks(const Context& c, Entry& out) {
    const auto& plan = c.report.plan();
    const auto continuous =
        std::count_if(plan.obligations.begin(), plan.obligations.end(),
                      [](const auto& o) { return o.cadence.value == Cadence::continuous; });
    out.plain("tasks_count", std::to_string(c.report.tasks.size()));
    out.plain("continuous_count", std::to_string(continuous));
    const auto among = std::count_if(
        c.report.tasks.begin(), c.report.tasks.end(), [&](const TaskSection& section) {
            return plan.obligations[section.task].cadence.value == Cadence::continuous;
        });
    out.plain("other_continuous_count",
              continuous > among ? std::to_string(continuous - among) : "");
    out.list("tasks", c.report.tasks, [&](Entry& entry, const TaskSection& section) {
        const auto& task = plan.obligations[section.task];
        entry.text("id", task.id.value);
        entry.text("title", task.title.value);
        entry.text("lead", lead_names(c.report, task, c.language));
        add_contributions(c, entry, "contributions", section.contributions);
    });
}

/// "+1.200", "-3", "0": against the period before.
std::string change(double now, double before, int decimals, Language language) {
    const auto by = format_number(now - before, decimals, language);
    return now > before ? "+" + by : by;
}

std::string compared_with(const Context& c) {
    if (!c.report.before) return "";
    return period_title(c.report.plan(), c.report.schedule().slots[c.report.before->slot],
                        c.language);
}

void add_totals(const Context& c, Entry& out) {
    out.text("compared_with", compared_with(c));
    out.list("indicators", c.report.indicators, [&](Entry& entry, const IndicatorTable& table) {
        const auto& indicator = c.report.plan().indicators[table.indicator];
        const int decimals = total_decimals(c.report, table);
        const auto number = [&](std::optional<double> value) {
            return value ? format_number(*value, decimals, c.language) : "–";
        };
        entry.text("name", indicator.name.value);
        entry.text("unit", indicator.unit.value);
        entry.plain("rule", total_label(indicator.total, c.language));
        entry.plain("total", number(table.total));
        entry.plain("before", number(table.before));
        entry.plain("change", table.total && table.before
                                  ? change(*table.total, *table.before, decimals, c.language)
                                  : "–");
        entry.plain("agencies_count", std::to_string(table.by_agency.size()));
    });
}

/// A row for each agency of the report, whether it gave figures or not, and for whoever else did.
void add_figure_rows(const Context& c, Entry& out) {
    std::map<AgencyIx, std::vector<std::string>> rows;  // in plan order
    for (const auto& row : c.report.status.rows) rows[agency_of(c.report, row.row)];
    std::size_t column = 0;
    for (const auto& table : c.report.indicators) {
        const int decimals = table_decimals(c.report, table);
        for (const auto& value : table.by_agency) {
            auto& cells = rows[value.of];
            cells.resize(column);
            cells.push_back(format_number(value.value, decimals, c.language));
        }
        ++column;
    }
    for (auto& [agency, cells] : rows) cells.resize(column);
    out.list("figure_rows", rows, [&](Entry& entry, const auto& row) {
        entry.text("agency", agency_name(c.report, row.first));
        entry.list("values", row.second,
                   [](Entry& cell, const std::string& value) { cell.plain("value", value); });
    });
}

void add_remarks(const Context& c, Entry& out, const std::string& key,
                 std::string Remarks::*field) {
    std::vector<const Remarks*> said;
    for (const auto& remark : c.report.remarks) {
        if (!(remark.*field).empty()) said.push_back(&remark);
    }
    out.list(key, said, [&](Entry& entry, const Remarks* remark) {
        entry.text("agency", agency_name(c.report, remark->agency));
        entry.text("text", remark->*field);
    });
}

}  // namespace

void add_results(const Context& c, Entry& out) {
    add_contributions(c, out, "general", c.report.general);
    add_tasks(c, out);
    add_totals(c, out);
    add_figure_rows(c, out);
    add_remarks(c, out, "difficulties", &Remarks::difficulties);
    add_remarks(c, out, "next", &Remarks::next);
    add_remarks(c, out, "proposals", &Remarks::proposals);
}

}  // namespace plantool::report_context_parts
