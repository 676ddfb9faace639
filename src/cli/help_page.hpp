// What `--help` shows of the program or a command, in the language of its reader and on 80 columns.
#pragma once

#include <memory>

#include "text/labels.hpp"

namespace CLI {
class FormatterBase;
}

namespace plantool {

/// In place of the library's own pages.
std::shared_ptr<CLI::FormatterBase> help_pages(Language language);

}  // namespace plantool
