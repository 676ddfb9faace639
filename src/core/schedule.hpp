// What a plan expects, before anything is received: its periods with their due days, and a row for
// each (obligation, period or event, agency) (semantics.md, sections 2 to 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/due.hpp"
#include "core/plan.hpp"

namespace plantool {

using SlotIx = std::uint32_t;
using RowIx = std::uint32_t;

/// One period or event of an obligation.
struct Slot {
    ObligationIx obligation = 0;
    Period period;
    Days window;
    DueDerivation due;
    Day closes;
    const Event* event = nullptr;  ///< for ad-hoc
    RowIx first_row = 0;
    RowIx row_count = 0;  ///< rows of a slot are neighbours, in plan order of the agencies
};

/// One expected report.
struct ExpectedRow {
    SlotIx slot = 0;
    AgencyIx agency = 0;
    Day due;  ///< the extension's day where there is one
    Day closes;
    const Exception* extension = nullptr;
    const Exception* waiver = nullptr;
};

/// Slots in the order of every table: obligations in plan order, then period; events by the day
/// they were raised, then as read. The plan must outlive it.
struct Schedule {
    std::vector<Slot> slots;
    std::vector<ExpectedRow> rows;
    std::vector<StringMap<SlotIx>> slots_by_period;  ///< per obligation

    std::optional<SlotIx> find_slot(ObligationIx obligation, std::string_view period) const;
    std::optional<RowIx> find_row(SlotIx slot, AgencyIx agency) const;
};

/// Lays out a resolved plan and reports what cannot be: keys that match no period, periods without
/// a due day, waivers and extensions that match no row, years without holidays.
Schedule build_schedule(const Plan& plan, Diagnostics& diagnostics);

/// The period a text names for this obligation, as its canonical id: the event's id for ad-hoc.
std::optional<std::string> period_id_of(const Obligation& obligation, std::string_view text);

}  // namespace plantool
