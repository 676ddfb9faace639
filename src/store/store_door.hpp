// The shared store, as the commands are given it.
#pragma once

#include "intake/shared_store.hpp"

namespace plantool {

StoreDoor store_door();

}  // namespace plantool
