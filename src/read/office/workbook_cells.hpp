// Workbooks (`.xlsx`) of any program as the cells that are filled in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"
#include "read/paper/unreadable.hpp"

namespace plantool {

struct SheetCell {
    /// What a cell holds. A formula has the value that the program which saved it computed; one
    /// without any is an error.
    enum class Kind { text, number, date, boolean, error };

    int row = 0;     ///< from 1
    int column = 0;  ///< from 1
    Kind kind = Kind::text;
    /// As its reader needs it: a text in NFC, a number's digits with a point, `YYYY-MM-DD`, `TRUE`,
    /// `#REF!`, `=A1+B1`.
    std::string text;
    double number = 0;            ///< of numbers, as the file has it, and of dates
    bool percent_format = false;  ///< shown times 100 with a percent sign
    std::optional<Day> date;      ///< of dates but 29 February 1900, which was none
};

struct WorkbookSheet {
    std::string name;
    bool hidden = false;
    /// In the order of rows, then of columns; those alone that hold something. Merged cells are
    /// their first one.
    std::vector<SheetCell> cells;
};

struct Workbook {
    std::vector<WorkbookSheet> sheets;  ///< in the order of their tabs
};

OrUnreadable<Workbook> read_workbook(std::string_view bytes);

/// `AB12`.
std::string cell_name(int row, int column);

}  // namespace plantool
