// What is wrong with a command line, from what the library that parses it says, in our own words
// and in the language of who wrote it.
#pragma once

#include <string>

#include "cli/options.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace plantool {

/// A command that is not there.
UsageError unknown_command(const std::string& word);

/// What could not be placed: an unknown command, an unknown option, or a word too many. `command`
/// is null where none was named.
UsageError explain_extra(const CLI::App& app, const CLI::App* command, const std::string& word);

/// Anything else: an option without its value, with one too many, or given twice.
UsageError explain_parse_error(const CLI::App& app, const CLI::App* command,
                               const CLI::ParseError& error);

}  // namespace plantool
