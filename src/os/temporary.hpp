// Files that nobody else sees, and that end with their handle.
#pragma once

#include <cstdio>
#include <memory>
#include <string_view>

namespace plantool::os {

struct ClosingFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, ClosingFile>;

/// Empty, to write and read; nothing where it cannot be made, and `errno` says why.
FileHandle unnamed_file();

/// With these bytes, and at its beginning. Throws std::system_error where they do not fit.
FileHandle unnamed_file_of(std::string_view bytes);

}  // namespace plantool::os
