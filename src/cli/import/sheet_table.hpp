// A sheet whose header has the columns of CSV (formats.md, section 2).
#pragma once

#include "cli/import/incoming.hpp"
#include "cli/session.hpp"
#include "read/office/workbook_cells.hpp"

namespace plantool {

/// Hands on the submissions of the first sheet that has such a header; false where none has. What
/// is read is laid over `base`.
bool read_sheet_table(const Workbook& book, const Incoming& base, const Session& session,
                      const IncomingSink& sink);

}  // namespace plantool
