// What is the same on every system.
#include "os/temporary.hpp"

#include <cerrno>
#include <system_error>

namespace plantool::os {

FileHandle unnamed_file_of(std::string_view bytes) {
    auto file = unnamed_file();
    if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
        std::fflush(file.get()) != 0) {
        throw std::system_error(errno, std::generic_category());
    }
    std::rewind(file.get());
    return file;
}

}  // namespace plantool::os
