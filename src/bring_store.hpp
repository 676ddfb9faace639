// How a program comes by shared stores: `plantool`, which is to start quickly, has another take its
// place; `plantool-store` has them itself.
#pragma once

#include "cli/env.hpp"

namespace plantool {

/// The arguments of `main` must outlive the environment.
void bring_store(Env& env, char** arguments);

}  // namespace plantool
