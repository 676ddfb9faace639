// JSON into the same nodes as YAML, through simdjson, with places.
#pragma once

#include <functional>

#include "read/syntax/node.hpp"

namespace plantool {

/// Reads one JSON value that takes up that part of the source and calls `sink` with it, or, when it
/// is an array, with each of its elements in order. Returns false when it is not JSON; what came
/// before the fault has reached the sink.
bool parse_json(const Source& source, Range range, const ShapeCodes& codes,
                Diagnostics& diagnostics, const std::function<void(Node)>& sink);

}  // namespace plantool
