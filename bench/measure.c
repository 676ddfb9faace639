/* measure [-o STDOUT] [-t SECONDS] COMMAND...: runs it once and prints
 *     wall user system peak exit
 * in seconds and KiB. Small and static, because Linux counts the memory of whoever starts a process
 * as that process's own peak: measured from Python, nothing would ever take less than Python does. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;
static volatile sig_atomic_t timed_out;

static void give_up(int signal_number) {
    (void)signal_number;
    timed_out = 1;
    kill(child, SIGKILL);
}

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char** argv) {
    const char* output = "/dev/null";
    unsigned limit = 0;
    int option;
    while ((option = getopt(argc, argv, "+o:t:")) != -1) {
        if (option == 'o') output = optarg;
        if (option == 't') limit = (unsigned)atoi(optarg);
    }
    const int out = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const int report = dup(STDOUT_FILENO);
    if (out < 0 || report < 0 || optind >= argc) return 2;
    fcntl(report, F_SETFD, FD_CLOEXEC);
    signal(SIGALRM, give_up);

    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    child = fork();
    if (child == 0) {
        dup2(out, STDOUT_FILENO);
        execvp(argv[optind], argv + optind);
        _exit(127);
    }
    alarm(limit);
    int status = 0;
    struct rusage usage;
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) return 2;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    const double wall =
        (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
    dprintf(report, "%.6f %.6f %.6f %ld %d\n", wall, seconds(usage.ru_utime),
            seconds(usage.ru_stime), usage.ru_maxrss,
            timed_out ? -1 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
