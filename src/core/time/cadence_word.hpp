// A cadence as sentences name it.
#pragma once

#include "core/time/period.hpp"
#include "text/message.hpp"

namespace plantool {

/// In English the id that the plan file has; in Vietnamese the name with the id behind it, which
/// says where to look.
Message cadence_word(Cadence cadence);

}  // namespace plantool
