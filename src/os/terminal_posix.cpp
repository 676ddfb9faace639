#include <fcntl.h>
#include <malloc.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "os/descriptor.hpp"
#include "os/terminal.hpp"

namespace plantool::os {
namespace {

bool (*ends_later)(int signal) noexcept = nullptr;
void (*clean_up_now)() noexcept = nullptr;

extern "C" void end_cleanly(int signal) {
    if (ends_later(signal)) return;
    clean_up_now();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// What was ignored stays so: `nohup plantool report …` outlives its terminal.
void clean_up_on(int signal) {
    if (std::signal(signal, &end_cleanly) == SIG_IGN) std::signal(signal, SIG_IGN);
}

/// A file opened later must not take the number of a standard stream that is closed: messages would
/// end up in it. What stands in for the stream is opened the wrong way round, so that using it is
/// an error as it was before.
void reserve_standard_streams() {
    for (const int stream : {kIn, kOut, kErr}) {
        if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        const int mode = stream == kIn ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", mode) < 0) (void)::open("/", O_RDONLY | O_DIRECTORY);
    }
}

/// Letters to thousands of units are open until all of them are complete.
void allow_many_files() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

/// Bulk files are read in blocks of some 300 KiB. The system would take each one back and give it
/// again, cleared page by page.
void keep_freed_memory() {
    mallopt(M_MMAP_THRESHOLD, 1 << 23);
    mallopt(M_TRIM_THRESHOLD, 1 << 26);
}

}  // namespace

void begin_process(bool (*later)(int signal) noexcept, void (*clean_up)() noexcept) {
    reserve_standard_streams();
    keep_freed_memory();
    allow_many_files();
    ends_later = later;
    clean_up_now = clean_up;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) clean_up_on(signal);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no more is told like a full disk
    std::signal(SIGPIPE, SIG_IGN);
}

void end_process(int status, std::string_view word) {
    (void)!::write(kErr, word.data(), word.size());
    ::_exit(status);
}

std::vector<std::string> arguments(int argc, char** argv) {
    return argc < 1 ? std::vector<std::string>() : std::vector<std::string>(argv + 1, argv + argc);
}

std::string with_slashes(std::string path) {
    return path;  // a backslash is a letter like others
}

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

bool write_to(int stream, std::string_view text) {
    return write_all(stream, text);
}

std::optional<std::string> read_line() {
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
}

bool is_terminal(int stream) {
    return ::isatty(stream) == 1;
}

int terminal_columns() {
    winsize size{};
    return ::ioctl(kOut, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int terminal_rows() {
    winsize size{};
    return ::ioctl(kOut, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

/// Of the processors `taskset` and containers leave it some.
int usable_cores() {
    cpu_set_t cores;
    if (::sched_getaffinity(0, sizeof cores, &cores) == 0) return std::max(1, CPU_COUNT(&cores));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Hush::Hush() : kept_(::fcntl(kErr, F_DUPFD_CLOEXEC, 3)) {
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept_ >= 0 && nowhere >= 0) ::dup2(nowhere, kErr);
    if (nowhere >= 0) ::close(nowhere);
}

Hush::~Hush() {
    if (kept_ < 0) return;
    ::dup2(kept_, kErr);
    ::close(kept_);
}

}  // namespace plantool::os
