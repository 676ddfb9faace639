#include "core/provenance.hpp"
#include "write/json.hpp"
#include "write/plan_outline.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

void write_ids(JsonWriter& json, std::string_view key, const std::vector<Text>& ids) {
    json.key(key);
    json.begin_array();
    for (const auto& id : ids) json.value(id.value);
    json.end_array();
}

void write_agencies(JsonWriter& json, std::string_view key, const Plan& plan,
                    const std::vector<AgencyIx>& agencies) {
    json.key(key);
    json.begin_array();
    for (const auto ix : agencies) json.value(plan.agencies[ix].id.value);
    json.end_array();
}

void write_provenance(JsonWriter& json, const Provenance& why) {
    json.text_or_null("source", why.source);
    json.text_or_null("assumed", why.assumed);
}

void write_periods(JsonWriter& json, const Schedule& schedule, ObligationIx ix) {
    json.key("periods");
    json.begin_array();
    for (const auto& slot : schedule.slots) {
        if (slot.obligation != ix) continue;
        json.begin_object();
        json.member("id", slot.period.id);
        json.member("from", slot.period.span.from);
        json.member("to", slot.period.span.to);
        json.member("due", slot.due.due);
        json.member("closes", slot.closes);
        json.end_object();
    }
    json.end_array();
}

void write_obligation(JsonWriter& json, const Plan& plan, const Schedule& schedule,
                      ObligationIx ix) {
    const auto& o = plan.obligations[ix];
    json.begin_object();
    json.member("id", o.id.value);
    json.member("kind", o.kind == ObligationKind::task ? "task" : "report");
    json.member("title", o.title.value);
    json.text_or_null("text", o.text.value);
    json.member("cadence", info(o.cadence.value).id);
    write_agencies(json, "agencies", plan, o.agencies);
    json.member("and_related", o.and_related);
    write_ids(json, "partners", o.partners);
    write_ids(json, "to", o.recipients);
    write_periods(json, schedule, ix);
    write_provenance(json, o.why);
    json.end_object();
}

}  // namespace

std::string plan_outline_json(const Plan& plan, const Schedule& schedule) {
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/outline@1");
    json.member("id", plan.head.id.value);
    json.member("number", plan.head.number);
    json.member("title", plan.head.title);
    json.member("issued", plan.head.issued);
    json.member("from", plan.head.span.from);
    json.member("to", plan.head.span.to);
    json.member("timezone", plan.head.timezone.value);
    json.key("agencies");
    json.begin_array(Layout::lines);
    for (const auto& agency : plan.agencies) {
        json.begin_object();
        json.member("id", agency.id.value);
        json.member("name", agency.name.value);
        write_provenance(json, agency.why);
        json.end_object();
    }
    json.end_array();
    json.key("groups");
    json.begin_array(Layout::lines);
    for (const auto& group : plan.groups) {
        json.begin_object();
        json.member("id", group.id.value);
        json.member("name", group.name.value);
        write_agencies(json, "agencies", plan, group.agencies);
        write_provenance(json, group.why);
        json.end_object();
    }
    json.end_array();
    json.key("obligations");
    json.begin_array(Layout::lines);
    for (ObligationIx ix = 0; ix < plan.obligations.size(); ++ix) {
        write_obligation(json, plan, schedule, ix);
    }
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

std::string plan_assumptions_json(const Plan& plan) {
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/assumptions@1");
    json.key("assumptions");
    json.begin_array(Layout::lines);
    for (const auto& entry : assumed_entries(plan)) {
        json.begin_object();
        json.member("kind", entry.kind);
        json.member("id", entry.id);
        json.text_or_null("name", entry.name);
        write_provenance(json, entry.why);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

}  // namespace plantool
