#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "cli/env.hpp"
#include "cli/run.hpp"
#include "write/kit/interrupted.hpp"

namespace {

constexpr int kFailure = 2;

extern "C" void end_cleanly(int signal) {
    if (plantool::end_when_in_place(signal)) return;
    plantool::remove_unfinished_files();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// What was ignored stays so: `nohup plantool report …` outlives its terminal.
void clean_up_on(int signal) {
    if (std::signal(signal, &end_cleanly) == SIG_IGN) std::signal(signal, SIG_IGN);
}

/// Nothing may end the program without a word: not even what nobody was there to catch.
[[noreturn]] void give_up() {
    constexpr std::string_view kText =
        "plantool: lỗi của chính chương trình; không mất dữ liệu nào · a fault of the program "
        "itself; nothing is lost\n";
    plantool::remove_unfinished_files();
    (void)!::write(STDERR_FILENO, kText.data(), kText.size());
    ::_exit(kFailure);
}

/// A file opened later must not take the number of a standard stream that is closed: messages would
/// end up in it. What stands in for the stream is opened the wrong way round, so that using it is
/// an error as it was before.
void reserve_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        const int mode = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY;
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

int main(int argc, char** argv) {
    std::set_terminate(&give_up);
    reserve_standard_streams();
    keep_freed_memory();
    allow_many_files();
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) clean_up_on(signal);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no more is told like a full disk
    if (argc < 1) return kFailure;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return plantool::run(arguments, plantool::process_env());
}
