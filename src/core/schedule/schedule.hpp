// What a plan expects, before anything is received: its periods with their due days, and a row for
// each (obligation, period or event, agency) (semantics.md, sections 2 to 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/schedule/due.hpp"
#include "core/schedule/life/succession.hpp"
#include "core/schedule/plan_periods.hpp"

namespace plantool {

using SlotIx = std::uint32_t;
using RowIx = std::uint32_t;

/// One period or event of an obligation, with what holds for it on as-of.
struct Slot {
    ObligationIx obligation = 0;
    Period period;
    Days window;
    DueDerivation due;
    Day closes;
    Day reference;                         ///< who answers on this day owes the report
    const Event* event = nullptr;          ///< for ad-hoc
    const ListedPeriod* listed = nullptr;  ///< where the obligation lists its periods
    const DueRule* rule = nullptr;         ///< none where the period or event has a day of its own
    const std::vector<AgencyIx>* named = nullptr;  ///< by the obligation or event, in plan order
    std::vector<const Amendment*> amendments;      ///< that hold for it, in their order
    bool lifted = false;                           ///< by an amendment: nobody owes it
    /// A bit for each stage: the as-ofs from one amendment to the next. From the 64th on they share
    /// a bit. Those that end before an event was raised have none.
    std::uint64_t stages = 1;
    RowIx first_row = 0;
    RowIx row_count = 0;  ///< rows of a slot are neighbours, in plan order of the agencies
};

/// One report that is expected on some day of asking, and what stands of it on as-of.
struct ExpectedRow {
    SlotIx slot = 0;
    AgencyIx agency = 0;
    Day due;  ///< the extension's day where there is one
    Day closes;
    const Exception* extension = nullptr;
    const Exception* waiver = nullptr;
    bool expected = true;      ///< on as-of: an event not raised yet and a lifted period are not
    std::uint64_t stages = 1;  ///< of Slot::stages those in which it stands
};

/// A plan may expect this many reports; a slip of the pen in its years expects more.
inline constexpr std::size_t kMostRows = 5'000'000;

/// Slots in the order of every table: obligations in plan order, then period; events by the day
/// they were raised, then as read. The plan must outlive it.
struct Schedule {
    std::vector<Slot> slots;
    std::vector<ExpectedRow> rows;
    std::vector<StringMap<SlotIx>> slots_by_period;  ///< per obligation

    std::optional<SlotIx> find_slot(ObligationIx obligation, std::string_view period) const;
    /// The same of a period as people write it.
    std::optional<SlotIx> slot_named(const Plan& plan, ObligationIx obligation,
                                     std::string_view written) const;
    std::optional<RowIx> find_row(SlotIx slot, AgencyIx agency) const;
    /// The minutes of the due day until which a paper is on time; none where the whole day is.
    std::optional<int> due_at(RowIx row) const;
};

/// Lays out a resolved plan as it is known on `as_of`, and reports what cannot be on whatever day:
/// keys that match no period, periods without a due day, waivers and extensions that match no row,
/// years without holidays. It holds the rows of every as-of: which of them are expected on this one
/// they say themselves. Slots and rows are numbered alike whatever the day.
Schedule build_schedule(const Plan& plan, Day as_of, Diagnostics& diagnostics);

/// The rows that a paper may belong to (section 6): none, one, or several, which it must tell
/// apart.
struct RowMatch {
    RowHolder::Way way = RowHolder::Way::own;
    std::vector<RowIx> rows;
};
/// Among the rows that are expected on as-of.
RowMatch rows_for(const Plan& plan, const Schedule& schedule, SlotIx slot, AgencyIx sender,
                  std::optional<Day> received);
/// Among those of one stage: a bit of Slot::stages.
RowMatch rows_in(const Plan& plan, const Schedule& schedule, SlotIx slot, AgencyIx sender,
                 std::optional<Day> received, std::uint64_t stage);

/// The agencies named by the obligation or event for which the row's agency answers (section 5).
std::vector<AgencyIx> answers_for(const Plan& plan, const Schedule& schedule, RowIx row);
/// The name that the row's agency bore on the reference day (section 5).
const std::string& agency_name_of(const Plan& plan, const Schedule& schedule, RowIx row);

}  // namespace plantool
