// Windows alone, for which no other call does it: a file that takes another's place in one step.
#pragma once

#include <string>

namespace plantool::os {

/// False: it is read-only.
bool may_be_written(const std::string& path);

/// When they return, the new name is on the disk. Otherwise `errno` says why: EEXIST where
/// something stands in the way of the second.
bool replace(const std::string& from, const std::string& to);
bool rename_if_free(const std::string& from, const std::string& to);

}  // namespace plantool::os
