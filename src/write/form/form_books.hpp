// Workbooks that people fill in and that `import` reads back by their keys (formats.md, section 5):
// the form of a report, and the register of incoming reports.
#pragma once

#include <span>

#include "core/status/status.hpp"
#include "text/labels.hpp"
#include "write/kit/atomic_file.hpp"

namespace plantool {

/// The form for one expected report. The file is for the caller to commit. The same bytes for the
/// same plan and day. Throws IoError.
void write_form(const AtomicFile& file, const LaidPlan& laid, RowIx row, Day as_of,
                Language language);

/// A line for each of the rows. The same holds.
void write_register(const AtomicFile& file, std::span<const Status> plans, Day as_of,
                    Language language);

}  // namespace plantool
