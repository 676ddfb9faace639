// A Word file of the office's own, in which keys such as `{{opening}}` stand for what a report says
// (docs/templates.md).
#pragma once

#include <string>
#include <vector>

#include "text/message.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/word/word_parts.hpp"
#include "write/report/paper/paper.hpp"

namespace plantool {

struct WordTemplate {
    std::vector<word::Part> parts;  ///< in the order in which they are to be written
};

struct WordTemplateFault {
    Message message;  ///< names the file, and the paragraph by its text
    Message help;     ///< empty: none
};

/// What is wrong with a template, in its order; nothing: it can be filled in. `name`: of its file.
std::vector<WordTemplateFault> check_word_template(const WordTemplate& templ,
                                                   const std::string& name);

/// Writes the template with the report in it into the file, which is for the caller to commit. All
/// that the template has besides stays as it is. Throws IoError.
void write_by_template(const WordTemplate& templ, const Report& report, Language language,
                       const AtomicFile& file);

}  // namespace plantool
