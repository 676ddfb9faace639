// YAML, read strictly: what the library lets pass (duplicate keys, anchors, tags, unclosed quotes)
// is refused here, at its place.
#pragma once

#include <functional>

#include "read/syntax/node.hpp"

namespace plantool {

/// Calls `sink` for each document of the source, in order, until a syntax error ends the reading.
/// A document with faults of its own (duplicate keys, …) still reaches the sink; the faults are in
/// `diagnostics` by then. Returns false when the source could not be read to its end.
bool parse_yaml(const Source& source, const ShapeCodes& codes, Diagnostics& diagnostics,
                const std::function<void(Node)>& sink);

}  // namespace plantool
