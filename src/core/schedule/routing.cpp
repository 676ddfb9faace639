#include "core/schedule/routing.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "core/schedule/plan_periods.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"
#include "text/string_map.hpp"

namespace plantool {
namespace {

const Obligation* find(const Plan& plan, std::string_view id) {
    const auto found = std::find_if(plan.obligations.begin(), plan.obligations.end(),
                                    [&](const Obligation& o) { return o.id.value == id; });
    return found == plan.obligations.end() ? nullptr : &*found;
}

/// The ids of an obligation's periods, and of its events.
std::set<std::string> period_ids(const Plan& plan, const Obligation& o,
                                 const EventEntries& routed) {
    std::set<std::string> ids;
    Diagnostics ignored;  // told when the plan is laid out
    if (o.cadence.value == Cadence::ad_hoc) {
        for (const auto* events : {&plan.events, &routed.events}) {
            for (const auto& event : *events) {
                if (event.obligation.value == o.id.value) ids.insert(event.id.value);
            }
        }
    } else if (o.cadence.value != Cadence::continuous) {
        for (const auto& p : periods_of(plan, o, ignored)) ids.insert(p.period.id);
    }
    return ids;
}

class EventRouter {
  public:
    EventRouter(std::span<Plan* const> plans, Diagnostics& diagnostics)
        : plans_(plans), diagnostics_(diagnostics), periods_(plans.size()) {
        out_.of_plan.resize(plans.size());
    }

    RoutedEvents run(EventEntries entries) {
        route(entries.events, &EventEntries::events, [&](const Event& e) { return by_day(e); });
        const auto by_period = [&](const auto& entry) { return this->by_period(entry); };
        route(entries.waivers, &EventEntries::waivers, by_period);
        route(entries.extensions, &EventEntries::extensions, by_period);
        route(entries.returns, &EventEntries::returns, by_period);
        route(entries.explanations, &EventEntries::explanations, by_period);
        return std::move(out_);
    }

  private:
    template <class Entry, class Choose>
    void route(std::vector<Entry>& entries, std::vector<Entry> EventEntries::*list,
               const Choose& choose) {
        for (auto& entry : entries) {
            const auto choice = entry.plan.empty() ? choose(entry) : by_id(entry.plan.value);
            if (choice.empty() && !entry.plan.empty()) {
                ++out_.elsewhere;
                continue;
            }
            if (choice.size() > 1) {
                report_several(entry.obligation, choice);
                continue;
            }
            const auto plan = choice.empty() ? 0 : choice.front();
            (out_.of_plan[plan].*list).push_back(std::move(entry));
        }
    }

    PlanChoice by_id(const std::string& id) const {
        for (std::uint32_t i = 0; i < plans_.size(); ++i) {
            if (plans_[i]->head.id.value == id) return {i};
        }
        return {};
    }

    PlanChoice by_day(const Event& event) const {
        std::vector<PlanDay> having;
        for (std::uint32_t i = 0; i < plans_.size(); ++i) {
            if (find(*plans_[i], event.obligation.value) == nullptr) continue;
            having.push_back({i, plans_[i]->head.span, event.raised});
        }
        return choose_by_day(having);
    }

    /// Where one plan alone has the obligation, it is that one's, though the period may be wrong.
    template <class Entry>
    PlanChoice by_period(const Entry& entry) {
        PlanChoice having;
        for (std::uint32_t i = 0; i < plans_.size(); ++i) {
            if (find(*plans_[i], entry.obligation.value) != nullptr) having.push_back(i);
        }
        if (having.size() < 2) return having;
        PlanChoice fitting;
        std::copy_if(having.begin(), having.end(), std::back_inserter(fitting),
                     [&](std::uint32_t plan) { return has_period(plan, entry); });
        return fitting.empty() ? PlanChoice{having.front()} : fitting;
    }

    template <class Entry>
    bool has_period(std::uint32_t plan, const Entry& entry) {
        const auto& o = *find(*plans_[plan], entry.obligation.value);
        const auto id = period_id_of(*plans_[plan], o, entry.period.value);
        return id && periods(plan, o).contains(*id);
    }

    const std::set<std::string>& periods(std::uint32_t plan, const Obligation& o) {
        const auto [known, is_new] = periods_[plan].try_emplace(o.id.value);
        if (is_new) known.value() = period_ids(*plans_[plan], o, out_.of_plan[plan]);
        return known.value();
    }

    void report_several(const Text& obligation, const PlanChoice& choice) {
        std::vector<std::string_view> ids;
        for (const auto plan : choice) ids.push_back(plans_[plan]->head.id.value);
        diagnostics_.add({Code::p_several_plans,
                          obligation.span,
                          {Word::fits_several_plans, in_backquotes(ids)},
                          {Word::say_which_plan}});
    }

    std::span<Plan* const> plans_;
    Diagnostics& diagnostics_;
    std::vector<StringMap<std::set<std::string>>> periods_;  ///< by plan, then obligation
    RoutedEvents out_;
};

}  // namespace

PlanChoice choose_by_day(std::span<const PlanDay> plans) {
    PlanChoice holding;
    const PlanDay* ended = nullptr;
    for (const auto& p : plans) {
        if (p.span.from <= p.day && p.day <= p.span.to) holding.push_back(p.plan);
        if (p.span.to < p.day && (ended == nullptr || ended->span.to < p.span.to)) ended = &p;
    }
    if (!holding.empty() || plans.empty()) return holding;
    return {ended != nullptr ? ended->plan : plans.front().plan};
}

Day last_closing(const LaidPlan& laid) {
    auto last = laid.plan.head.span.to;
    for (const auto& row : laid.schedule.rows) {
        if (row.expected) last = std::max(last, row.closes);
    }
    return last;
}

RoutedEvents route_events(EventEntries entries, std::span<Plan* const> plans,
                          Diagnostics& diagnostics) {
    return EventRouter(plans, diagnostics).run(std::move(entries));
}

}  // namespace plantool
