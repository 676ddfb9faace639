// Vietnamese letters have two forms in Unicode, in one piece (NFC) and taken apart (NFD). Files
// keep the one in which they were named, a plan that names them may have the other, and both look
// alike.
#pragma once

#include <string>

namespace plantool {

/// The path as it stands on the disk: as it is written where such a file or folder is there, else
/// with each of its names in the form that is; as it is written where there is none of them.
std::string name_on_disk(const std::string& path);

}  // namespace plantool
