#include "core/schedule/exceptions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/time/cadence_word.hpp"

namespace plantool {
namespace {

using Listed = std::vector<const Exception*>;

bool holds(const std::vector<AgencyIx>& in_order, AgencyIx agency) {
    return std::binary_search(in_order.begin(), in_order.end(), agency);
}

/// Whether it speaks of the agency's row: names it, or all for whom it answers there.
bool speaks_of(const Plan& plan, const Exception& e, const Stage& stage, AgencyIx agency) {
    if (holds(e.agency_ixs, agency)) return true;
    // Most answer for themselves alone.
    if (plan.agencies[agency].predecessor_ixs.empty()) return false;
    const auto replaced = answers_for(plan, *stage.named, agency, stage.reference);
    return !replaced.empty() && std::all_of(replaced.begin(), replaced.end(),
                                            [&](AgencyIx ix) { return holds(e.agency_ixs, ix); });
}

Code unmatched_code(const Exception& e) {
    return e.due ? Code::p_unmatched_extension : Code::p_unmatched_waiver;
}

std::string written_agencies(const Exception& e) {
    std::string out;
    for (const auto& agency : e.agencies) {
        out += fmt::format("{}`{}`", out.empty() ? "" : ", ", agency.value);
    }
    return out;
}

/// `e`: an exception or an explanation.
void report_no_period(const Plan& plan, const Schedule& schedule, const auto& e, Code code,
                      Diagnostics& diagnostics) {
    const auto& o = plan.obligations[*e.obligation_ix];
    const bool ad_hoc = o.cadence.value == Cadence::ad_hoc;
    std::vector<Period> periods;
    for (const auto& slot : schedule.slots) {
        if (slot.obligation == *e.obligation_ix) periods.push_back(slot.period);
    }
    if (e.period.empty()) {
        diagnostics.add({code,
                         e.span,
                         {Word::period_key_missing, o.id.value, cadence_word(o.cadence.value)},
                         ad_hoc ? Message(Word::write_event_id) : list_of(periods)});
    } else {
        diagnostics.add({code,
                         e.period.span,
                         {ad_hoc ? WordWith<2>(Word::has_no_event) : Word::has_no_period,
                          o.id.value, e.period.value},
                         ad_hoc ? Message() : list_of(periods)});
    }
}

/// An agency that answers in the slot and follows one that the exception names.
std::optional<AgencyIx> heir_of(const Plan& plan, const Exception& e, const Stage& stage) {
    for (const auto agency : stage.agencies) {
        const auto before = followed(plan, agency);
        const bool follows = std::any_of(before.begin(), before.end(), [&](AgencyIx ix) {
            return ix != agency && holds(e.agency_ixs, ix);
        });
        if (follows) return agency;
    }
    return std::nullopt;
}

void check_one(const Plan& plan, const Slot& slot, const Exception& e,
               const std::vector<Stage>& stages, Diagnostics& diagnostics) {
    std::optional<AgencyIx> heir;
    for (const auto& stage : stages) {
        const bool seen = slot.event == nullptr || stage.lasts_beyond(slot.event->raised);
        if (!seen) continue;
        for (const auto agency : stage.agencies) {
            if (speaks_of(plan, e, stage, agency)) return;
        }
        if (!heir) heir = heir_of(plan, e, stage);
    }
    const auto& o = plan.obligations[slot.obligation];
    if (heir) {
        const auto& successor = plan.agencies[*heir].id.value;
        diagnostics.add({Code::p_exception_passed_on,
                         e.span,
                         {e.due ? WordWith<4>(Word::extension_passed_on) : Word::waiver_passed_on,
                          written_agencies(e), o.id.value, slot.period.id, successor},
                         {Word::name_successor, successor}});
        return;
    }
    diagnostics.add({unmatched_code(e),
                     e.span,
                     {e.due ? WordWith<4>(Word::extension_matches_none) : Word::waiver_matches_none,
                      e.agencies.size(), written_agencies(e), o.id.value, slot.period.id}});
}

bool share_an_agency(const Exception& a, const Exception& b) {
    return std::any_of(a.agency_ixs.begin(), a.agency_ixs.end(),
                       [&](AgencyIx ix) { return holds(b.agency_ixs, ix); });
}

void report_ties(const Slot& slot, const Listed& listed, Diagnostics& diagnostics) {
    for (auto later = listed.begin(); later != listed.end(); ++later) {
        const auto tied = std::find_if(listed.begin(), later, [&](const Exception* earlier) {
            return earlier->decided == (*later)->decided && share_an_agency(*earlier, **later);
        });
        if (tied == later) continue;
        diagnostics.add({Code::p_repeated_exception,
                         (*later)->span,
                         {Word::settled_twice, (*later)->obligation.value,
                          written_agencies(**later), slot.period.id},
                         {Word::first_decision_stands},
                         {},
                         {{Message(Word::first_is_here), (*tied)->span}}});
    }
}

}  // namespace

ExceptionsBySlot sort_exceptions(const Plan& plan, const Schedule& schedule,
                                 const std::vector<Exception>& exceptions,
                                 const std::function<bool(ObligationIx)>& is_undated,
                                 Diagnostics& diagnostics) {
    ExceptionsBySlot sorted;
    for (const auto& e : exceptions) {
        if (!e.obligation_ix || e.agency_ixs.empty()) continue;  // told by `resolve`
        const auto slot = schedule.slot_named(plan, *e.obligation_ix, e.period.value);
        if (slot) {
            sorted[*slot].push_back(&e);
        } else if (!is_undated(*e.obligation_ix)) {
            report_no_period(plan, schedule, e, unmatched_code(e), diagnostics);
        }
    }
    return sorted;
}

const Exception* standing_exception(const Plan& plan, const Listed& listed, const Stage& stage,
                                    AgencyIx agency, Day as_of) {
    const Exception* stands = nullptr;
    for (const auto* e : listed) {
        if (!e->stands_on(as_of) || !speaks_of(plan, *e, stage, agency)) continue;
        const auto decided = [](const Exception* one) { return one->decided.value_or(Day::min()); };
        if (stands == nullptr || decided(stands) < decided(e)) stands = e;
    }
    return stands;
}

void check_exceptions(const Plan& plan, const Schedule& schedule, const ExceptionsBySlot& sorted,
                      const std::vector<std::vector<Stage>>& stages, Diagnostics& diagnostics) {
    for (const auto& [ix, listed] : sorted) {
        const auto& slot = schedule.slots[ix];
        for (const auto* e : listed) check_one(plan, slot, *e, stages[ix], diagnostics);
        report_ties(slot, listed, diagnostics);
    }
}

void check_explanations(const Plan& plan, const Schedule& schedule,
                        const std::function<bool(ObligationIx)>& is_undated,
                        Diagnostics& diagnostics) {
    for (const auto& e : plan.explanations) {
        if (!e.obligation_ix || !e.agency_ix || is_undated(*e.obligation_ix)) continue;
        const auto slot = schedule.slot_named(plan, *e.obligation_ix, e.period.value);
        if (!slot) {
            report_no_period(plan, schedule, e, Code::p_unmatched_explanation, diagnostics);
        } else if (!schedule.find_row(*slot, *e.agency_ix)) {
            diagnostics.add(
                {Code::p_unmatched_explanation,
                 e.span,
                 {Word::explanation_matches_none, e.agency.value,
                  plan.obligations[*e.obligation_ix].id.value, schedule.slots[*slot].period.id}});
        }
    }
}

}  // namespace plantool
