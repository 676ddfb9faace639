// To be loaded before the C library: of the calls that read, write, move in or close a file, the
// one whose number is in FAIL_AT fails as on a full disk. At its end the program tells on standard
// error how many there were.

#include <dlfcn.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

int calls = 0;

bool fails() {
    static const int number = [] {
        const char* given = std::getenv("FAIL_AT");
        return given == nullptr ? 0 : std::atoi(given);
    }();
    if (++calls != number) return false;
    errno = ENOSPC;
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
        const auto text = "calls: " + std::to_string(calls) + "\n";
        (void)!::write(STDERR_FILENO, text.data(), text.size());
    }
};
const Count count;

}  // namespace

extern "C" {

size_t fwrite(const void* from, size_t size, size_t number, FILE* file) {
    static const auto call = real<decltype(&fwrite)>("fwrite");
    return fails() ? 0 : call(from, size, number, file);
}

size_t fread(void* to, size_t size, size_t number, FILE* file) {
    static const auto call = real<decltype(&fread)>("fread");
    return fails() ? 0 : call(to, size, number, file);
}

int fseek(FILE* file, long offset, int from) {
    static const auto call = real<decltype(&fseek)>("fseek");
    return fails() ? -1 : call(file, offset, from);
}

int fseeko64(FILE* file, off64_t offset, int from) {
    static const auto call = real<decltype(&fseeko64)>("fseeko64");
    return fails() ? -1 : call(file, offset, from);
}

void rewind(FILE* file) {
    static const auto call = real<decltype(&rewind)>("rewind");
    if (!fails()) call(file);
}

int fclose(FILE* file) {
    static const auto call = real<decltype(&fclose)>("fclose");
    const bool failed = fails();
    const int result = call(file);
    return failed ? EOF : result;
}
}
