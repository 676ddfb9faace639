// What events files say, tied to the plan (formats.md, section 1).

#include "core/plan/resolve/resolve_parts.hpp"
#include "core/time/cadence_word.hpp"

namespace plantool {
namespace {

/// What is said to be another plan's is nothing to this one (semantics.md, section 10).
void drop_of_other_plans(Plan& plan) {
    const auto& id = plan.head.id.value;
    for_each_list(static_cast<EventEntries&>(plan), [&](auto& entries) {
        std::erase_if(entries, [&](const auto& entry) {
            return !entry.plan.empty() && entry.plan.value != id;
        });
    });
}

class EventResolver {
  public:
    EventResolver(Plan& plan, AgencyFinder& names, Diagnostics& diagnostics)
        : plan_(plan), names_(names), decisions_(plan, diagnostics), diagnostics_(diagnostics) {}

    void run() {
        drop_of_other_plans(plan_);
        for (auto& event : plan_.events) resolve_event(event);
        for (auto* exceptions : {&plan_.extensions, &plan_.waivers}) {
            for (auto& e : *exceptions) {
                e.obligation_ix = find_obligation(e.obligation);
                e.agency_ixs = decisions_.expand_names(e.agencies);
            }
        }
        for (auto& r : plan_.returns) resolve_one(r);
        for (auto& e : plan_.explanations) resolve_one(e);
    }

  private:
    std::optional<ObligationIx> find_obligation(const Text& id) {
        const auto found = plan_.obligation_ids.find(id.value);
        if (found != plan_.obligation_ids.end()) return found->second;
        if (id.value.empty()) return std::nullopt;  // a missing one was reported already
        diagnostics_.add({Code::p_unknown_obligation,
                          id.span,
                          {Word::no_task_or_report, id.value},
                          known_.suggestion(id.value, [&] { return obligation_ids(plan_); })});
        return std::nullopt;
    }

    void resolve_event(Event& event) {
        const auto found = find_obligation(event.obligation);
        if (!found) return;
        const auto& o = plan_.obligations[*found];
        if (o.cadence.value != Cadence::ad_hoc) {
            diagnostics_.add({Code::p_event_not_ad_hoc,
                              event.obligation.span,
                              {Word::event_not_ad_hoc, o.id.value, cadence_word(o.cadence.value)}});
            return;
        }
        event.obligation_ix = found;
        event.agency_ixs = names_.expand_names(event.agencies);
    }

    template <class Entry>
    void resolve_one(Entry& entry) {
        entry.obligation_ix = find_obligation(entry.obligation);
        if (!entry.agency.empty()) entry.agency_ix = decisions_.one_by_name(entry.agency);
    }

    Plan& plan_;
    AgencyFinder& names_;
    LimitedSuggester known_{kMostSuggested};
    AgencyFinder decisions_;  ///< one of its own: who is only let off has nothing to do
    Diagnostics& diagnostics_;
};

}  // namespace

void resolve_events(Plan& plan, AgencyFinder& names, Diagnostics& diagnostics) {
    EventResolver(plan, names, diagnostics).run();
}

}  // namespace plantool
