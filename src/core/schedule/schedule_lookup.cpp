// What is asked of a schedule once it is laid.

#include <algorithm>

#include "core/schedule/schedule.hpp"

namespace plantool {

std::optional<SlotIx> Schedule::find_slot(ObligationIx obligation, std::string_view period) const {
    const auto& slots_of = slots_by_period[obligation];
    const auto found = slots_of.find(period);
    if (found == slots_of.end()) return std::nullopt;
    return found->second;
}

std::optional<SlotIx> Schedule::slot_named(const Plan& plan, ObligationIx obligation,
                                           std::string_view written) const {
    const auto id = period_id_of(plan, plan.obligations[obligation], written);
    return id ? find_slot(obligation, *id) : std::nullopt;
}

std::optional<RowIx> Schedule::find_row(SlotIx slot, AgencyIx agency) const {
    const auto first = rows.begin() + slots[slot].first_row;
    const auto last = first + slots[slot].row_count;
    if (first == last || agency < first->agency) return std::nullopt;
    // Mostly every agency owes the report, so that the rows are numbered as the agencies are.
    const auto guess = agency - first->agency;
    if (guess < slots[slot].row_count && (first + guess)->agency == agency) {
        return slots[slot].first_row + guess;
    }
    const auto found = std::lower_bound(
        first, last, agency, [](const ExpectedRow& row, AgencyIx ix) { return row.agency < ix; });
    if (found == last || found->agency != agency) return std::nullopt;
    return static_cast<RowIx>(found - rows.begin());
}

std::optional<int> Schedule::due_at(RowIx row) const {
    if (rows[row].extension != nullptr) return std::nullopt;
    return slots[rows[row].slot].due.at;
}

namespace {

template <class Stands>
RowMatch rows_where(const Plan& plan, const Schedule& schedule, SlotIx slot, AgencyIx sender,
                    std::optional<Day> received, const Stands& stands) {
    const auto row_of = [&](AgencyIx agency) {
        const auto row = schedule.find_row(slot, agency);
        return row && stands(schedule.rows[*row]) ? row : std::nullopt;
    };
    const auto holder = find_holder(plan, sender, received,
                                    [&](AgencyIx agency) { return row_of(agency).has_value(); });
    RowMatch match{holder.way, {}};
    for (const auto agency : holder.agencies) match.rows.push_back(*row_of(agency));
    return match;
}

}  // namespace

RowMatch rows_for(const Plan& plan, const Schedule& schedule, SlotIx slot, AgencyIx sender,
                  std::optional<Day> received) {
    return rows_where(plan, schedule, slot, sender, received,
                      [](const ExpectedRow& row) { return row.expected; });
}

RowMatch rows_in(const Plan& plan, const Schedule& schedule, SlotIx slot, AgencyIx sender,
                 std::optional<Day> received, std::uint64_t stage) {
    return rows_where(plan, schedule, slot, sender, received,
                      [=](const ExpectedRow& row) { return (row.stages & stage) != 0; });
}

std::vector<AgencyIx> answers_for(const Plan& plan, const Schedule& schedule, RowIx row) {
    const auto& slot = schedule.slots[schedule.rows[row].slot];
    return answers_for(plan, *slot.named, schedule.rows[row].agency, slot.reference);
}

const std::string& agency_name_of(const Plan& plan, const Schedule& schedule, RowIx row) {
    const auto& expected = schedule.rows[row];
    return plan.agencies[expected.agency].name_on(schedule.slots[expected.slot].reference).value;
}

}  // namespace plantool
