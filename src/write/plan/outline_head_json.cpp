// The head of a plan and its events in the outline's JSON.
#include "write/plan/outline_parts.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

void write_programme(JsonWriter& json, const std::optional<Programme>& programme) {
    json.key("implements");
    if (!programme) return json.null();
    json.begin_object();
    json.text_or_null("number", programme->number);
    json.member("issued", programme->issued);
    json.text_or_null("title", programme->title);
    json.key("years");
    json.begin_array();
    for (const int year : programme->years) json.value(year);
    json.end_array();
    write_provenance(json, programme->why);
    json.end_object();
}

void write_scoring(JsonWriter& json, const std::optional<Scoring>& scoring) {
    json.key("scoring");
    if (!scoring) return json.null();
    json.begin_object();
    json.member("on-time", scoring->on_time);
    write_objects(json, "late", scoring->late, [&](const LatePoints& points) {
        json.member("from", points.from);
        json.member("points", points.points);
        write_provenance(json, points.why);
    });
    json.member("missing", scoring->missing);
    write_provenance(json, scoring->why);
    json.end_object();
}

}  // namespace

void write_outline_head(JsonWriter& json, const PlanHead& head) {
    json.text_or_null("place", head.place);
    write_ids(json, "issuers", head.issuers);
    write_objects(json, "signatories", head.signatories, [&](const Signatory& s) {
        json.text_or_null("name", s.name);
        json.text_or_null("title", s.title);
        json.text_or_null("agency", s.agency);
        json.text_or_null("for", s.acting_for);
        write_provenance(json, s.why);
    });
    write_programme(json, head.implements);
    json.member("year_starts", head.year_starts.value);
    json.member("language", head.language);
    json.text_or_null("secretariat", head.secretariat.value);
    json.text_or_null("inbox", head.inbox);
    json.key("recipients");
    json.begin_array();
    for (const auto& recipient : head.recipients) json.value(recipient);
    json.end_array();
    json.member("closes_after", format_amount(head.closes_after));
    json.member("quiet_after", head.quiet_after);
    json.member("soon", head.soon);
    json.text_or_null("submissions", head.submissions);
    json.text_or_null("events_file", head.events.value);
    json.text_or_null("layout", head.layout);
    write_scoring(json, head.scoring);
    write_objects(
        json, "preamble", head.preamble,
        [&](const PreamblePart& part) {
            json.member("id", part.id.value);
            json.member("title", part.title.value);
            json.text_or_null("text", part.text.value);
            write_provenance(json, part.why);
        },
        Layout::lines);
    write_provenance(json, head.why);
}

void write_outline_events(JsonWriter& json, const Plan& plan) {
    const auto lines = Layout::lines;
    const auto exception = [&](const Exception& e) {
        json.member("obligation", e.obligation.value);
        write_agencies(json, "agencies", plan, e.agency_ixs);
        json.text_or_null("period", e.period.value);
        if (e.due) json.member("due", *e.due);
        json.text_or_null("reason", e.reason);
        json.text_or_null("document", e.document);
        json.member("decided", e.decided);
        write_provenance(json, e.why);
    };
    const auto agency = [&](const std::optional<AgencyIx>& ix, const Text& written) {
        json.member("agency", ix ? plan.agencies[*ix].id.value : written.value);
    };
    write_objects(
        json, "events", plan.events,
        [&](const Event& event) {
            json.member("id", event.id.value);
            json.member("obligation", event.obligation.value);
            json.text_or_null("title", event.title.value);
            json.member("raised", event.raised);
            write_agencies(json, "agencies", plan, event.agency_ixs);
            json.member("due", event.due ? std::optional(event.due->value) : std::nullopt);
            json.text_or_null("note", event.note);
            write_provenance(json, event.why);
        },
        lines);
    write_objects(json, "waivers", plan.waivers, exception, lines);
    write_objects(json, "extensions", plan.extensions, exception, lines);
    write_objects(
        json, "returns", plan.returns,
        [&](const Return& r) {
            json.member("obligation", r.obligation.value);
            agency(r.agency_ix, r.agency);
            json.text_or_null("period", r.period.value);
            json.text_or_null("document", r.document.value);
            json.member("returned", r.returned);
            json.text_or_null("reason", r.reason);
            write_provenance(json, r.why);
        },
        lines);
    write_objects(
        json, "explanations", plan.explanations,
        [&](const Explanation& e) {
            json.member("obligation", e.obligation.value);
            agency(e.agency_ix, e.agency);
            json.text_or_null("period", e.period.value);
            json.text_or_null("reason", e.reason);
            json.text_or_null("document", e.document);
            json.member("date", e.date);
            write_provenance(json, e.why);
        },
        lines);
    write_objects(json, "files", plan.files_why, [&](const FileProvenance& file) {
        json.member("file", file.name);
        write_provenance(json, file.why);
    });
    json.key("notices");
    json.begin_array();
    for (const auto& notice : plan.notices) json.value(notice);
    json.end_array();
}

}  // namespace plantool
