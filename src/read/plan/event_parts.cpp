// What events files hold, and the waivers and extensions of plans (formats.md, section 1).

#include "read/plan/plan_parts.hpp"

namespace plantool {
namespace {

/// `agency: a` or `agencies: [a, g]`: one of the two.
std::vector<Text> read_agencies(Fields& fields, const Node& node) {
    const auto* several = fields.find("agencies");
    const auto* one = fields.find("agency");
    if (one != nullptr && several != nullptr) {
        fields.add(Code::p_duplicate_key, several->span, {Word::agency_and_agencies},
                   {Word::keep_one_of_them}, "agencies");
    }
    if (several == nullptr) {
        const auto agency = fields.required_text("agency");
        return agency ? std::vector<Text>{*agency} : std::vector<Text>{};
    }
    auto agencies = fields.texts("agencies");
    if (several->kind == Node::Kind::sequence && several->items.empty()) {
        fields.add(Code::p_no_agency, node.span, {Word::names_no_agency}, {Word::list_agencies},
                   "agencies");
    }
    return agencies;
}

/// A day, or an instant with its offset.
void read_returned(Fields& fields, Return& r) {
    const auto text = fields.required_text("returned");
    if (!text) return;
    if (const auto day = parse_date(text->value)) {
        r.returned = *day;
    } else if (const auto instant = parse_instant(text->value)) {
        r.instant = instant;
    } else {
        fields.add(Code::p_bad_date, text->span, {Word::no_date_nor_time, text->value},
                   {Word::write_date_or_time}, "returned");
    }
}

}  // namespace

Event read_event(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Event event;
    event.plan = fields.text("plan").value_or(Text{});
    event.id = fields.required_text("id").value_or(Text{"", node.span});
    event.obligation = fields.required_text("obligation").value_or(Text{"", node.span});
    event.title = fields.text("title").value_or(Text{});
    if (const auto raised = fields.required_date("raised")) event.raised = raised->value;
    event.agencies = fields.texts("agencies");
    event.has_agencies = !event.agencies.empty();
    event.due = fields.date("due");
    event.note = fields.plain("note");
    event.why = fields.provenance();
    fields.finish();
    return event;
}

Exception read_exception(bool extension, const Node& node, Diagnostics& diagnostics,
                         const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Exception exception;
    exception.span = node.span;
    exception.plan = fields.text("plan").value_or(Text{});
    exception.obligation = fields.required_text("obligation").value_or(Text{"", node.span});
    exception.agencies = read_agencies(fields, node);
    exception.period = fields.text("period").value_or(Text{"", {}});
    if (extension) {
        const auto due = fields.required_date("due");
        exception.due = due ? due->value : Day{};
    }
    if (const auto decided = fields.date("decided")) exception.decided = decided->value;
    exception.reason = fields.plain("reason");
    exception.document = fields.plain("document");
    exception.why = fields.provenance();
    fields.finish();
    return exception;
}

Return read_return(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Return r;
    r.span = node.span;
    r.plan = fields.text("plan").value_or(Text{});
    r.obligation = fields.required_text("obligation").value_or(Text{"", node.span});
    r.agency = fields.required_text("agency").value_or(Text{"", node.span});
    r.period = fields.text("period").value_or(Text{"", {}});
    r.document = fields.text("document").value_or(Text{"", {}});
    read_returned(fields, r);
    r.reason = fields.plain("reason");
    r.why = fields.provenance();
    fields.finish();
    return r;
}

Explanation read_explanation(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Explanation e;
    e.span = node.span;
    e.plan = fields.text("plan").value_or(Text{});
    e.obligation = fields.required_text("obligation").value_or(Text{"", node.span});
    e.agency = fields.required_text("agency").value_or(Text{"", node.span});
    e.period = fields.text("period").value_or(Text{"", {}});
    e.reason = fields.plain("reason");
    e.document = fields.plain("document");
    if (const auto date = fields.date("date")) e.date = date->value;
    e.why = fields.provenance();
    fields.finish();
    return e;
}

}  // namespace plantool
