// Workbooks: forms and registers that were filled in, and tables with the columns of CSV.
#pragma once

#include <string>
#include <string_view>

#include "cli/import/incoming.hpp"
#include "cli/import/paper_file.hpp"
#include "cli/session.hpp"
#include "read/office/workbook_cells.hpp"

namespace plantool {

/// Hands on what the workbook holds: one form, the lines of a register that have a day received,
/// or the rows of a table. What is none of these is `unreadable`.
void read_workbook_paper(const PaperFile& paper, std::string_view bytes, const Session& session,
                         const IncomingSink& sink);
/// The same of one that was read; `bytes` are its own.
void read_workbook_paper(const PaperFile& paper, const Workbook& book, std::string_view bytes,
                         const Session& session, const IncomingSink& sink);

}  // namespace plantool
