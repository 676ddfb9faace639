// Why a paper cannot be read, and what to ask its sender for.
#pragma once

#include "core/submission/imported.hpp"
#include "read/paper/unreadable.hpp"

namespace plantool {

Reason reason_of(const UnreadablePaper& unreadable);

}  // namespace plantool
