// Files that commands write: where they belong, and how it is told.
#pragma once

#include <filesystem>
#include <string>

#include "cli/env.hpp"
#include "text/labels.hpp"

namespace plantool {

/// The ending in small letters, with its dot: `BAO-CAO.XLSX` is a workbook too.
std::string dotted_ending(const std::string& path);

/// Makes the folder, and those above it, where they are not there; nothing for an empty path.
/// Throws IoError.
void make_folder(const std::filesystem::path& folder);

/// Says on standard error that the file was written.
void tell_written(const std::filesystem::path& file, Language language, const Env& env);

}  // namespace plantool
