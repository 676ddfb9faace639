// Files that a command makes together, beside whatever is there already.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "text/message.hpp"

namespace plantool {

struct NewFile {
    std::filesystem::path path;
    std::string content;
};

/// Throws UsageError, with the names and that help, where one of them is there already or cannot
/// be.
void refuse_to_overwrite(const std::vector<NewFile>& files, Message help);

/// All of them or none: what is left of a part would be in the way of the next try. Throws IoError.
void write_all(const std::vector<NewFile>& files);

}  // namespace plantool
