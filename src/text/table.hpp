// Columns on a terminal: aligned by the cells that text takes, and never wider than asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plantool {

struct TableCell {
    std::string text;
    std::string_view sgr = {};  ///< colour codes such as "31"; empty: none
};

enum class Column {
    left,
    right,  ///< aligned right
    text,   ///< gives way when the row is too wide, cut at its end
    name,   ///< gives way when the row is too wide, cut in its middle
};

/// Rows of equal length, indented by two spaces and with two between the columns; trailing spaces
/// are left out. When the rows are wider than the terminal, the columns that give way do so, the
/// widest first, down to 8 cells; what is cut shows "…". A row may have a note: the notes are a
/// last column where they all fit, and otherwise lines of their own.
struct TextTable {
    struct Layout {
        int width = 0;
        std::vector<int> columns;
        bool notes_beside = true;
    };

    std::vector<Column> columns;
    std::vector<std::vector<TableCell>> rows;
    std::vector<TableCell> notes;  ///< one a row

    void add(std::vector<TableCell> row, TableCell note = {});
    /// What all the rows together need within `width` cells; 0: no limit.
    Layout fit(int width) const;
    /// One or more lines, each with its end of line.
    std::string row(std::size_t index, const Layout& layout, bool color) const;
};

}  // namespace plantool
