// Other processes: a program that reads what this one cannot, and a try at work that may go wrong.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace plantool::os {

struct ProgramAnswer {
    int status = kNotFound;
    std::string output;
    bool cut = false;  ///< too much of it, or too slow

    static constexpr int kNotFound = 127;
};

struct ProgramLimits {
    std::chrono::seconds patience{60};
    std::size_t output = 0;  ///< bytes
};

/// Runs a program, looked for as a shell would, with these bytes as its standard input, and gives
/// what it writes to its standard output. Throws std::system_error where the bytes cannot be kept
/// for it.
ProgramAnswer run_program(const std::string& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProgramLimits& limits);

/// Whether a shell would find a program of that name.
bool has_program(const std::string& name);

/// Lets a command of the shell show the text, which it reads as its standard input, and waits until
/// its user has seen enough. False where it cannot be run.
bool show_by(const std::string& command, std::string_view text);

/// The file of the program that runs; empty where the system does not say.
std::string own_program();
/// Lets another program take the place of this one, with the same arguments. Returns only where
/// that cannot be, and `errno` says why.
void become(const std::string& program, char** arguments);

/// Whether the work says so in another process, which is given that much time of the processor:
/// what kills it there takes nothing with it here, and what it changes there is lost. True, without
/// a try, where a process cannot be split in two, as on Windows.
bool survives(const std::function<bool()>& work, std::chrono::seconds patience);

}  // namespace plantool::os
