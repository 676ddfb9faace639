// The findings that both have words for: the reading, where it is stricter than the library, and
// the explanation of what the library refuses.
#pragma once

#include <cstdint>

#include "diag/diagnostic.hpp"
#include "read/syntax/node.hpp"

namespace plantool {

/// The text that opens at `quote` runs into what is no part of it.
Finding unclosed_quote(const Source& source, const ShapeCodes& codes, std::uint32_t quote);

/// The same of a bracket; `line` is where the next thing begins, or the end of the text.
Finding unclosed_bracket(const Source& source, const ShapeCodes& codes, std::uint32_t bracket,
                         std::uint32_t line);

Finding tab_in_indentation(const Source& source, const ShapeCodes& codes, std::uint32_t tab);

/// A value, or more of one, indented no further than its key.
Finding low_value(const Source& source, const ShapeCodes& codes, std::uint32_t begin);

/// A line that is neither a key nor a value.
Finding missing_colon(const Source& source, const ShapeCodes& codes, std::uint32_t begin);

Finding control_character(const Source& source, const ShapeCodes& codes, std::uint32_t at);

}  // namespace plantool
