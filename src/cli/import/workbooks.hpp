// Workbooks: forms and registers that were filled in, and tables with the columns of CSV.
#pragma once

#include <string>
#include <string_view>

#include "cli/import/incoming.hpp"
#include "cli/session.hpp"

namespace plantool {

/// A file or an attachment.
struct PaperFile {
    std::string source;
    std::string part;      ///< empty: the file itself
    std::string name;      ///< of the paper
    std::string received;  ///< empty: as of files
    std::string via;       ///< empty: not known
};

/// Hands on what the workbook holds: one form, the lines of a register that have a day received,
/// or the rows of a table. What is none of these is `unreadable`.
void read_workbook_paper(const PaperFile& paper, std::string_view bytes, const Session& session,
                         const IncomingSink& sink);

}  // namespace plantool
