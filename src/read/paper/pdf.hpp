// PDF files as lines, by pdftotext (poppler), where that is installed.
#pragma once

#include <string>

#include "read/paper/paper_text.hpp"

namespace plantool {

/// Asks pdftotext for the text with its layout. Nothing of the file is run, and it is given some
/// seconds only. `program` is looked for as a shell would.
OrUnreadable<PaperText> read_pdf(const std::string& path, const std::string& program = "pdftotext");

}  // namespace plantool
