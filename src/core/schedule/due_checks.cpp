// Due days that can be, but were hardly meant (semantics.md, section 4).

#include <algorithm>
#include <map>
#include <set>

#include "core/schedule/life/stages.hpp"
#include "text/labels.hpp"

namespace plantool {
namespace {

/// One period's due day under one rule; the same under several stages is there once.
struct DueFact {
    const DueRule* rule = nullptr;  ///< none: the period's own day
    const DueDay* written = nullptr;
    const Occasion* occasion = nullptr;
    Day due;
    Day unrolled;
    Span span;
};

Span place_of_due(const Occasion& occasion, const Stage& stage) {
    if (stage.rule == nullptr) return occasion.listed->due->span;
    return stage.due.written != nullptr ? stage.due.written->written.span : stage.rule->span;
}

std::vector<DueFact> facts_of(const std::vector<Occasion>& occasions,
                              std::span<const std::vector<Stage>> stages) {
    std::vector<DueFact> facts;
    for (std::size_t i = 0; i < occasions.size(); ++i) {
        if (occasions[i].event != nullptr) continue;
        std::set<const DueRule*> seen;
        for (const auto& stage : stages[i]) {
            if (!seen.insert(stage.rule).second) continue;
            facts.push_back({stage.rule, stage.due.written, &occasions[i], stage.due.due,
                             stage.due.unrolled, place_of_due(occasions[i], stage)});
        }
    }
    return facts;
}

void warn_about_early(const Obligation& o, const std::vector<DueFact>& facts,
                      Diagnostics& diagnostics) {
    std::map<std::uint32_t, std::vector<const DueFact*>> by_place;
    for (const auto& fact : facts) {
        if (fact.due < fact.occasion->period.span.from) by_place[fact.span.begin].push_back(&fact);
    }
    for (const auto& [place, early] : by_place) {
        const auto& first = *early.front();
        const auto& period = first.occasion->period;
        const auto others = early.size() - 1;
        diagnostics.add({Code::p_due_before_period,
                         first.span,
                         others == 0 ? Message(Word::due_before_period, period.id, o.id.value,
                                               first.due, period.span.from)
                                     : Message(Word::due_before_periods, period.id, o.id.value,
                                               first.due, period.span.from, others),
                         {Word::write_day_after_period}});
    }
}

void warn_about_shared(const Obligation& o, const std::vector<DueFact>& facts,
                       Diagnostics& diagnostics) {
    std::map<std::pair<const DueRule*, Day>, std::vector<const DueFact*>> by_day;
    for (const auto& fact : facts) by_day[{fact.rule, fact.due}].push_back(&fact);
    std::set<std::uint32_t> told;
    for (const auto& fact : facts) {
        const auto& same = by_day[{fact.rule, fact.due}];
        if (same.size() < 2 || !told.insert(same.front()->span.begin).second) continue;
        std::vector<std::string_view> ids;
        for (const auto* one : same) ids.push_back(one->occasion->period.id);
        diagnostics.add({Code::p_shared_due_day,
                         same.front()->span,
                         {Word::periods_share_due, in_backquotes(ids), o.id.value, fact.due},
                         {Word::write_day_of_each}});
    }
}

bool in_first_half(const DueFact& fact) {
    const auto& span = fact.occasion->period.span;
    const Day day = fact.unrolled;
    return day >= span.from && 2 * (day - span.from) < span.to - span.from + days{1};
}

void tell_first_half(const Obligation& o, const std::vector<DueFact>& facts,
                     Diagnostics& diagnostics) {
    switch (o.cadence.value) {
        case Cadence::quarterly:
        case Cadence::semiannual:
        case Cadence::nine_month:
        case Cadence::annual:
            break;
        default:
            return;
    }
    std::set<std::uint32_t> told;
    for (const auto& fact : facts) {
        if (fact.written == nullptr || fact.written->form != DueDay::Form::month_day) continue;
        if (!in_first_half(fact) || !told.insert(fact.span.begin).second) continue;
        const auto due = civil(fact.due);
        diagnostics.add({Code::p_due_in_first_half,
                         fact.span,
                         {Word::due_in_first_half, fact.occasion->period.id, o.id.value, fact.due},
                         {Word::if_after_period, static_cast<unsigned>(due.day())}});
    }
}

}  // namespace

void check_due_days(const Obligation& o, const std::vector<Occasion>& occasions,
                    std::span<const std::vector<Stage>> stages, Diagnostics& diagnostics) {
    const auto facts = facts_of(occasions, stages);
    warn_about_early(o, facts, diagnostics);
    warn_about_shared(o, facts, diagnostics);
    tell_first_half(o, facts, diagnostics);
}

}  // namespace plantool
