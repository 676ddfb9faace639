// Who reports how reliably: expected reports counted by agency, group, obligation, period or plan,
// and ranked (cli.md, rates).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/status/status.hpp"
#include "text/labels.hpp"

namespace plantool {

enum class RatesBy { agency, group, obligation, period, plan };

struct RatesByInfo {
    RatesBy by;
    std::string_view id;
};

std::span<const RatesByInfo> all_rates_by();
const RatesByInfo& info(RatesBy by);
std::optional<RatesBy> parse_rates_by(std::string_view text);

/// The rows that have one key.
struct RatesLine {
    std::string key;   ///< an id; plans that share one share the line
    std::string name;  ///< as the last of them has it, of an agency that of as-of
    Summary summary;
    std::int64_t late = 0;       ///< rows that are late, overdue or missing
    std::int64_t days_late = 0;  ///< of these together
    std::optional<int> rank;
    std::optional<double> points;  ///< nothing where none of the plans has `scoring`

    /// In hundredths of a day, rounded half up; nothing when nothing is late.
    std::optional<std::int64_t> mean_days_late() const;
};

/// A line for each key that a row has, unranked and in plan order: agencies, groups and obligations
/// as the plan lists them, periods as the rows have them; of several plans, one after the other. A
/// group has the rows of its members; what an agency owes that two groups hold counts in both.
/// `language`: of the names of periods.
std::vector<RatesLine> count_rates(std::span<const Status> plans, RatesBy by, Language language);

/// Ranks the lines and puts them in that order: by reporting rate, then on-time rate, then fewer
/// days late in the mean, all of them unrounded. Equal ones share a rank, and the next has the one
/// that it would have had anyway: 1, 1, 3. Those without a rate have none and stand last.
void rank_by_rates(std::vector<RatesLine>& lines);

/// What a row brings by the scoring of its plan.
double points_of(const StatusRow& row, const Scoring& scoring);

}  // namespace plantool
