#include "write/kit/appended_file.hpp"

#include <cerrno>

#include "diag/io_error.hpp"
#include "os/descriptor.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    throw IoError({Word::cannot_write, printable(path.generic_string()), reason(error)});
}

}  // namespace

void append_to_file(const std::filesystem::path& path, std::string_view text) {
    const auto file = os::open_to_append(path.generic_string());
    if (!file.is_open()) fail(path, errno);
    // Until it is closed nobody else appends, so that what does not fit can be taken back.
    if (!os::lock(file.number())) fail(path, errno);
    const auto before = os::status_of(file.number());
    if (!before) fail(path, errno);
    if (!os::write_all(file.number(), text)) {
        const int error = errno;
        if (!os::cut_to(file.number(), before->size)) fail(path, errno);
        fail(path, error);
    }
    if (!os::sync(file.number())) fail(path, errno);
}

}  // namespace plantool
