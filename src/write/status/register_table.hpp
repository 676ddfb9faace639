// The register: a line for each expected report, then for each continuous obligation, as a table.
#pragma once

#include "text/labels.hpp"
#include "write/kit/table/table_book.hpp"
#include "write/status/writers.hpp"

namespace plantool {

/// `status` and `due` as a workbook have this sheet alone, and a report's workbook has it too.
BookTable register_table(const StatusAnswer& answer, Language language);

}  // namespace plantool
