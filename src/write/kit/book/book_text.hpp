// Texts as the cells of a workbook can hold them, and how much room they take.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/labels.hpp"
#include "write/kit/book/book_style.hpp"

namespace plantool::xlsx {

/// A text as a cell can hold it: control characters made visible, line breaks kept, what would be
/// read as an escape (`_x000D_`) escaped itself, cut with a visible mark where it is longer than
/// 32,767 UTF-16 units.
std::string cell_text(std::string_view text, Language language);

/// As much of the text as a document property or a footer holds: 255 bytes.
std::string shortened(std::string_view text);

/// The text at the left of a sheet's footer, small and slanted, with the codes that say so; 255
/// bytes at most.
std::string footer_text(std::string_view text);

/// How many lines the text takes in a column of that width (digits of the workbook's own font, as
/// Excel counts it), by the widths of Times New Roman's letters.
std::size_t lines_in(std::string_view text, double width, const Style& style);

/// The width of a column in which the text stands on one line.
double width_for(std::string_view text, const Style& style);

/// The height of a row of so many lines, in points; 409 at most, which is Excel's limit.
double row_height(std::size_t lines, double size);

}  // namespace plantool::xlsx
