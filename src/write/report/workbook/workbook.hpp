// A report as an Excel workbook: the first sheet to read and to print, the others to look things
// up in.
#pragma once

#include "core/report/report.hpp"
#include "text/labels.hpp"
#include "write/kit/atomic_file.hpp"

namespace plantool {

/// Writes the workbook into the file, which is the caller's to commit. The same report makes the
/// same bytes. Texts that a cell cannot hold (more than 32,767 characters) are cut with a visible
/// mark. IoError when it cannot be written.
void write_xlsx(const Report& report, Language language, const AtomicFile& file);

}  // namespace plantool
