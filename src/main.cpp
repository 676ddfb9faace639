#include <malloc.h>

#include <csignal>
#include <string>
#include <vector>

#include "cli/env.hpp"
#include "cli/run.hpp"
#include "write/atomic_file.hpp"

namespace {

extern "C" void end_cleanly(int signal) {
    plantool::remove_unfinished_files();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// What was ignored stays so: `nohup plantool report …` outlives its terminal.
void clean_up_on(int signal) {
    if (std::signal(signal, &end_cleanly) == SIG_IGN) std::signal(signal, SIG_IGN);
}

/// Bulk files are read in blocks of some 300 KiB. The system would take each one back and give it
/// again, cleared page by page.
void keep_freed_memory() {
    mallopt(M_MMAP_THRESHOLD, 1 << 23);
    mallopt(M_TRIM_THRESHOLD, 1 << 26);
}

}  // namespace

int main(int argc, char** argv) {
    keep_freed_memory();
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) clean_up_on(signal);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return plantool::run(arguments, plantool::process_env());
}
