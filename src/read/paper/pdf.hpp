// PDF files as lines, by pdftotext (poppler), where that is installed.
#pragma once

#include <string>
#include <string_view>

#include "read/paper/paper_text.hpp"

namespace plantool {

/// Asks pdftotext for the text with its layout. Nothing of the file is run, and it is given some
/// seconds only. `program` is looked for as a shell would.
/// Throws IoError where there is no room for what it reads from.
OrUnreadable<PaperText> read_pdf(std::string_view bytes, const std::string& program = "pdftotext");

}  // namespace plantool
