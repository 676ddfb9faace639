// A plain workbook: a sheet for each table, with lines above it, to be sorted, filtered, pivoted
// and printed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/status/state.hpp"
#include "core/time/date.hpp"
#include "text/labels.hpp"
#include "write/kit/atomic_file.hpp"

namespace plantool {

namespace xlsx {
class Book;
}

/// Ten-thousandths, shown as per cent.
struct BookRate {
    int ten_thousandths = 0;
};

/// A text is written as text, whatever it looks like; a state in the colours of the report.
using BookCell =
    std::variant<std::monostate, std::string, std::int64_t, double, Day, State, BookRate>;

struct BookColumn {
    std::string heading;
    double width = 10;  ///< digits
};

struct BookTable {
    std::string sheet;               ///< its name
    std::string name;                ///< by which formulas know the table: letters of ASCII
    std::vector<std::string> above;  ///< the title, then what else is to be said
    std::vector<BookColumn> columns;
    std::vector<std::vector<BookCell>> rows;  ///< a cell for each column
};

/// Adds the sheet, on which lines can be sorted and filtered and nothing else happens by a slip.
void add_table_sheet(xlsx::Book& book, const BookTable& table);

/// Writes the file, which is for the caller to commit. `as_of` is what it says of when it was made,
/// so that the same answer gives the same bytes. Throws IoError.
void write_table_book(const AtomicFile& file, std::span<const BookTable> tables, Day as_of,
                      Language language);

}  // namespace plantool
