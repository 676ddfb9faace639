// The program, but for its process: arguments in, exit status out.
#pragma once

#include <string>
#include <vector>

#include "cli/env.hpp"

namespace plantool {

/// Runs plantool. `arguments` are those after the program's name. Gives the exit status: 0 fine,
/// 1 findings, 2 usage error or a file that cannot be read (cli.md, section 4).
int run(const std::vector<std::string>& arguments, const Env& env);

}  // namespace plantool
