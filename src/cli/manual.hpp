// What help and the manual pages say of each command besides its options: what it is for, and
// examples. A test tries that every command has an entry and that every example runs.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace plantool {

struct Example {
    std::string_view line;
    Word what;
};

struct ManualEntry {
    std::string_view command;  ///< empty: the program
    Word about;
    std::vector<Example> examples;
};

/// The entry of a command, or, for the empty name, of the program.
const ManualEntry& manual_entry(std::string_view command);

}  // namespace plantool
