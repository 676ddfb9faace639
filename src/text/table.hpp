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

/// Rows of equal length. Columns are separated by two spaces and indented by two; trailing spaces
/// are left out. When the rows are wider than `width` cells (0: no limit), the columns marked
/// elastic give way, the widest first, down to 8 cells, and what is cut ends in "…".
struct TextTable {
    std::vector<std::vector<TableCell>> rows;
    std::vector<bool> elastic;
    std::vector<bool> right;  ///< aligned right

    void add(std::vector<TableCell> row) { rows.push_back(std::move(row)); }
    /// The widths that all the rows together need within `width`.
    std::vector<int> fit(int width) const;
    std::string row(std::size_t index, const std::vector<int>& widths, bool color) const;
};

}  // namespace plantool
