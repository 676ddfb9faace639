#include "cli/env.hpp"

#include <fmt/format.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <thread>

#include "diag/io_error.hpp"

namespace plantool {
namespace {

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            if (errno == EPIPE) throw ClosedPipe{};
            throw IoError(
                fmt::format("cannot write the output: {}", std::generic_category().message(errno)));
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

int terminal_columns() {
    if (const auto given = variable("COLUMNS")) {
        int columns = 0;
        std::from_chars(given->data(), given->data() + given->size(), columns);
        if (columns > 0) return columns;
    }
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
    return 0;
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
    void show(std::optional<std::int64_t> submissions) {
        using namespace std::chrono_literals;
        const auto now = std::chrono::steady_clock::now();
        if (!submissions) {
            if (shown_) write("\r\x1b[K");
        } else if (now - begun_ > 1s && now - last_ > 100ms) {
            write(fmt::format("\rplantool: {} submissions read", *submissions));
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
    env.out = [](std::string_view text) { write_all(STDOUT_FILENO, text); };
    env.err = [](std::string_view text) {
        try {
            write_all(STDERR_FILENO, text);
        } catch (const IoError&) {  // nobody is left to be told
        } catch (const ClosedPipe&) {
        }
    };
    env.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    env.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    env.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    if (env.err_is_terminal) {
        env.progress = [line = std::make_shared<ProgressLine>()](
                           std::optional<std::int64_t> submissions) { line->show(submissions); };
    }
    env.threads = usable_cores();
    env.columns = terminal_columns();
    return env;
}

}  // namespace plantool
