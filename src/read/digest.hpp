// The digest of what a report was made from.
#pragma once

#include <filesystem>
#include <vector>

#include "core/report.hpp"

namespace plantool {

/// Reads the files once more, in bounded memory, and gives their digests and one of them all (see
/// Inputs). Throws IoError when one of them cannot be read.
Inputs digest_of(const std::vector<std::filesystem::path>& files);

}  // namespace plantool
