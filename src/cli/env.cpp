#include "cli/env.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "diag/io_error.hpp"

namespace plantool {
namespace {

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

/// Somebody else may have made the terminal or the pipe one that does not block.
void wait_until_writable(int descriptor) {
    pollfd ready{descriptor, POLLOUT, 0};
    ::poll(&ready, 1, -1);
}

/// 0, or the system's number of what went wrong.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            wait_until_writable(descriptor);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/// Who reads may have seen enough and closed the pipe: the rest goes nowhere, and the command comes
/// to its end and to its exit status.
class Output {
  public:
    void write(std::string_view text) {
        if (closed_) return;
        const int error = write_all(STDOUT_FILENO, text);
        closed_ = error == EPIPE;
        if (error == 0 || closed_) return;
        throw IoError({Word::cannot_write_output, reason(error)});
    }

  private:
    bool closed_ = false;
};

std::optional<int> columns_in(const char* name) {
    const auto given = variable(name);
    int columns = 0;
    if (given) std::from_chars(given->data(), given->data() + given->size(), columns);
    return columns > 0 ? std::optional(columns) : std::nullopt;
}

/// COLUMNS is the shell's and of its terminal: what is piped does not look at it.
int terminal_columns() {
    if (const auto own = columns_in("PLANTOOL_COLUMNS")) return *own;
    if (::isatty(STDOUT_FILENO) == 0) return 0;
    if (const auto of_shell = columns_in("COLUMNS")) return *of_shell;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
    return 0;
}

std::optional<std::string> ask(std::string_view words) {
    write_all(STDERR_FILENO, words);
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
}

/// Those that this process may run on, of which `taskset` and containers leave it some.
int usable_cores() {
    cpu_set_t cores;
    if (::sched_getaffinity(0, sizeof cores, &cores) == 0) return std::max(1, CPU_COUNT(&cores));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// A line on the terminal that counts, once it has taken a second, and goes away at the end.
class ProgressLine {
  public:
    void show(std::optional<std::int64_t> submissions, Language language) {
        using namespace std::chrono_literals;
        const auto now = std::chrono::steady_clock::now();
        if (!submissions) {
            if (shown_) write("\r\x1b[K");
        } else if (now - begun_ > 1s && now - last_ > 100ms) {
            write(fmt::format("\rplantool: {}",
                              say(Message(Word::submissions_read, *submissions), language)));
            last_ = now;
            shown_ = true;
        }
    }

  private:
    static void write(std::string_view text) {
        (void)!::write(STDERR_FILENO, text.data(), text.size());  // nobody misses it
    }

    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_;
    bool shown_ = false;
};

}  // namespace

Env process_env() {
    std::signal(SIGPIPE, SIG_IGN);
    Env env;
    env.variable = &variable;
    env.out = [output = Output{}](std::string_view text) mutable { output.write(text); };
    env.err = [](std::string_view text) { write_all(STDERR_FILENO, text); };  // or nobody is told
    env.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    env.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    env.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    if (env.err_is_terminal && ::isatty(STDIN_FILENO) == 1) env.ask = &ask;
    if (env.err_is_terminal) {
        env.progress = [line = std::make_shared<ProgressLine>()](
                           std::optional<std::int64_t> submissions, Language language) {
            line->show(submissions, language);
        };
    }
    env.threads = usable_cores();
    env.columns = terminal_columns();
    return env;
}

}  // namespace plantool
