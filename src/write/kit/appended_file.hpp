// Lines at the end of a file that grows.
#pragma once

#include <filesystem>
#include <string_view>

namespace plantool {

/// Appends the text in one piece, so that what another run appends stands before or behind it; the
/// file is made where it is missing. All of it is on the disk, or none. Throws IoError.
void append_to_file(const std::filesystem::path& path, std::string_view text);

}  // namespace plantool
