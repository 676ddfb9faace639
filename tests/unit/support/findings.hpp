// Findings as short texts that a table of cases can name.
#pragma once

#include "diag/diagnostic.hpp"
#include "support/days.hpp"

namespace plantool::testing {

/// The ids of the codes found, in the order found: `P101`.
Strings codes_of(const Diagnostics& found);
/// Those that are errors.
Strings errors_of(const Diagnostics& found);
/// `P101 3:9`, in the order of file, line and column.
Strings places_of(const Diagnostics& found);
/// Of values made in memory: `P103 so-yt`, the code and what the finding points at, in the order
/// found.
Strings pointed_at(const Diagnostics& found);

}  // namespace plantool::testing
