#include "write/kit/appended_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/kit/descriptor.hpp"

namespace plantool {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    throw IoError({Word::cannot_write, printable(path.generic_string()), reason(error)});
}

}  // namespace

void append_to_file(const std::filesystem::path& path, std::string_view text) {
    constexpr mode_t kMode = 0666;  // as the umask leaves it
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kMode));
    if (!file) fail(path, errno);
    // Until it is closed nobody else appends, so that what does not fit can be taken back.
    if (::flock(file.get(), LOCK_EX) != 0) fail(path, errno);
    struct stat before {};
    if (::fstat(file.get(), &before) != 0) fail(path, errno);
    for (std::size_t at = 0; at < text.size();) {
        const auto written = ::write(file.get(), text.data() + at, text.size() - at);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            const int error = written < 0 ? errno : ENOSPC;
            if (::ftruncate(file.get(), before.st_size) != 0) fail(path, errno);
            fail(path, error);
        }
        at += static_cast<std::size_t>(written);
    }
    if (::fsync(file.get()) != 0 && errno != EINVAL && errno != EROFS) fail(path, errno);
}

}  // namespace plantool
