// The manual pages, from the tables that `--help` is made of.
#pragma once

#include <string>

#include "text/labels.hpp"

namespace CLI {
class App;
}

namespace plantool {

/// The page of a command, plantool-COMMAND(1), in the notation of man(7); where `command` is null,
/// that of the program.
std::string man_page(const CLI::App& program, const CLI::App* command, Language language);

}  // namespace plantool
