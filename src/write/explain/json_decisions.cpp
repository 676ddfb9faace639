// Who answers, what was decided and what came, in JSON.

#include <array>

#include "write/explain/json_parts.hpp"
#include "write/plan/outline_parts.hpp"

namespace plantool {
namespace {

/// An array of arrays: each leads from a named agency to the one that answers.
void write_answers_for(JsonWriter& json, const Explained& of) {
    json.key("answers_for");
    json.begin_array();
    for (const auto& one : of.reasoning.answers_for) {
        json.begin_array();
        for (const auto ix : one.chain) {
            const auto& agency = of.assessment->plan().agencies[ix];
            json.begin_object();
            write_agency_named(json, of, ix);
            json.member("active_from", agency.active_from);
            json.member("active_to", agency.active_to);
            json.end_object();
        }
        json.end_array();
    }
    json.end_array();
}

/// Values that it leaves as they were are not among `changes`.
void write_amendment(JsonWriter& json, const Plan& plan, const Amendment& a) {
    json.begin_object();
    json.member("on", a.on);
    json.member("effective", a.effective);
    json.key("changes");
    json.begin_array();
    if (a.due) json.value("due");
    if (a.closes_after) json.value("closes_after");
    if (a.has_owners) json.value("agencies");
    if (a.quiet_after) json.value("quiet_after");
    if (a.ends) json.value("ends");
    json.end_array();
    json.text_or_null("closes_after", a.closes_after ? format_amount(*a.closes_after) : "");
    write_amendment_values(json, plan, a);
    write_place(json, a.span);
    json.end_object();
}

void write_exception(JsonWriter& json, std::string_view key, const Exception* e) {
    json.key(key);
    if (e == nullptr) return json.null();
    json.begin_object();
    json.key("agencies");
    json.begin_array();
    for (const auto& agency : e->agencies) json.value(agency.value);
    json.end_array();
    json.member("due", e->due);
    json.text_or_null("reason", e->reason);
    json.text_or_null("document", e->document);
    json.member("decided", e->decided);
    write_place(json, e->span);
    json.end_object();
}

void write_explanation(JsonWriter& json, const Explanation* e) {
    json.key("explanation");
    if (e == nullptr) return json.null();
    json.begin_object();
    json.text_or_null("reason", e->reason);
    json.text_or_null("document", e->document);
    json.member("date", e->date);
    write_place(json, e->span);
    json.end_object();
}

void write_return(JsonWriter& json, const Return* entry) {
    json.key("returned");
    if (entry == nullptr) return json.null();
    json.begin_object();
    json.member("returned", entry->returned);
    json.text_or_null("reason", entry->reason);
    write_place(json, entry->span);
    json.end_object();
}

void write_paper(JsonWriter& json, const Plan& plan, const JudgedPaper& judged) {
    constexpr std::array<std::string_view, 7> kVerdicts = {
        "counts", "refused", "repeats", "returned", "later", "other-row", "unplaced"};
    const auto& paper = judged.paper;
    json.begin_object();
    json.member("received", day_of(paper.received));
    json.text_or_null("document", paper.document);
    json.member("document_date", paper.document_date);
    json.text_or_null("agency", paper.agency ? plan.agencies[*paper.agency].id.value : "");
    json.text_or_null("obligation",
                      paper.obligation ? plan.obligations[*paper.obligation].id.value : "");
    json.member("file", paper.origin.file);
    json.member("line", paper.origin.line);
    json.member("verdict", kVerdicts.at(static_cast<std::size_t>(judged.verdict)));
    json.member("timeliness", judged.timeliness);
    json.member("content", judged.content);
    json.member("says_something", judged.says_something);
    json.member("nil", judged.nil);
    json.key("errors");
    json.begin_array();
    for (const auto code : paper.errors) json.value(info(code).id);
    json.end_array();
    write_return(json, judged.returned);
    json.key("first");
    if (judged.first) {
        json.begin_object();
        json.member("file", judged.first->file);
        json.member("line", judged.first->line);
        json.end_object();
    } else {
        json.null();
    }
    json.text_or_null("holder", judged.holder ? plan.agencies[*judged.holder].id.value : "");
    json.end_object();
}

}  // namespace

void write_place(JsonWriter& json, const Span& span) {
    const bool known = span.source != nullptr;
    json.text_or_null("file", known ? span.source->name() : "");
    json.member("line", known ? std::optional(span.source->line_of(span.begin)) : std::nullopt);
}

void write_agency_named(JsonWriter& json, const Explained& of, AgencyIx agency) {
    const auto& about = of.assessment->plan().agencies[agency];
    json.member("agency", about.id.value);
    json.member("agency_name", about.name_on(of.reasoning.reference).value);
}

void write_decisions(JsonWriter& json, const Explained& of) {
    write_answers_for(json, of);
    json.key("amendments");
    json.begin_array();
    for (const auto* amendment : of.reasoning.amendments) {
        write_amendment(json, of.assessment->plan(), *amendment);
    }
    json.end_array();
    write_exception(json, "extension", of.reasoning.extension);
    write_exception(json, "waiver", of.reasoning.waiver);
    write_explanation(json, of.reasoning.explanation);
}

void write_papers(JsonWriter& json, const Explained& of) {
    json.key("papers");
    json.begin_array(JsonWriter::Layout::lines);
    for (const auto& paper : of.reasoning.papers) {
        write_paper(json, of.assessment->plan(), paper);
    }
    json.end_array();
}

}  // namespace plantool
