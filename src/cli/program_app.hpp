// The program and its commands as the library that parses command lines knows them: what a run
// parses, and what help, manual pages and completion show.
#pragma once

#include <CLI/CLI.hpp>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace plantool {

/// Gives the library's program its name, pages and global options; those fill `options`.
void set_up_program(CLI::App& program, Language language, GlobalOptions& options);

/// Gives a command, which is known by its name alone, its options.
Runner set_up_command(CLI::App& app, const Command& command, Language language);

/// The command of that name; null when there is none.
const Command* find_command(std::string_view name);

/// The program with all its commands, of which one has its options: nothing runs.
class ShownProgram {
  public:
    ShownProgram(Language language, std::string_view command);
    ShownProgram(const ShownProgram&) = delete;
    ShownProgram& operator=(const ShownProgram&) = delete;

    const CLI::App& program() const { return program_; }
    /// The one that has its options; null when there is none of that name.
    const CLI::App* command() const { return command_; }

  private:
    CLI::App program_;
    GlobalOptions options_;  ///< never filled
    Runner runner_;          ///< holds what the command's options would fill
    const CLI::App* command_ = nullptr;
};

}  // namespace plantool
