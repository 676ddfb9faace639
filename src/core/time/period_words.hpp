// Periods as people write them: `Quý I/2022`, `6 tháng đầu năm 2022`, `07/2022` (formats.md, end of
// section 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/time/period.hpp"

namespace plantool {

/// The id of the period that the words name; nothing when they name none of this cadence. Words are
/// compared as names are. A year may be written with the next (`2026-2027`), as titles have it
/// where the plan's year is not the calendar's.
std::optional<std::string> period_id_in_words(Cadence cadence, std::string_view text);

}  // namespace plantool
