// Where libxlsxwriter keeps the parts of a workbook until it packs them. It would take temporary
// files, and ask of no writing to them whether it succeeded; a full disk would give a workbook that
// is damaged and passes for a good one. These are kept in memory, and are asked.
#pragma once

namespace plantool::xlsx {

/// How many of this thread's spools could not take or give what they were asked for, so far.
int spool_faults();

}  // namespace plantool::xlsx
