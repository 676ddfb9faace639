#include "core/schedule/life/succession.hpp"

#include <algorithm>
#include <set>

namespace plantool {
namespace {

using Agencies = std::set<AgencyIx>;

std::vector<AgencyIx> in_order(const Agencies& agencies) {
    return {agencies.begin(), agencies.end()};
}

/// Walks from one agency to the next and the next, each once. `visit` says whether to go on behind
/// the one that it is given.
template <class Next, class Visit>
void walk(AgencyIx start, const Next& next, const Visit& visit) {
    Agencies seen{start};
    std::vector<AgencyIx> open{start};
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        if (!visit(at)) continue;
        for (const auto ix : next(at)) {
            if (seen.insert(ix).second) open.push_back(ix);
        }
    }
}

auto successors_in(const Plan& plan) {
    return [&plan](AgencyIx ix) -> const std::vector<AgencyIx>& {
        return plan.agencies[ix].successor_ixs;
    };
}

auto predecessors_in(const Plan& plan) {
    return [&plan](AgencyIx ix) -> const std::vector<AgencyIx>& {
        return plan.agencies[ix].predecessor_ixs;
    };
}

Agencies answering_for(const Plan& plan, AgencyIx named, Day day) {
    Agencies found;
    walk(named, successors_in(plan), [&](AgencyIx ix) {
        const auto& agency = plan.agencies[ix];
        if (agency.active_on(day)) found.insert(ix);
        return agency.active_to && day > *agency.active_to;
    });
    return found;
}

template <class Next>
Agencies all_from(AgencyIx start, const Next& next) {
    Agencies found;
    walk(start, next, [&](AgencyIx ix) { return found.insert(ix).second; });
    return found;
}

}  // namespace

std::vector<AgencyIx> answering(const Plan& plan, AgencyIx named, Day day) {
    return in_order(answering_for(plan, named, day));
}

std::vector<AgencyIx> answering(const Plan& plan, const std::vector<AgencyIx>& named, Day day) {
    // Mostly all are there on all days: thousands of agencies need no set.
    const bool all_active = std::all_of(
        named.begin(), named.end(), [&](AgencyIx ix) { return plan.agencies[ix].active_on(day); });
    if (all_active) return named;
    Agencies found;
    for (const auto ix : named) found.merge(answering_for(plan, ix, day));
    return in_order(found);
}

std::vector<AgencyIx> answers_for(const Plan& plan, const std::vector<AgencyIx>& named,
                                  AgencyIx agency, Day day) {
    // It and those before it are a few; those named may be thousands.
    const auto possible = all_from(agency, predecessors_in(plan));
    std::vector<AgencyIx> found;
    for (const auto ix : named) {
        if (possible.contains(ix) && answering_for(plan, ix, day).contains(agency)) {
            found.push_back(ix);
        }
    }
    return found;
}

std::vector<AgencyIx> followers(const Plan& plan, AgencyIx agency) {
    return in_order(all_from(agency, successors_in(plan)));
}

std::vector<AgencyIx> followed(const Plan& plan, AgencyIx agency) {
    return in_order(all_from(agency, predecessors_in(plan)));
}

bool shares_a_follower(const Plan& plan, AgencyIx one, AgencyIx other) {
    if (one == other) return true;
    const auto of_one = all_from(one, successors_in(plan));
    const auto of_other = all_from(other, successors_in(plan));
    return std::any_of(of_one.begin(), of_one.end(),
                       [&](AgencyIx ix) { return of_other.contains(ix); });
}

RowHolder find_holder(const Plan& plan, AgencyIx sender, std::optional<Day> received,
                      const std::function<bool(AgencyIx)>& has_row) {
    if (has_row(sender)) return {RowHolder::Way::own, {sender}};
    Agencies found;
    walk(sender, successors_in(plan), [&](AgencyIx ix) {
        if (!has_row(ix)) return true;
        found.insert(ix);
        return false;
    });
    if (!found.empty()) return {RowHolder::Way::successor, in_order(found)};
    if (!received) return {};
    walk(sender, predecessors_in(plan), [&](AgencyIx ix) {
        const auto& to = plan.agencies[ix].active_to;
        const bool fits = ix != sender && to && *to < *received && has_row(ix);
        if (fits) found.insert(ix);
        return !fits;
    });
    return {RowHolder::Way::predecessor, in_order(found)};
}

namespace {

void report_circle(const Plan& plan, AgencyIx ix, Diagnostics& diagnostics) {
    const auto& agency = plan.agencies[ix];
    const auto& at = agency.successors.front();
    diagnostics.add({Code::p_successor_circle,
                     at.span,
                     {Word::succeeded_by_itself, agency.id.value, at.value},
                     {Word::take_a_successor_out}});
}

void check_successor(const Plan& plan, const Agency& agency, AgencyIx successor, const Span& at,
                     Diagnostics& diagnostics) {
    const auto& next = plan.agencies[successor];
    if (!agency.active_to || !next.active_from) return;
    if (*next.active_from <= *agency.active_to + days{1}) return;
    diagnostics.add(
        {Code::p_successor_gap,
         at,
         {Word::gap_before_successor, agency.id.value, *agency.active_to, next.id.value,
          *next.active_from},
         {Word::write_active_from, format_date(*agency.active_to + days{1}), next.id.value}});
}

}  // namespace

void check_succession(const Plan& plan, Diagnostics& diagnostics) {
    std::set<AgencyIx> told;
    for (AgencyIx ix = 0; ix < plan.agencies.size(); ++ix) {
        const auto& agency = plan.agencies[ix];
        if (agency.successors.empty()) continue;
        if (!agency.active_to) {
            diagnostics.add({Code::p_successor_without_end,
                             agency.successors.front().span,
                             {Word::successor_without_end, agency.id.value},
                             {Word::write_active_to, Message(Word::value_day)}});
        }
        bool circle = false;
        for (const auto next : agency.successor_ixs) {
            const auto after = followers(plan, next);
            circle = circle || std::binary_search(after.begin(), after.end(), ix);
        }
        // A circle is told once, at the first of those that make it.
        if (circle && !told.contains(ix)) {
            report_circle(plan, ix, diagnostics);
            const auto all = followers(plan, ix);
            told.insert(all.begin(), all.end());
        }
        for (const auto& written : agency.successors) {
            const auto found = plan.names.by_id.find(written.value);
            if (found == plan.names.by_id.end()) continue;
            check_successor(plan, agency, found->second, written.span, diagnostics);
        }
    }
}

}  // namespace plantool
