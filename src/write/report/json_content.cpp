#include <array>

#include "write/report/json_parts.hpp"

namespace plantool {
namespace {

class ContentPart : private JsonPart {
  public:
    using JsonPart::JsonPart;

    void write() {
        tasks();
        contributions("general", report_.general);
        indicators();
        remarks();
        notes();
    }

  private:
    void tasks() {
        objects("tasks", report_.tasks, [&](const TaskSection& section) {
            json_.member("task", obligation_id(section.task));
            json_.member("title", plan_.obligations[section.task].title.value);
            contributions("contributions", section.contributions);
        });
    }

    void contributions(std::string_view key, const std::vector<TaskContribution>& parts) {
        objects(key, parts, [&](const TaskContribution& part) {
            row_key(part.row);
            json_.text_or_null("summary", part.summary);
            json_.key("figures");
            json_.begin_object();
            for (const auto& figure : part.figures) {
                json_.member(plan_.indicators[figure.indicator].id.value, figure.value);
            }
            json_.end_object();
        });
    }

    void indicators() {
        static constexpr std::array<std::string_view, 4> kRules = {"sum", "max", "mean", "last"};
        objects("indicators", report_.indicators, [&](const IndicatorTable& table) {
            const auto& indicator = plan_.indicators[table.indicator];
            json_.member("indicator", indicator.id.value);
            json_.member("name", indicator.name.value);
            json_.text_or_null("unit", indicator.unit.value);
            json_.member("rule", kRules.at(static_cast<std::size_t>(indicator.total)));
            json_.member("total", table.total);
            objects("by_agency", table.by_agency, [&](const auto& value) {
                json_.member("agency", agency_id(value.of));
                json_.member("value", value.value);
            });
            objects("by_task", table.by_task, [&](const auto& value) {
                json_.member("task", obligation_id(value.of));
                json_.member("value", value.value);
            });
            objects("figures", table.cells, [&](const auto& cell) {
                json_.member("agency", agency_id(cell.agency));
                json_.text_or_null(
                    "task", cell.task == kNoTask ? std::string_view() : obligation_id(cell.task));
                json_.member("value", cell.value);
            });
            json_.text_or_null("assumed", indicator.why.assumed);
            json_.member("before", table.before);
            objects("before_by_agency", table.before_by_agency, [&](const auto& value) {
                json_.member("agency", agency_id(value.of));
                json_.member("value", value.value);
            });
        });
        compared_with();
    }

    void compared_with() {
        json_.key("compared_with");
        if (!report_.before) return json_.null();
        const auto& slot = report_.schedule().slots[report_.before->slot];
        json_.begin_object();
        json_.member("period", slot.period.id);
        json_.member("period_from", slot.period.span.from);
        json_.member("period_to", slot.period.span.to);
        json_.member("year_before", report_.before->year_before);
        json_.member("submissions", report_.before->submissions);
        json_.end_object();
    }

    void remarks() {
        objects("remarks", report_.remarks, [&](const Remarks& remark) {
            row_key(remark.row);
            json_.text_or_null("difficulties", remark.difficulties);
            json_.text_or_null("proposals", remark.proposals);
            json_.text_or_null("next", remark.next);
        });
    }

    void notes() {
        objects("notes", report_.notes, [&](const SharedNote& note) {
            json_.member("note", note.text);
            json_.member("submissions", note.submissions);
        });
    }
};

}  // namespace

void write_content(const Report& report, JsonWriter& json) {
    ContentPart(report, json).write();
}

}  // namespace plantool
