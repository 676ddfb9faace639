// A report as a Word file that can be signed as it is, laid out by the norm
// of its plan.
#pragma once

#include "core/report/report.hpp"
#include "text/labels.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/word/word_document.hpp"
#include "write/report/paper/paper.hpp"

namespace plantool {

/// A document of that layout with nothing in it yet.
word::Document word_frame(PaperLayout layout, const word::Properties& properties,
                          Language language);
/// The document of a paper.
word::Document word_report(const SignedPaper& paper, const word::Properties& properties,
                           Language language);

/// Writes it into the file, which is for the caller to commit. Throws IoError.
void write_docx(const Report& report, Language language, const AtomicFile& file);

}  // namespace plantool
