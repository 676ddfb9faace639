// The parts of a plan file, each from its mapping. Only read/ uses these.
#pragma once

#include "core/plan.hpp"
#include "read/fields.hpp"

namespace plantool {

PlanHead read_head(const Node& node, Diagnostics& diagnostics);
Agency read_agency(const Node& node, Diagnostics& diagnostics, const std::string& path);
Group read_group(const Node& node, Diagnostics& diagnostics, const std::string& path);
Obligation read_obligation(ObligationKind kind, const Node& node, Diagnostics& diagnostics,
                           const std::string& path);
Indicator read_indicator(const Node& node, Diagnostics& diagnostics, const std::string& path);
Event read_event(const Node& node, Diagnostics& diagnostics, const std::string& path);
Exception read_exception(bool extension, const Node& node, Diagnostics& diagnostics,
                         const std::string& path);
DueRule read_due(const Node& node, Diagnostics& diagnostics, const std::string& path);

/// An amount such as `30d`; reports what is none.
std::optional<Amount> read_amount(Fields& fields, std::string_view key);
/// An amount in `d` or `w` alone, as days.
std::optional<int> read_days(Fields& fields, std::string_view key);

}  // namespace plantool
