// Work on what strangers sent, tried in a process of its own first.
#pragma once

#include <chrono>
#include <functional>

namespace plantool {

/// Whether the work comes to its end in another process, which is given that much time of the
/// processor: a paper that kills its reader takes no other with it. What the work changes there is
/// lost, so that it is to be done once more. Where no process can be started, true.
bool survives(const std::function<void()>& work, std::chrono::seconds patience);

}  // namespace plantool
