#include <fmt/format.h>

#include "write/json.hpp"
#include "write/status.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

std::string_view kind_of(const Obligation& o, const Slot& slot) {
    if (slot.event != nullptr) return "event";
    return o.kind == ObligationKind::task ? "task" : "report";
}

void write_row(JsonWriter& json, const Assessment& assessment, const StatusRow& row) {
    const auto& plan = assessment.plan();
    const auto& expected = assessment.schedule().rows[row.row];
    const auto& slot = assessment.schedule().slots[expected.slot];
    const auto& o = plan.obligations[slot.obligation];
    const auto& agency = plan.agencies[expected.agency];
    const auto& receipt = assessment.receipt(row.row);
    const auto& first = receipt.first;
    // An ad-hoc period ends on the due day, and an extension moves that.
    const bool own_end = slot.event != nullptr;
    json.begin_object();
    json.member("obligation", o.id.value);
    json.member("kind", kind_of(o, slot));
    json.member("title", o.title.value);
    json.member("agency", agency.id.value);
    json.member("agency_name", agency.name.value);
    json.member("period", slot.period.id);
    json.member("period_from", slot.period.span.from);
    json.member("period_to", own_end ? expected.due : slot.period.span.to);
    json.member("window_from", slot.window.from);
    json.member("window_to", own_end ? expected.due : slot.window.to);
    json.member("due", expected.due);
    json.member("closes", expected.closes);
    json.member("extended", expected.extension != nullptr);
    json.member("state", info(row.state).id);
    json.member("days_late", row.days_late);
    json.member("received", first ? std::optional(first->received) : std::nullopt);
    json.text_or_null("document", first ? first->document : "");
    json.text_or_null("file", first ? assessment.file_of(*first) : std::string_view());
    json.member("line", first ? std::optional(first->line) : std::nullopt);
    json.member("revisions", receipt.count > 0 ? receipt.count - 1 : 0);
    json.member("rejected", receipt.rejected);
    json.text_or_null("source", o.why.source);
    json.text_or_null("assumed", o.why.assumed);
    json.end_object();
}

void write_plan(JsonWriter& json, const Plan& plan) {
    json.key("plan");
    json.begin_object();
    json.member("id", plan.head.id.value);
    json.member("number", plan.head.number);
    json.member("title", plan.head.title);
    json.member("from", plan.head.span.from);
    json.member("to", plan.head.span.to);
    json.end_object();
}

void write_summary(JsonWriter& json, const Summary& summary) {
    json.key("summary");
    json.begin_object();
    json.member("expected", summary.expected);
    for (int i = 0; i < kRowStates; ++i) {
        const auto& state = all_states()[static_cast<std::size_t>(i)];
        json.member(state.id, summary.of(state.state));
    }
    json.member("accountable", summary.accountable());
    json.rate("reporting_rate", summary.reporting_rate());
    json.rate("on_time_rate", summary.on_time_rate());
    json.member("rejected", summary.rejected);
    json.end_object();
}

void write_activity(JsonWriter& json, const Plan& plan, const ActivityRow& row) {
    const auto& o = plan.obligations[row.obligation];
    json.begin_object();
    json.member("obligation", o.id.value);
    json.member("agency", plan.agencies[row.agency].id.value);
    json.member("agency_name", plan.agencies[row.agency].name.value);
    json.member("last_activity", row.last_activity);
    json.member("quiet_days", row.quiet_days);
    json.member("quiet_after", row.quiet_after);
    json.member("state", info(row.state).id);
    json.text_or_null("source", o.why.source);
    json.end_object();
}

}  // namespace

void write_status_json(const Status& status, const TextSink& sink) {
    const auto& assessment = *status.assessment;
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/status@1");
    write_plan(json, assessment.plan());
    json.member("as_of", assessment.as_of());
    write_summary(json, status.summary);
    json.key("rows");
    json.begin_array(Layout::lines);
    for (const auto& row : status.rows) {
        write_row(json, assessment, row);
        json.flush(sink);
    }
    json.end_array();
    json.key("activity");
    json.begin_array(Layout::lines);
    for (const auto& row : status.activity) write_activity(json, assessment.plan(), row);
    json.end_array();
    json.key("refused");
    json.begin_array(Layout::lines);
    for (const auto& entry : assessment.refused()) {
        json.begin_object();
        json.member("file", entry.origin.file);
        json.member("line", entry.origin.line);
        json.key("errors");
        json.begin_array();
        for (const auto code : entry.errors) json.value(info(code).id);
        json.end_array();
        json.end_object();
    }
    json.end_array();
    if (const auto& notices = assessment.plan().notices; !notices.empty()) {
        json.key("notices");
        json.begin_array();
        for (const auto& notice : notices) json.value(notice);
        json.end_array();
    }
    json.end_object();
    json.flush(sink);
    sink("\n");
}

void write_status_ndjson(const Status& status, const TextSink& sink) {
    JsonWriter json;
    for (const auto& row : status.rows) {
        write_row(json, *status.assessment, row);
        json.flush(sink);
        sink("\n");
    }
}

}  // namespace plantool
