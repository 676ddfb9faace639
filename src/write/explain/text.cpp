#include "write/explain/text.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/schedule/period_title.hpp"
#include "text/utf8.hpp"
#include "write/explain/due_words.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

const Slot* slot_of(const Explained& of) {
    const auto& slot = of.reasoning.subject.slot;
    return slot ? &of.assessment->schedule().slots[*slot] : nullptr;
}

void add_head(ExplainedLines& out) {
    const auto& subject = out.of.reasoning.subject;
    const auto& o = out.plan().obligations[subject.obligation];
    const auto* slot = slot_of(out.of);
    auto head = obligation_mark(o);
    if (slot != nullptr) head += " · " + period_heading(out.plan(), *slot, out.language);
    out.text += printable(head + " · " + out.name_of(subject.agency)) + "\n";
    if (o.kind == ObligationKind::task) out.line(Word::explained_title, o.title.value);
    out.line(Word::explained_clause, o.why.source);
    out.line(Word::explained_assumption, o.why.assumed);
    if (slot == nullptr) return;
    out.line(Word::explained_period,
             fmt::format("{} ({} - {})", period_title(out.plan(), *slot, out.language),
                         out.day(slot->period.span.from), out.day(slot->period.span.to)));
    out.line(Word::explained_window,
             fmt::format("{} - {}", out.day(slot->window.from), out.day(slot->window.to)));
}

void add_rule(ExplainedLines& out, const Slot& slot, const DueReason& due) {
    if (due.rule == nullptr) {
        const auto own = out.day(due.own->value);
        const auto text = slot.event != nullptr ? say(Word::due_of_event, out.language, own)
                                                : say(Word::due_of_period, out.language, own);
        return out.line(Word::explained_rule, with_place(text, due.own->span));
    }
    const auto& rule = *due.rule;
    auto text = rule_in_words(rule, due.derivation, out.language);
    if (rule.at) text += say(Word::rule_at, out.language, time_of_day(rule.at->value));
    const auto* written = due.derivation.written;
    const bool says_the_day =
        rule.form == DueRule::Form::by && written != nullptr && written->form == DueDay::Form::date;
    if (!says_the_day) {
        const auto day = out.day(due.derivation.unrolled);
        text = rule.form == DueRule::Form::by && !rule.at
                   ? say(Word::rule_by_gives, out.language, text, day)
                   : say(Word::rule_gives, out.language, text, day);
    }
    out.line(Word::explained_rule, with_place(std::move(text), rule.span));
    if (due.derivation.anchor) {
        out.line(Word::explained_anchor,
                 fmt::format("{}, {}", anchor_in_words(rule.after, out.language),
                             out.day(*due.derivation.anchor)));
    }
    if (due.derivation.unrolled != due.derivation.due) {
        out.line(Word::explained_roll,
                 fmt::format("{} → {}, {}", out.day(due.derivation.unrolled),
                             out.day(due.derivation.due),
                             say(rule.roll == Roll::next ? Word::to_next_working_day
                                                         : Word::to_previous_working_day,
                                 out.language)));
    }
}

void add_due(ExplainedLines& out) {
    if (!out.of.reasoning.due) return;
    const auto& due = *out.of.reasoning.due;
    add_rule(out, *slot_of(out.of), due);
    if (due.unamended) out.line(Word::explained_unamended, out.day(*due.unamended));
}

void add_last_days(ExplainedLines& out) {
    if (!out.of.reasoning.due) return;
    const auto& due = *out.of.reasoning.due;
    out.line(Word::explained_due, due.at
                                      ? fmt::format("{} {}", out.day(due.day), time_of_day(*due.at))
                                      : out.day(due.day));
    out.line(Word::explained_closing, say(Word::closing_after, out.language, out.day(due.closes),
                                          amount_in_words(due.closes_after, out.language)));
}

std::string quiet_rule(const ExplainedLines& out, const ActivityReason& activity) {
    const auto amount = say_count(Word::days, out.language, activity.row.quiet_after);
    switch (activity.from) {
        case ActivityReason::From::plan:
            return say(Word::quiet_of_plan, out.language, amount);
        case ActivityReason::From::obligation:
            return say(Word::quiet_of_task, out.language, amount);
        case ActivityReason::From::amendment:
            return say(Word::quiet_of_amendment, out.language, amount);
    }
    return {};
}

void add_activity(ExplainedLines& out) {
    if (!out.of.reasoning.activity) return;
    const auto& activity = *out.of.reasoning.activity;
    out.line(Word::explained_activity,
             activity.row.last_activity
                 ? out.day(*activity.row.last_activity)
                 : say(Word::no_activity_since, out.language, out.day(activity.since)));
    out.line(Word::explained_quiet_days,
             say_count(Word::days, out.language, activity.row.quiet_days));
    out.line(Word::explained_quiet_after, quiet_rule(out, activity));
}

std::string not_expected(const ExplainedLines& out, WhyNot why_not) {
    const auto& reasoning = out.of.reasoning;
    const auto on = out.day(reasoning.reference);
    const auto language = out.language;
    const auto others = reasoning.answering.empty() ? say(Word::nobody_answers, language)
                                                    : names_of(out, reasoning.answering);
    switch (why_not) {
        case WhyNot::not_named:
            return say(Word::not_expected_named, language, others);
        case WhyNot::not_begun:
            return say(Word::not_expected_begun, language, on, others);
        case WhyNot::ended:
            return say(Word::not_expected_ended, language, on, others);
        case WhyNot::predecessor_answers:
            return say(Word::not_expected_before, language, on, others);
        case WhyNot::lifted:
            return say(Word::not_expected_lifted, language);
        case WhyNot::not_raised:
            return say(Word::not_expected_raised, language, out.day(out.of.assessment->as_of()));
    }
    return {};
}

void add_conclusion(ExplainedLines& out) {
    const auto& reasoning = out.of.reasoning;
    if (reasoning.why_not) {
        out.text += printable(not_expected(out, *reasoning.why_not)) + "\n";
        return;
    }
    const auto state = reasoning.activity ? reasoning.activity->row.state : reasoning.row->state;
    out.text += say(Word::state_on_day, out.language, out.day(out.of.assessment->as_of()),
                    state_label(state, out.language));
    if (reasoning.row && reasoning.row->days_late.value_or(0) > 0) {
        out.text += " " + say_count(Word::days, out.language, *reasoning.row->days_late);
    }
    out.text += '\n';
}

}  // namespace

std::string with_place(std::string text, const Span& span) {
    const auto place = file_and_line(span);
    if (!place.empty()) text += fmt::format(" ({})", place);
    return text;
}

void ExplainedLines::line(Word what, std::string_view said) {
    if (said.empty()) return;
    text += fmt::format("  {}: {}\n", say(what, language), printable(said));
}

std::string explanation_text(std::span<const Explained> subjects, Language language) {
    std::string text;
    for (const auto& subject : subjects) {
        ExplainedLines out{subject, language, {}};
        add_head(out);
        add_due(out);
        add_decisions(out);
        add_last_days(out);
        add_activity(out);
        add_papers(out);
        add_conclusion(out);
        text += (text.empty() ? "" : "\n") + out.text;
    }
    return text;
}

}  // namespace plantool
