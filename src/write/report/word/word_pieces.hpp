// The pieces of a Word report: head, signatures and recipients, blocks of text, annexes.
#pragma once

#include "write/report/paper/paper.hpp"
#include "write/report/word/word_norm.hpp"

namespace plantool::report_word {

/// A paragraph of one run.
word::Paragraph line(std::string style, std::string text, word::RunLook look = {});

/// The two halves of the head, the kind of paper and what it is about.
void add_head(word::Document& document, const SignedPaper& paper, const Norm& norm);
/// Who signs, side by side, and who gets the paper.
void add_foot(word::Document& document, const SignedPaper& paper, const Norm& norm,
              Language language);
/// In an annex, headings have no number.
void add_blocks(word::Document& document, const std::vector<PaperBlock>& blocks,
                const word::Page& page, bool in_annex);
void add_annexes(word::Document& document, const SignedPaper& paper);

}  // namespace plantool::report_word
