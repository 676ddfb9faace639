#include "core/status/status.hpp"

#include <algorithm>

namespace plantool {
namespace {

template <class T>
bool selects(const std::vector<T>& chosen, const T& value) {
    return chosen.empty() || std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

/// By agency; a group may name thousands.
std::vector<bool> selected_agencies(const Plan& plan, const Filter& filter) {
    std::vector<bool> selected(plan.agencies.size(), !filter.by_agency);
    for (const auto agency : filter.agencies) selected[agency] = true;
    return selected;
}

bool selects_obligation(const Filter& filter, ObligationIx obligation) {
    const auto& chosen = filter.obligations;
    return (chosen.empty() && !filter.by_obligation) ||
           std::find(chosen.begin(), chosen.end(), obligation) != chosen.end();
}

bool selects_period(const Plan& plan, const Filter& filter, const Slot& slot) {
    return filter.periods.empty() ||
           std::any_of(filter.periods.begin(), filter.periods.end(),
                       [&](const std::string& text) { return names_period(plan, slot, text); });
}

}  // namespace

bool selects_slot(const Filter& filter, const Plan& plan, const Slot& slot) {
    return selects_obligation(filter, slot.obligation) && selects_period(plan, filter, slot);
}

bool names_period(const Plan& plan, const Slot& slot, const std::string& text) {
    if (slot.period.id == text) return true;
    const auto cadence = plan.obligations[slot.obligation].cadence.value;
    return slot.event == nullptr &&
           match_period_key(cadence, text, slot.period, plan.head.year_starts.value) > 0;
}

void count(Summary& summary, const Assessment& assessment, const StatusRow& row) {
    ++summary.expected;
    ++summary.by_state[static_cast<std::size_t>(row.state)];
    summary.rejected += assessment.receipt(row.row).rejected;
}

Status select(const Assessment& assessment, const Filter& filter) {
    Status status;
    status.assessment = &assessment;
    const auto& plan = assessment.plan();
    const auto& schedule = assessment.schedule();
    const auto agencies = selected_agencies(plan, filter);
    for (const auto& row : assessment.rows()) {
        const auto& expected = schedule.rows[row.row];
        const auto& slot = schedule.slots[expected.slot];
        const bool chosen = agencies[expected.agency] && selects(filter.states, row.state) &&
                            selects_slot(filter, plan, slot);
        if (!chosen) continue;
        status.rows.push_back(row);
        count(status.summary, assessment, row);
    }
    if (!filter.periods.empty()) return status;
    for (const auto& row : assessment.activity()) {
        if (agencies[row.agency] && selects_obligation(filter, row.obligation) &&
            selects(filter.states, row.state)) {
            status.activity.push_back(row);
        }
    }
    return status;
}

}  // namespace plantool
