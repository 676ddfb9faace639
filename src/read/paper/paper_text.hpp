// A paper as lines and tables, in reading order, whatever program wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/paper/unreadable.hpp"

namespace plantool {

/// Cells by row and column of the grid: a merged cell is in its first place, and the others that it
/// covers are empty. Within a cell, paragraphs are lines.
struct TableText {
    std::vector<std::vector<std::string>> rows;
};

struct TextBlock {
    enum class Kind { paragraph, table };

    Kind kind = Kind::paragraph;
    std::string text;       ///< NFC, with its automatic number; a line break stays one
    int heading_level = 0;  ///< from 1; 0: none
    bool bold = false;      ///< all of it
    TableText table;
};

struct PaperText {
    std::vector<TextBlock> page_heads;  ///< what stands above the text of pages
    std::vector<TextBlock> blocks;
};

/// Text without layout: a mail's, a text file's, what pdftotext gives with its layout kept. An
/// empty line or an indented one begins a paragraph; wide blanks part the columns of a head.
PaperText read_plain_text(std::string_view text);

}  // namespace plantool
