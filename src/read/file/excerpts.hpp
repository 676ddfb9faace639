// The lines of findings that were made after their file was read.
#pragma once

#include "diag/diagnostic.hpp"

namespace plantool {

/// Reads the lines of those findings and notes that have a place but no excerpt. A file that cannot
/// be read again, as standard input, leaves them without.
void read_excerpts(Diagnostics& diagnostics);

}  // namespace plantool
