// How a run that ends with exit 2 is told: to people on standard error, and to a program that asked
// for JSON on standard output (cli.md, section 6).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/env.hpp"

namespace plantool {

/// What is known of a run wherever it ends.
struct Telling {
    Language language = Language::en;  ///< of who is spoken to, as far as is known by then
    bool json = false;                 ///< standard output was to be JSON
    bool begun = false;                ///< something was written to it
};

/// Whether the formats that the command line names are such that standard output is JSON.
bool asks_for_json(const std::vector<std::string>& arguments);

/// Runs it and gives its exit status. Whatever it throws is told, and is exit 2. One document of
/// JSON at most: where output has begun, nothing is added to it.
int run_and_tell(const std::function<int()>& run, const Telling& telling, const Env& env);

}  // namespace plantool
