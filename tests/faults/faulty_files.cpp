// To be loaded before the C library: of the calls that open, write, sync, name, rename, lock,
// remove or close a file, or make a folder, the one whose number is in FAIL_AT fails as on a broken
// disk; before the one whose number is in KILL_AT the program is killed. At its end it tells on
// standard error how many there were, and which one failed.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <string>

namespace {

std::atomic<int> calls{0};
std::atomic<const char*> failed{"none"};

int number_in(const char* variable) {
    const char* given = std::getenv(variable);
    return given == nullptr ? 0 : std::atoi(given);
}

bool fails(const char* name) {
    static const int to_fail = number_in("FAIL_AT");
    static const int to_be_killed_at = number_in("KILL_AT");
    const int number = ++calls;
    if (number == to_be_killed_at) ::kill(::getpid(), SIGKILL);
    if (number != to_fail) return false;
    failed = name;
    errno = EIO;
    return true;
}

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

struct Count {
    Count() = default;
    Count(const Count&) = delete;
    Count& operator=(const Count&) = delete;
    ~Count() {
        static const auto write = real<ssize_t (*)(int, const void*, size_t)>("write");
        const auto text = "calls: " + std::to_string(calls) + " failed: " + failed.load() + "\n";
        (void)!write(STDERR_FILENO, text.data(), text.size());
    }
};
const Count count;

}  // namespace

extern "C" {

// NOLINTBEGIN(cert-dcl50-cpp): these are declared so.
int open(const char* path, int flags, ...) {
    static const auto call = real<int (*)(const char*, int, ...)>("open");
    va_list rest;
    va_start(rest, flags);
    const auto mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails("open") ? -1 : call(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    static const auto call = real<int (*)(int, const char*, int, ...)>("openat");
    va_list rest;
    va_start(rest, flags);
    const auto mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails("openat") ? -1 : call(folder, path, flags, mode);
}
// NOLINTEND(cert-dcl50-cpp)

ssize_t write(int file, const void* bytes, size_t size) {
    static const auto call = real<decltype(&write)>("write");
    return fails("write") ? -1 : call(file, bytes, size);
}

int fsync(int file) {
    static const auto call = real<decltype(&fsync)>("fsync");
    return fails("fsync") ? -1 : call(file);
}

int close(int file) {
    static const auto call = real<decltype(&close)>("close");
    const bool failing = fails("close");
    const int result = call(file);
    return failing ? -1 : result;
}

int fchmod(int file, mode_t mode) noexcept {
    static const auto call = real<int (*)(int, mode_t)>("fchmod");
    return fails("fchmod") ? -1 : call(file, mode);
}

int fchown(int file, uid_t owner, gid_t group) noexcept {
    static const auto call = real<int (*)(int, uid_t, gid_t)>("fchown");
    return fails("fchown") ? -1 : call(file, owner, group);
}

int flock(int file, int how) noexcept {
    static const auto call = real<int (*)(int, int)>("flock");
    return fails("flock") ? -1 : call(file, how);
}

int linkat(int from, const char* old, int to, const char* fresh, int flags) noexcept {
    static const auto call = real<int (*)(int, const char*, int, const char*, int)>("linkat");
    return fails("linkat") ? -1 : call(from, old, to, fresh, flags);
}

int renameat(int from, const char* old, int to, const char* fresh) noexcept {
    static const auto call = real<int (*)(int, const char*, int, const char*)>("renameat");
    return fails("renameat") ? -1 : call(from, old, to, fresh);
}

int renameat2(int from, const char* old, int to, const char* fresh, unsigned flags) noexcept {
    static const auto call =
        real<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
    return fails("renameat2") ? -1 : call(from, old, to, fresh, flags);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    static const auto call = real<int (*)(int, const char*, int)>("unlinkat");
    return fails("unlinkat") ? -1 : call(folder, path, flags);
}

int mkdir(const char* path, mode_t mode) noexcept {
    static const auto call = real<int (*)(const char*, mode_t)>("mkdir");
    return fails("mkdir") ? -1 : call(path, mode);
}
}
