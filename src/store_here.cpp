#include "bring_store.hpp"
#include "store/store_door.hpp"

namespace plantool {

void bring_store(Env& env, char** /*arguments*/) {
    static const StoreDoor door = store_door();
    env.store = &door;
}

}  // namespace plantool
