#include <array>

#include "core/schedule/period_title.hpp"
#include "write/explain/due_words.hpp"
#include "write/explain/json_parts.hpp"

namespace plantool {
namespace {

std::string_view anchor_id(Anchor anchor) {
    constexpr std::array<std::string_view, 4> kAnchors = {"period-start", "period-end",
                                                          "window-end", "raised"};
    return kAnchors.at(static_cast<std::size_t>(anchor));
}

std::string_view why_not_id(WhyNot why_not) {
    constexpr std::array<std::string_view, 6> kReasons = {
        "not-named", "not-begun", "ended", "predecessor-answers", "lifted", "not-raised"};
    return kReasons.at(static_cast<std::size_t>(why_not));
}

void write_due(JsonWriter& json, const Reasoning& reasoning, Language language) {
    constexpr std::array<std::string_view, 3> kForms = {"before", "by", "within"};
    constexpr std::array<std::string_view, 3> kRolls = {"none", "next", "previous"};
    json.key("due_rule");
    if (!reasoning.due) return json.null();
    const auto& due = *reasoning.due;
    const auto* rule = due.rule;
    const bool within = rule != nullptr && rule->form == DueRule::Form::within;
    const auto* written = due.derivation.written;
    json.begin_object();
    json.member("form", rule == nullptr ? "own" : kForms.at(static_cast<std::size_t>(rule->form)));
    json.text_or_null("text",
                      rule != nullptr ? rule_in_words(*rule, due.derivation, language) : "");
    json.text_or_null("day", written != nullptr ? written->written.value : "");
    json.text_or_null("within", within ? format_amount(rule->within) : "");
    json.text_or_null("after", within ? anchor_id(rule->after) : "");
    json.member("anchor", due.derivation.anchor);
    json.member("roll", kRolls.at(rule == nullptr ? 0 : static_cast<std::size_t>(rule->roll)));
    json.member("unrolled", due.derivation.unrolled);
    json.member("by_rule", due.derivation.due);
    json.member("unamended", due.unamended);
    json.member("closes_after", format_amount(due.closes_after));
    write_place(json, rule != nullptr ? rule->span : due.own->span);
    json.end_object();
}

void write_due_days(JsonWriter& json, const Reasoning& reasoning) {
    const auto& due = reasoning.due;
    json.member("due", due ? std::optional(due->day) : std::nullopt);
    json.text_or_null("due_at", due && due->at ? time_of_day(*due->at) : "");
    json.member("closes", due ? std::optional(due->closes) : std::nullopt);
}

void write_period(JsonWriter& json, const Explained& of, Language language) {
    const auto& subject = of.reasoning.subject;
    const auto* slot = subject.slot ? &of.assessment->schedule().slots[*subject.slot] : nullptr;
    const auto day = [&](auto get) { return slot ? std::optional<Day>(get()) : std::nullopt; };
    json.text_or_null("period", slot != nullptr ? slot->period.id : "");
    json.text_or_null("period_title",
                      slot != nullptr ? period_title(of.assessment->plan(), *slot, language) : "");
    json.member("period_from", day([&] { return slot->period.span.from; }));
    json.member("period_to", day([&] { return slot->period.span.to; }));
    json.member("window_from", day([&] { return slot->window.from; }));
    json.member("window_to", day([&] { return slot->window.to; }));
}

void write_not_expected(JsonWriter& json, const Explained& of) {
    json.key("not_expected");
    if (!of.reasoning.why_not) return json.null();
    json.begin_object();
    json.member("why", why_not_id(*of.reasoning.why_not));
    json.key("answering");
    json.begin_array();
    for (const auto ix : of.reasoning.answering) {
        json.value(of.assessment->plan().agencies[ix].id.value);
    }
    json.end_array();
    json.end_object();
}

void write_activity(JsonWriter& json, const std::optional<ActivityReason>& activity) {
    constexpr std::array<std::string_view, 3> kFrom = {"plan", "obligation", "amendment"};
    json.key("activity");
    if (!activity) return json.null();
    json.begin_object();
    json.member("last_activity", activity->row.last_activity);
    json.member("since", activity->since);
    json.member("quiet_days", activity->row.quiet_days);
    json.member("quiet_after", activity->row.quiet_after);
    json.member("quiet_after_by", kFrom.at(static_cast<std::size_t>(activity->from)));
    json.end_object();
}

void write_conclusion(JsonWriter& json, const Explained& of) {
    const auto& reasoning = of.reasoning;
    const auto* receipt = reasoning.receipt;
    std::string_view state;
    if (reasoning.row) state = info(reasoning.row->state).id;
    if (reasoning.activity) state = info(reasoning.activity->row.state).id;
    json.text_or_null("state", state);
    json.member("days_late", reasoning.row ? reasoning.row->days_late : std::nullopt);
    json.member("received", receipt != nullptr && receipt->first
                                ? std::optional(receipt->first->received.day)
                                : std::nullopt);
    const auto count = [&](int Receipt::*which) {
        return receipt != nullptr ? std::optional(receipt->*which) : std::nullopt;
    };
    json.member("counted", count(&Receipt::count));
    json.member("rejected", count(&Receipt::rejected));
    json.member("returned", count(&Receipt::returned));
}

std::string_view kind_of(const Explained& of, const Obligation& o) {
    const auto& slot = of.reasoning.subject.slot;
    if (!slot) return "continuous";
    if (of.assessment->schedule().slots[*slot].event != nullptr) return "event";
    return o.kind == ObligationKind::task ? "task" : "report";
}

void write_explained(JsonWriter& json, const Explained& of, Language language) {
    const auto& plan = of.assessment->plan();
    const auto& o = plan.obligations[of.reasoning.subject.obligation];
    json.begin_object(JsonWriter::Layout::lines);
    json.member("kind", kind_of(of, o));
    json.member("plan", plan.head.id.value);
    json.member("obligation", o.id.value);
    json.member("title", o.title.value);
    json.text_or_null("source", o.why.source);
    json.text_or_null("assumed", o.why.assumed);
    write_agency_named(json, of, of.reasoning.subject.agency);
    write_period(json, of, language);
    json.member("reference", of.reasoning.reference);
    write_due(json, of.reasoning, language);
    write_decisions(json, of);
    write_due_days(json, of.reasoning);
    write_activity(json, of.reasoning.activity);
    write_papers(json, of);
    write_not_expected(json, of);
    write_conclusion(json, of);
    json.end_object();
}

}  // namespace

void begin_explanations(JsonWriter& json, std::optional<Day> as_of) {
    json.begin_object(JsonWriter::Layout::lines);
    json.member("format", "plantool/explanation@1");
    json.member("as_of", as_of);
    json.key("explanations");
    json.begin_array(JsonWriter::Layout::lines);
}

std::string end_explanations(JsonWriter& json) {
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

std::string explanation_json(std::span<const Explained> subjects, Language language) {
    JsonWriter json;
    begin_explanations(json, subjects.front().assessment->as_of());
    for (const auto& subject : subjects) write_explained(json, subject, language);
    return end_explanations(json);
}

}  // namespace plantool
