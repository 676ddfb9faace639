// Word files (`.docx`) of any program as lines and tables.
#pragma once

#include <string_view>

#include "read/paper/paper_text.hpp"

namespace plantool {

/// What a reader of the paper sees: with automatic numbers, content controls, text boxes (before
/// the paragraph that they hang on) and nested tables (behind the table around them); without
/// deleted and hidden text, comments, and what fields are made of. A table of one column is a
/// frame: what is in it is text.
OrUnreadable<PaperText> read_word(std::string_view bytes);

}  // namespace plantool
