// The process and who watches it: its arguments and variables, the standard streams, the end that
// somebody else puts to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plantool::os {

// Of the standard streams on every system.
inline constexpr int kIn = 0;
inline constexpr int kOut = 1;
inline constexpr int kErr = 2;

/// The first thing that the program does: makes the standard streams what the rest relies on, bytes
/// as they are, and a stream that is closed an error to use. Both functions are called in a signal
/// handler or a thread of the system's, before somebody else ends the program: where `later` says
/// true it does not end now, and the signal is raised again by who said so; else `clean_up` has the
/// last word. What was told to outlive its terminal does.
void begin_process(bool (*later)(int signal) noexcept, void (*clean_up)() noexcept);
/// Without any more of the program's own doing, with a last word to standard error.
[[noreturn]] void end_process(int status, std::string_view word);

/// What was typed behind the program's name, as UTF-8.
std::vector<std::string> arguments(int argc, char** argv);
/// A path as somebody typed it, with slashes alone where the system takes either.
std::string with_slashes(std::string path);
/// A variable of the environment.
std::optional<std::string> variable(const char* name);

/// Writes to a standard stream; what people see of it is right whatever the terminal is set to.
/// False where it failed, and `errno` says why.
bool write_to(int stream, std::string_view text);
/// The next line of standard input; nothing at its end.
std::optional<std::string> read_line();
bool is_terminal(int stream);
/// 0: standard output is none, or does not say.
int terminal_columns();
int terminal_rows();

/// How many processors this process may use.
int usable_cores();

/// As long as it lives, what is written to standard error goes nowhere.
class Hush {
  public:
    Hush();
    ~Hush();
    Hush(const Hush&) = delete;
    Hush& operator=(const Hush&) = delete;

  private:
    int kept_;
};

}  // namespace plantool::os
