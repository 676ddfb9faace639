// The SHA-256 of files, as attachments are checked by it.
#pragma once

#include <filesystem>
#include <string>

namespace plantool {

/// 64 lower-case hexadecimal digits. Throws IoError when the file cannot be read or is no regular
/// file.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace plantool
