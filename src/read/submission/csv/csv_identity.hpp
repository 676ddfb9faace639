// Which rows of CSV are of one submission (formats.md, section 2).
#pragma once

#include "read/submission/csv/csv_columns.hpp"

namespace plantool {

/// Whether two rows speak of the same submission: names compared as names, days as days (of a
/// date-time the one that is written), periods as periods.
bool same_submission(const CsvKey& a, const CsvKey& b);

}  // namespace plantool
