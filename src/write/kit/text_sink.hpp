// Where a writer puts its text, piece by piece, so that a million rows need no second copy.
#pragma once

#include <functional>
#include <string_view>

namespace plantool {

using TextSink = std::function<void(std::string_view)>;

}  // namespace plantool
