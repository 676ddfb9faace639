#include "core/report/scope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace plantool {
namespace {

using Slots = std::vector<SlotIx>;

/// Whether a period of the obligation is meant by the text: 2 by its id, 1 by a part of it.
int names_slot(const Plan& plan, const Slot& slot, const std::string& text) {
    if (slot.period.id == text) return 2;
    if (slot.event != nullptr) return 0;
    return match_period_key(plan.obligations[slot.obligation].cadence.value, text, slot.period,
                            plan.head.year_starts.value);
}

std::vector<ObligationIx> obligations_of(const Plan& plan, ObligationKind kind) {
    std::vector<ObligationIx> obligations;
    for (ObligationIx ix = 0; ix < plan.obligations.size(); ++ix) {
        if (plan.obligations[ix].kind == kind) obligations.push_back(ix);
    }
    return obligations;
}

Slots slots_of(const Schedule& schedule, const std::vector<ObligationIx>& obligations) {
    Slots slots;
    for (SlotIx ix = 0; ix < schedule.slots.size(); ++ix) {
        const auto obligation = schedule.slots[ix].obligation;
        if (std::find(obligations.begin(), obligations.end(), obligation) != obligations.end()) {
            slots.push_back(ix);
        }
    }
    return slots;
}

std::optional<std::string> named_period(const Plan& plan, const Schedule& schedule,
                                        const Slots& slots, const std::string& text) {
    std::set<std::string> by_id;
    std::set<std::string> by_part;
    for (const auto ix : slots) {
        const auto& slot = schedule.slots[ix];
        const int how = names_slot(plan, slot, text);
        if (how == 2) by_id.insert(slot.period.id);
        if (how == 1) by_part.insert(slot.period.id);
    }
    const auto& named = by_id.empty() ? by_part : by_id;
    if (named.size() != 1) return std::nullopt;
    return *named.begin();
}

void add_rows(const Slot& slot, std::vector<RowIx>& rows) {
    for (RowIx i = 0; i < slot.row_count; ++i) rows.push_back(slot.first_row + i);
}

/// The same period of the year before. Whole-plan periods and events have none.
std::optional<SlotIx> year_before(const Schedule& schedule, const Slot& slot) {
    constexpr std::size_t kYear = 4;  // digits that every period's id begins with
    const auto id = fmt::format("{:04}{}", slot.period.year - 1, slot.period.id.substr(kYear));
    return schedule.find_slot(slot.obligation, id);
}

std::optional<SlotIx> just_before(const Schedule& schedule, SlotIx ix) {
    if (ix == 0 || schedule.slots[ix - 1].obligation != schedule.slots[ix].obligation) {
        return std::nullopt;
    }
    return ix - 1;
}

std::vector<EarlierPeriod> earlier_periods(const Plan& plan, const Schedule& schedule,
                                           const Slots& slots) {
    EarlierPeriod last_year;
    last_year.year_before = true;
    EarlierPeriod before;
    const auto add = [&](EarlierPeriod& to, std::optional<SlotIx> found) {
        if (!found) return;
        to.slots.push_back(*found);
        add_rows(schedule.slots[*found], to.rows);
    };
    for (const auto ix : slots) {
        const auto& slot = schedule.slots[ix];
        const auto cadence = plan.obligations[slot.obligation].cadence.value;
        if (slot.event != nullptr || cadence == Cadence::once) continue;
        const bool listed = cadence == Cadence::listed;
        const auto same = listed ? std::nullopt : year_before(schedule, slot);
        add(last_year, same);
        const auto previous = just_before(schedule, ix);
        if (listed || previous != same) add(before, previous);
    }
    std::vector<EarlierPeriod> earlier;
    if (!last_year.rows.empty()) earlier.push_back(std::move(last_year));
    if (!before.rows.empty()) earlier.push_back(std::move(before));
    return earlier;
}

ReportScope scope_of(const Plan& plan, const Schedule& schedule, const Slots& slots,
                     const std::string& period_id) {
    ReportScope scope;
    scope.period_id = period_id;
    for (const auto ix : slots) {
        const auto& slot = schedule.slots[ix];
        if (slot.period.id != period_id) continue;
        scope.slots.push_back(ix);
        scope.obligations.push_back(slot.obligation);
        add_rows(slot, scope.rows);
    }
    scope.earlier = earlier_periods(plan, schedule, scope.slots);
    return scope;
}

std::optional<ReportScope> scope_among(const Plan& plan, const Schedule& schedule,
                                       const std::string& period,
                                       const std::vector<ObligationIx>& obligations) {
    const auto slots = slots_of(schedule, obligations);
    const auto id = named_period(plan, schedule, slots, period);
    if (!id) return std::nullopt;
    return scope_of(plan, schedule, slots, *id);
}

}  // namespace

std::optional<ReportScope> find_scope(const Plan& plan, const Schedule& schedule,
                                      const std::string& period,
                                      const std::vector<ObligationIx>& obligations) {
    if (!obligations.empty()) return scope_among(plan, schedule, period, obligations);
    const auto reports = obligations_of(plan, ObligationKind::report);
    if (auto scope = scope_among(plan, schedule, period, reports)) return scope;
    return scope_among(plan, schedule, period, obligations_of(plan, ObligationKind::task));
}

std::vector<ReportScope> latest_scopes(const Plan& plan, const Schedule& schedule,
                                       const std::vector<ObligationIx>& obligations, Day as_of) {
    auto asked = obligations;
    if (asked.empty()) asked = obligations_of(plan, ObligationKind::report);
    if (asked.empty()) asked = obligations_of(plan, ObligationKind::task);
    const auto slots = slots_of(schedule, asked);
    const auto age = [](const Slot& slot) { return std::tuple(slot.due.due, slot.period.span.to); };
    std::map<Cadence, const Slot*> latest;
    for (const auto ix : slots) {
        const auto& slot = schedule.slots[ix];
        if (slot.due.due > as_of || slot.lifted) continue;
        auto& newest = latest[plan.obligations[slot.obligation].cadence.value];
        if (newest == nullptr || age(*newest) < age(slot)) newest = &slot;
    }
    std::vector<ReportScope> scopes;
    for (const auto& [cadence, slot] : latest) {
        const auto& id = slot->period.id;
        const bool there = std::any_of(scopes.begin(), scopes.end(), [&](const ReportScope& scope) {
            return scope.period_id == id;
        });
        if (!there) scopes.push_back(scope_of(plan, schedule, slots, id));
    }
    return scopes;
}

}  // namespace plantool
