// Tables in which plans list what is to be done: TT, nội dung, chủ trì, phối hợp, thời gian, sản
// phẩm.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/paper/paper_text.hpp"

namespace plantool {

/// A row: what each of its columns says. Cells that are empty, or part of one above, are empty.
struct TaskRow {
    std::string number;  ///< `1`, `II`, `1.2`
    std::string content;
    std::string lead;
    std::string partners;
    std::string time;
    std::string product;
    std::string line;      ///< all cells in their order
    bool section = false;  ///< a heading: nothing but its number and content
};

struct TaskTable {
    std::vector<std::string> header_lines;
    std::vector<TaskRow> rows;
};

/// The rows of a table whose header names content and one of who or when; nothing of another.
std::optional<TaskTable> task_table(const TableText& table);

/// A table that lost its lines: from `first` on, rows whose columns stand apart by blanks, tabs or
/// bars. Gives the table and how many of the lines it took; nothing where none begins there.
struct PlainTable {
    TableText table;
    std::size_t lines = 0;
};
std::optional<PlainTable> plain_table(const std::vector<std::string>& lines, std::size_t first);

}  // namespace plantool
