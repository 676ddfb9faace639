// The states of a row and of an activity, and their names (semantics.md, sections 7 and 8).
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace plantool {

enum class State {
    on_time,
    late,
    waived,
    missing,
    overdue,
    due_soon,
    open,
    upcoming,
    active,  ///< of a continuous obligation, as is quiet
    quiet
};

inline constexpr int kRowStates = 8;  ///< those before `active`

struct StateInfo {
    State state;
    std::string_view id;
    std::string_view vi;
    std::string_view en;
};

std::span<const StateInfo> all_states();
const StateInfo& info(State state);
/// By its id, or by its Vietnamese label, compared as names are (formats.md, end of section 2).
std::optional<State> parse_state(std::string_view text);

}  // namespace plantool
