// What `import` answers: to people a line for each paper, to programs `plantool/import@1`.
#pragma once

#include <span>
#include <string>

#include "core/submission/imported.hpp"
#include "text/labels.hpp"

namespace plantool {

/// In reading order.
using ImportAnswer = std::span<const ImportedPaper>;

std::string import_text(ImportAnswer papers, Language language);
/// Ends with a line break.
std::string import_json(ImportAnswer papers, Language language);

/// Whether every paper is taken, there already, or none that was expected.
bool is_settled(ImportAnswer papers);

}  // namespace plantool
