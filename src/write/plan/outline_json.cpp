#include "core/plan/provenance.hpp"
#include "write/explain/due_words.hpp"
#include "write/plan/outline.hpp"
#include "write/plan/outline_parts.hpp"
#include "write/plan/plan_ids.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

/// As the plan writes it: the days as texts, `period` null where one day is for every period.
void write_due(JsonWriter& json, const std::optional<DueRule>& rule) {
    json.key("due");
    if (!rule) return json.null();
    const bool within = rule->form == DueRule::Form::within;
    json.begin_object();
    json.member("form", due_form_id(rule->form));
    json.key("days");
    json.begin_array();
    for (const auto& day : rule->days) {
        json.begin_object();
        json.text_or_null("period", day.key.value);
        json.member("day", day.written.value);
        json.end_object();
    }
    json.end_array();
    json.text_or_null("within", within ? format_amount(rule->within) : "");
    json.text_or_null("after", within ? anchor_id(rule->after) : "");
    json.member("roll", roll_id(rule->roll));
    json.text_or_null("at", rule->at ? time_of_day(rule->at->value) : "");
    write_provenance(json, rule->why);
    json.end_object();
}

void write_amount(JsonWriter& json, std::string_view key, const std::optional<Amount>& amount) {
    json.text_or_null(key, amount ? format_amount(*amount) : "");
}

/// An amendment's values are null where it leaves them as they were.
void write_amendments(JsonWriter& json, const Plan& plan, const Obligation& o) {
    write_objects(json, "amended", o.amended, [&](const Amendment& a) {
        json.member("on", a.on);
        json.member("effective", a.effective);
        write_due(json, a.due);
        write_amount(json, "closes_after", a.closes_after);
        write_amendment_values(json, plan, a);
    });
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
        json.text_or_null("title", slot.listed != nullptr  ? slot.listed->title.value
                                   : slot.event != nullptr ? slot.event->title.value
                                                           : "");
        json.member("window_from", slot.window.from);
        json.member("window_to", slot.window.to);
        json.member("lifted", slot.lifted);
        write_provenance(json, slot.listed != nullptr ? slot.listed->why : Provenance{});
        json.end_object();
    }
    json.end_array();
}

void write_obligation(JsonWriter& json, const Plan& plan, const Schedule& schedule,
                      ObligationIx ix) {
    const auto& o = plan.obligations[ix];
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
    write_due(json, o.due);
    json.member("window", o.window == Window::nd09 ? "nd09" : "calendar");
    write_amount(json, "closes_after", o.closes_after);
    json.member("quiet_after", o.quiet_after);
    json.key("covers");
    json.begin_array();
    if (o.kind == ObligationKind::report) {
        for (const auto task : o.covered) json.value(plan.obligations[task].id.value);
    }
    json.end_array();
    write_amendments(json, plan, o);
    write_provenance(json, o.why);
}

void write_agency(JsonWriter& json, const Plan& plan, const Agency& agency) {
    json.member("id", agency.id.value);
    json.member("name", agency.name.value);
    json.text_or_null("short", agency.short_name.value);
    write_ids(json, "aliases", agency.aliases);
    json.text_or_null("email", agency.email.value);
    json.member("active_from", agency.active_from);
    json.member("active_to", agency.active_to);
    json.text_or_null("active_source", agency.active_why.source);
    json.text_or_null("active_assumed", agency.active_why.assumed);
    write_agencies(json, "successor", plan, agency.successor_ixs);
    write_objects(json, "renamed", agency.renamed, [&](const Renaming& renaming) {
        json.member("from", renaming.from);
        json.member("name", renaming.name.value);
        json.text_or_null("short", renaming.short_name.value);
        json.text_or_null("document", renaming.document);
        write_provenance(json, renaming.why);
    });
    write_provenance(json, agency.why);
}

void write_indicator(JsonWriter& json, const Plan& plan, const Indicator& indicator) {
    json.member("id", indicator.id.value);
    json.member("name", indicator.name.value);
    json.text_or_null("unit", indicator.unit.value);
    json.member("type", indicator.type == FigureType::integer ? "integer" : "decimal");
    json.member("total", total_id(indicator.total));
    json.member("min", indicator.min);
    json.member("max", indicator.max);
    json.key("tasks");
    json.begin_array();
    for (const auto task : indicator.applies_to) json.value(plan.obligations[task].id.value);
    json.end_array();
    write_provenance(json, indicator.why);
}

}  // namespace

void write_amendment_values(JsonWriter& json, const Plan& plan, const Amendment& a) {
    if (a.has_owners) {
        write_agencies(json, "agencies", plan, a.agencies);
    } else {
        json.key("agencies");
        json.null();
    }
    json.member("quiet_after", a.quiet_after);
    json.member("ends", a.ends);
    json.text_or_null("number", a.number);
    json.text_or_null("reason", a.reason);
    write_provenance(json, a.why);
}

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
    write_outline_head(json, plan.head);
    write_outline_calendar(json, plan);
    const auto lines = Layout::lines;
    write_objects(
        json, "agencies", plan.agencies,
        [&](const Agency& agency) { write_agency(json, plan, agency); }, lines);
    write_objects(
        json, "groups", plan.groups,
        [&](const Group& group) {
            json.member("id", group.id.value);
            json.member("name", group.name.value);
            write_agencies(json, "agencies", plan, group.agencies);
            write_provenance(json, group.why);
        },
        lines);
    json.key("obligations");
    json.begin_array(lines);
    for (ObligationIx ix = 0; ix < plan.obligations.size(); ++ix) {
        json.begin_object();
        write_obligation(json, plan, schedule, ix);
        json.end_object();
    }
    json.end_array();
    write_objects(
        json, "indicators", plan.indicators,
        [&](const Indicator& indicator) { write_indicator(json, plan, indicator); }, lines);
    write_outline_events(json, plan);
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
