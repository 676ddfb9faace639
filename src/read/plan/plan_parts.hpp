// The parts of a plan file, each from its mapping. Only read/ uses these.
#pragma once

#include "core/plan/plan.hpp"
#include "read/syntax/fields.hpp"

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
Return read_return(const Node& node, Diagnostics& diagnostics, const std::string& path);
Explanation read_explanation(const Node& node, Diagnostics& diagnostics, const std::string& path);
DueRule read_due(const Node& node, Diagnostics& diagnostics, const std::string& path);

/// An amount such as `30d`; reports what is none.
std::optional<Amount> read_amount(Fields& fields, std::string_view key);
/// Whether all of a list could be read; what could not be was reported.
bool is_read(const Node* list, const std::vector<Text>& texts);
/// A text, or a list of them.
std::vector<Text> read_one_or_more(Fields& fields, std::string_view key);
/// An amount in `d` or `w` alone, as days.
std::optional<int> read_days(Fields& fields, std::string_view key);

}  // namespace plantool
