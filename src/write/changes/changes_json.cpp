#include "write/answer/answer_parts.hpp"
#include "write/changes/changes_writers.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

struct ValueWriter {
    JsonWriter& json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(State state) const { json.value(info(state).id); }
    void operator()(Day day) const { json.value(day); }
    void operator()(int number) const { json.value(number); }
};

void write_change(JsonWriter& json, const Assessment& now, const Change& change) {
    const auto& plan = now.plan();
    const auto& row = now.schedule().rows[change.row];
    const auto& slot = now.schedule().slots[row.slot];
    json.begin_object();
    json.member("plan", plan.head.id.value);
    json.member("obligation", plan.obligations[slot.obligation].id.value);
    json.member("agency", plan.agencies[row.agency].id.value);
    json.member("period", slot.period.id);
    json.member("what", changed_id(change.what));
    json.key("from");
    std::visit(ValueWriter{json}, change.from);
    json.key("to");
    std::visit(ValueWriter{json}, change.to);
    json.end_object();
}

void write_refused(JsonWriter& json, const ChangesAnswer& answer) {
    std::size_t listed = 0;
    std::int64_t count = 0;
    json.key("refused");
    json.begin_array(Layout::lines);
    for (const auto& plan : answer.plans) {
        count += plan.refused_count();
        for (const auto& paper : plan.refused()) {
            if (++listed <= Assessment::kMostRefused) write_refused_paper(json, paper);
        }
    }
    json.end_array();
    json.member("refused_count", count);
}

}  // namespace

void write_changes_json(const ChangesAnswer& answer, const TextSink& sink) {
    Plans plans;
    for (const auto& plan : answer.plans) plans.push_back(&plan.now->plan());
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/changes@1");
    json.member("since", answer.since);
    json.member("as_of", answer.as_of());
    write_plans(json, plans);
    json.key("changes");
    json.begin_array(Layout::lines);
    for (const auto& plan : answer.plans) {
        for (const auto& change : plan.changes) {
            write_change(json, *plan.now, change);
            json.flush(sink);
        }
    }
    json.end_array();
    write_refused(json, answer);
    write_notices(json, plans);
    json.end_object();
    json.flush(sink);
    sink("\n");
}

}  // namespace plantool
