// The fixed values of an option, for the shell to offer while it is typed. Values that a plan has,
// or that are files, need no list: what an option's value is called says which they are.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace plantool {

/// Notes the values, and gives the option back.
CLI::Option* offer_values(CLI::Option* option, const std::vector<std::string>& values);

/// Those that were noted; empty where none were.
std::vector<std::string> offered_values(const CLI::Option& option);

}  // namespace plantool
