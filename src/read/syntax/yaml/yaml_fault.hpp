// Why a YAML text cannot be read: the library says where it gave up, this says what went wrong, and
// points at where that begins.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "read/syntax/node.hpp"

namespace plantool {

/// What had been read when the library gave up.
struct YamlProgress {
    std::uint32_t last_begin = 0;         ///< where the last value or key began
    std::uint32_t last_end = 0;           ///< and ended
    std::vector<std::uint32_t> brackets;  ///< those open, the outermost first
    std::vector<std::uint32_t> columns;   ///< of the open block collections, from 0
    bool in_mapping = false;              ///< the innermost of those is a mapping
};

/// The finding for a fault that the library calls `message` and places at the byte `at`.
Finding yaml_fault(const Source& source, const ShapeCodes& codes, const YamlProgress& progress,
                   const std::string& message, std::uint32_t at);

}  // namespace plantool
