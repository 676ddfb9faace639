// What `--help` shows of the program or a command, in the language of its reader and on 80 columns.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "text/labels.hpp"

namespace CLI {
class App;
class FormatterBase;
class Option;
}  // namespace CLI

namespace plantool {

/// In place of the library's own pages.
std::shared_ptr<CLI::FormatterBase> help_pages(Language language);

/// What a program or command takes without the name of an option, in its order, and its options.
std::vector<const CLI::Option*> arguments_of(const CLI::App& app);
std::vector<const CLI::Option*> options_of(const CLI::App& app);

/// An option as pages show it: `-o, --output FILE`.
std::string name_of(const CLI::Option& option);

}  // namespace plantool
