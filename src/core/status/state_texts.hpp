// What each state means, at length and in both languages, for `explain` (semantics.md, sections 7
// and 8). A state without a text does not compile.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/status/state.hpp"
#include "text/labels.hpp"

namespace plantool {

/// The state that a word means: its id, or its label in either language, compared as names are.
std::optional<State> state_called(std::string_view word);

/// When a row or an activity has the state.
std::string_view meaning_of(State state, Language language);

/// All that is to be said of a state: id and label, meaning, and among which others it is looked
/// for. Ends with a line break.
std::string explain(State state, Language language, int width);

}  // namespace plantool
