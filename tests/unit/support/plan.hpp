// Plans made in memory, in a few lines, for tests of the core: no file, no YAML, no intake.
//
//     const BuiltPlan plan(plan_2022(
//         {task("T1", {"a", "b"}, Cadence::continuous),
//          report("h", {"a", "b", "c"}, Cadence::semiannual, before({{"H1", "06-30"}}))}));
//
// Whatever else a plan can say is a field of the value: `plan.waivers = {waiver("h", "c",
// "2022")}`, or `with(report(…), [](auto& o) { o.window = Window::nd09; })`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plan/laid_plan.hpp"
#include "support/days.hpp"
#include "support/findings.hpp"

namespace plantool::testing {

/// A text that stands nowhere but in itself: a finding about it names it as its file, so that
/// `pointed_at` can show what a finding is about.
Text text(std::string_view value);
std::vector<Text> texts(const Strings& values);

Agency agency(std::string_view id, std::string_view name = {});
Group group(std::string_view id, const Strings& members);

/// `06-30`, `2022-06-30` or `period-end`.
DueRule by(std::string_view day);
DueRule before(std::string_view day);
/// One day for each period: `{"H1", "06-30"}`.
using DueDays = std::vector<std::pair<std::string, std::string>>;
DueRule by(const DueDays& days);
DueRule before(const DueDays& days);
/// `within("5d", Anchor::raised)`.
DueRule within(std::string_view amount, Anchor after);

/// Without a due rule for continuous ones alone.
Obligation task(std::string_view id, const Strings& lead, Cadence cadence,
                std::optional<DueRule> due = {});
Obligation report(std::string_view id, const Strings& from, Cadence cadence,
                  std::optional<DueRule> due = {});
Indicator indicator(std::string_view id, FigureType type, Total total);
Event event(std::string_view id, std::string_view obligation, std::string_view raised);
Exception waiver(std::string_view obligation, std::string_view agency, std::string_view period);
Exception extension(std::string_view obligation, std::string_view agency, std::string_view period,
                    std::string_view due);

/// The value after the change.
template <class T, class Change>
T with(T value, Change change) {
    change(value);
    return value;
}

/// A plan that runs `from` to `to`. The tasks among the obligations stand before the reports.
Plan plan_from_to(std::string_view from, std::string_view to, std::vector<Agency> agencies,
                  std::vector<Obligation> obligations);
/// The same for the year 2022, with the agencies a, b and c.
Plan plan_2022(std::vector<Obligation> obligations);

/// A plan resolved and laid out. What was found wrong on the way is in `found`.
struct BuiltPlan : LaidPlan {
    Diagnostics found;

    /// Without a day it is laid as it stands when all is known.
    explicit BuiltPlan(Plan fresh, std::optional<std::string_view> as_of = std::nullopt);

    ObligationIx obligation(const std::string& id) const;
    AgencyIx agency(const std::string& id) const;
    /// The row of (obligation, agency, period); nothing where none is expected.
    std::optional<RowIx> row(const std::string& obligation, const std::string& agency,
                             const std::string& period) const;
    /// `period due closes` of each slot of the obligation.
    Strings dues(const std::string& obligation) const;

  protected:
    BuiltPlan() = default;
    void lay_out(std::optional<std::string_view> as_of);
};

}  // namespace plantool::testing
