// The cells of one sheet of a workbook.
#pragma once

#include <vector>

#include "read/office/cell_formats.hpp"
#include "read/office/workbook_cells.hpp"
#include "read/office/xml.hpp"

namespace plantool {

/// What all sheets of a workbook share.
struct SharedContent {
    std::vector<std::string> strings;
    std::vector<CellFormat> formats;
    bool from_1904 = false;
};

/// The text of a shared or an inline string: its runs one after the other, readings left out.
std::string string_text(pugi::xml_node item);

/// The cells that hold something, in order; of merged ones the first.
std::vector<SheetCell> read_cells(pugi::xml_node sheet, const SharedContent& shared);

}  // namespace plantool
