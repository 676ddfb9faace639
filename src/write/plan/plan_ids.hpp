// What a plan's file calls the values that the core has as enumerations. Only write/plan uses this.
#pragma once

#include <array>
#include <string_view>

#include "core/plan/due_rule.hpp"
#include "core/plan/plan.hpp"

namespace plantool {

/// From Sunday on.
inline constexpr std::array<std::string_view, 7> kWeekdayIds = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

constexpr std::string_view anchor_id(Anchor anchor) {
    constexpr std::array<std::string_view, 4> kIds = {"period-start", "period-end", "window-end",
                                                      "raised"};
    return kIds.at(static_cast<std::size_t>(anchor));
}

constexpr std::string_view roll_id(Roll roll) {
    constexpr std::array<std::string_view, 3> kIds = {"none", "next", "previous"};
    return kIds.at(static_cast<std::size_t>(roll));
}

constexpr std::string_view due_form_id(DueRule::Form form) {
    constexpr std::array<std::string_view, 3> kIds = {"before", "by", "within"};
    return kIds.at(static_cast<std::size_t>(form));
}

constexpr std::string_view total_id(Total total) {
    constexpr std::array<std::string_view, 4> kIds = {"sum", "max", "mean", "last"};
    return kIds.at(static_cast<std::size_t>(total));
}

}  // namespace plantool
