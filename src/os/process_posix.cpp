#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "os/descriptor.hpp"
#include "os/process.hpp"
#include "os/temporary.hpp"
#include "os/terminal.hpp"

namespace plantool::os {
namespace {

/// Everything that comes through the pipe, within the limits.
void read_all(int from, const ProgramLimits& limits, ProgramAnswer& answer) {
    const auto end = std::chrono::steady_clock::now() + limits.patience;
    std::array<char, 65536> buffer{};
    while (!answer.cut) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        pollfd waiting{from, POLLIN, 0};
        const int ready =
            left.count() > 0 ? ::poll(&waiting, 1, static_cast<int>(left.count())) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) {
            answer.cut = true;
            return;
        }
        const auto got = read_some(from, buffer.data(), buffer.size());
        if (got <= 0) return;
        answer.output.append(buffer.data(), static_cast<std::size_t>(got));
        answer.cut = answer.output.size() > limits.output;
    }
}

int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void limit(int resource, rlim_t most) {
    const rlimit both{most, most};
    static_cast<void>(::setrlimit(static_cast<__rlimit_resource_t>(resource), &both));
}

/// Runs a command of the shell, which reads from the descriptor; 0 where it cannot be run.
pid_t start_in_shell(const std::string& command, int input) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input, kIn);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t as_usual;
    ::sigemptyset(&as_usual);
    ::sigaddset(&as_usual, SIGPIPE);
    ::sigaddset(&as_usual, SIGINT);
    ::posix_spawnattr_setsigdefault(&attributes, &as_usual);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    std::string shell = "sh";
    std::string option = "-c";
    std::string line = command;
    std::array<char*, 4> words = {shell.data(), option.data(), line.data(), nullptr};
    pid_t child = 0;
    const int failed =
        ::posix_spawn(&child, "/bin/sh", &actions, &attributes, words.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? child : 0;
}

/// Nothing that it would say of its own end is for the user.
void fall_silent() {
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0) return;
    ::dup2(nowhere, kOut);
    ::dup2(nowhere, kErr);
}

}  // namespace

ProgramAnswer run_program(const std::string& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProgramLimits& limits) {
    const auto file = unnamed_file_of(input);
    ProgramAnswer answer;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return answer;
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ::fileno(file.get()), kIn);
    ::posix_spawn_file_actions_adddup2(&actions, to.number(), kOut);
    ::posix_spawn_file_actions_addopen(&actions, kErr, "/dev/null", O_WRONLY, 0);
    auto texts = arguments;
    texts.insert(texts.begin(), program);
    std::vector<char*> words;
    for (auto& text : texts) words.push_back(text.data());
    words.push_back(nullptr);
    pid_t child = -1;
    const int failed =
        ::posix_spawnp(&child, program.c_str(), &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    to.close();
    if (failed != 0) return answer;
    read_all(from.number(), limits, answer);
    if (answer.cut) ::kill(child, SIGKILL);
    answer.status = wait_for(child);
    return answer;
}

bool has_program(const std::string& name) {
    std::istringstream folders(variable("PATH").value_or(""));
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (::access((folder + "/" + name).c_str(), X_OK) == 0) return true;
    }
    return false;
}

bool show_by(const std::string& command, std::string_view text) {
    // As git does: less shows colours, and leaves on the screen what it showed.
    ::setenv("LESS", "FRX", 0);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    // Ctrl-C belongs to the pager while it is there.
    auto* const before = std::signal(SIGINT, SIG_IGN);
    const auto child = start_in_shell(command, reading.number());
    reading.close();
    if (child != 0) write_to(writing.number(), text);
    writing.close();
    const int status = child == 0 ? ProgramAnswer::kNotFound : wait_for(child);
    std::signal(SIGINT, before);
    constexpr int kNotRun = 126;  // and 127: what the shell says of a command that is not there
    return status < kNotRun;
}

std::string own_program() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).string();
}

void become(const std::string& program, char** arguments) {
    ::execv(program.c_str(), arguments);
}

bool survives(const std::function<bool()>& work, std::chrono::seconds patience) {
    const pid_t child = ::fork();
    if (child < 0) return true;
    if (child == 0) {
        fall_silent();
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_CPU, static_cast<rlim_t>(patience.count()));
        ::_exit(work() ? 0 : 1);
    }
    return wait_for(child) == 0;
}

}  // namespace plantool::os
