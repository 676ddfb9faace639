#include "core/schedule/life/stages.hpp"

#include <algorithm>
#include <set>

#include "core/schedule/life/succession.hpp"

namespace plantool {
namespace {

Day last_day_of(const Occasion& occasion) {
    return occasion.event != nullptr ? occasion.event->raised : occasion.period.span.to;
}

const std::optional<Spanned<Day>>* own_due(const Occasion& occasion) {
    if (occasion.event != nullptr && occasion.event->due) return &occasion.event->due;
    if (occasion.listed != nullptr && occasion.listed->due) return &occasion.listed->due;
    return nullptr;
}

/// Whether two stages ask the same of the same. Where nobody answers, nothing is asked.
bool same(const Stage& a, const Stage& b) {
    if (a.agencies.empty() || b.agencies.empty()) return a.agencies.empty() == b.agencies.empty();
    return a.due.due == b.due.due && a.due.at == b.due.at && a.closes == b.closes &&
           a.agencies == b.agencies;
}

}  // namespace

std::optional<DueFault> stand_on(const Plan& plan, const Obligation& o, const Occasion& occasion,
                                 Day as_of, const Amendment* left_out, Stage& stage) {
    const Day last_day = last_day_of(occasion);
    stage.from = as_of;
    stage.terms = terms_without(plan, o, left_out, as_of, last_day);
    const auto& terms = stage.terms;
    if (const auto* own = own_due(occasion)) {
        stage.due = {{}, (*own)->value, (*own)->value};
    } else {
        auto result = due_day(plan, o, *terms.due, occasion.period);
        if (result.fault) return result.fault;
        stage.due = *result.derivation;
        stage.rule = terms.due;
    }
    stage.closes = plan.calendar.add(stage.due.due, terms.closes_after);
    const bool names_its_own = occasion.event != nullptr && occasion.event->has_agencies;
    stage.named = names_its_own ? &occasion.event->agency_ixs : terms.agencies;
    stage.reference = occasion.event != nullptr ? last_day : std::min(last_day, stage.due.due);
    if (!terms.lifted) stage.agencies = answering(plan, *stage.named, stage.reference);
    return std::nullopt;
}

Stages stages_of(const Plan& plan, const Obligation& o, const Occasion& occasion) {
    Stages out;
    for (const auto day : turning_days(o)) {
        Stage stage;
        if ((out.fault = stand_on(plan, o, occasion, day, nullptr, stage))) {
            out.stages.clear();
            return out;
        }
        if (!out.stages.empty()) out.stages.back().until = day;
        out.stages.push_back(std::move(stage));
    }
    return out;
}

namespace {

/// Whether an amendment makes a difference for a period or event on some as-of.
bool matters_for(const Plan& plan, const Obligation& o, const Occasion& occasion,
                 const Amendment& amendment) {
    const auto turning = turning_days(o);
    for (std::size_t i = 0; i < turning.size(); ++i) {
        if (turning[i] < amendment.on) continue;
        const bool known = occasion.event == nullptr || i + 1 == turning.size() ||
                           turning[i + 1] > occasion.event->raised;
        if (!known) continue;
        Stage with;
        Stage without;
        if (stand_on(plan, o, occasion, turning[i], nullptr, with)) return true;
        if (stand_on(plan, o, occasion, turning[i], &amendment, without)) return true;
        if (!same(with, without)) return true;
    }
    return false;
}

/// The days on which agencies begin to answer, and those from which they no longer do.
void add_turns_of_lives(const Plan& plan, std::set<Day>& days) {
    for (const auto& agency : plan.agencies) {
        if (agency.active_from) days.insert(*agency.active_from);
        if (agency.active_to) days.insert(*agency.active_to + std::chrono::days(1));
    }
}

/// The same for what is continuous: it may be asked about on any day.
bool matters_on_some_day(const Plan& plan, const Obligation& o, const Amendment& amendment) {
    std::set<Day> days{amendment.on, amendment.effective};
    for (const auto& other : o.amended) days.insert({other.on, other.effective});
    add_turns_of_lives(plan, days);
    const auto who = [&](const Terms& terms, Day day) {
        return terms.lifted ? std::vector<AgencyIx>() : answering(plan, *terms.agencies, day);
    };
    return std::any_of(days.begin(), days.end(), [&](Day day) {
        if (day < amendment.on || day < amendment.effective) return false;
        const auto with = terms_of(plan, o, day, day);
        const auto without = terms_without(plan, o, &amendment, day, day);
        const auto asked = who(with, day);
        return asked != who(without, day) ||
               (!asked.empty() && with.quiet_after != without.quiet_after);
    });
}

/// The same for an event that may still be raised, on any day of the plan.
bool matters_for_some_event(const Plan& plan, const Obligation& o, const Amendment& amendment) {
    std::set<Day> days{plan.head.span.from, plan.head.span.to};
    for (const auto& other : o.amended) {
        days.insert({other.on, other.effective, other.effective - std::chrono::days(1)});
    }
    add_turns_of_lives(plan, days);
    return std::any_of(days.begin(), days.end(), [&](Day day) {
        if (day < plan.head.span.from || day > plan.head.span.to) return false;
        Event event;
        event.raised = day;
        return matters_for(plan, o, {{{}, year_of(day), {day, day}}, nullptr, &event}, amendment);
    });
}

}  // namespace

void check_amendments(const Plan& plan, const Obligation& o, const std::vector<Occasion>& occasions,
                      Diagnostics& diagnostics) {
    for (const auto& amendment : o.amended) {
        const bool matters =
            std::any_of(occasions.begin(), occasions.end(),
                        [&](const Occasion& occasion) {
                            return matters_for(plan, o, occasion, amendment);
                        }) ||
            (o.cadence.value == Cadence::ad_hoc && matters_for_some_event(plan, o, amendment)) ||
            (o.cadence.value == Cadence::continuous && matters_on_some_day(plan, o, amendment));
        if (matters) continue;
        diagnostics.add({Code::p_idle_amendment,
                         amendment.span,
                         {Word::amendment_is_idle, o.id.value},
                         {Word::look_at_amendment, amendment.effective, amendment.on}});
    }
}

}  // namespace plantool
