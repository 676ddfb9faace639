#include "cli/import/trial.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "diag/io_error.hpp"

namespace plantool {
namespace {

constexpr int kFine = 0;
constexpr int kFailed = 1;

void limit(int resource, rlim_t most) {
    const rlimit both{most, most};
    static_cast<void>(::setrlimit(static_cast<__rlimit_resource_t>(resource), &both));
}

/// Nothing that it would say of its own end is for the user.
void fall_silent() {
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0) return;
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
}

int outcome_of(const std::function<void()>& work) {
    try {
        work();
        return kFine;
    } catch (const IoError&) {
        return kFine;  // told when the work is done once more
    } catch (...) {
        return kFailed;
    }
}

}  // namespace

bool survives(const std::function<void()>& work, std::chrono::seconds patience) {
    const pid_t child = ::fork();
    if (child < 0) return true;
    if (child == 0) {
        fall_silent();
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_CPU, static_cast<rlim_t>(patience.count()));
        ::_exit(outcome_of(work));
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return true;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == kFine;
}

}  // namespace plantool
