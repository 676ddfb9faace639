#include <windows.h>

#include <cerrno>

#include "os/replace.hpp"
#include "os/wide.hpp"

namespace plantool::os {
namespace {

bool move_file(const std::string& from, const std::string& to, DWORD how) {
    if (::MoveFileExW(wide_path(from).c_str(), wide_path(to).c_str(),
                      how | MOVEFILE_WRITE_THROUGH) != 0) {
        return true;
    }
    keep_last_error();
    return false;
}

}  // namespace

bool may_be_written(const std::string& path) {
    const auto attributes = ::GetFileAttributesW(wide_path(path).c_str());
    return attributes == INVALID_FILE_ATTRIBUTES || (attributes & FILE_ATTRIBUTE_READONLY) == 0;
}

bool replace(const std::string& from, const std::string& to) {
    if (move_file(from, to, MOVEFILE_REPLACE_EXISTING)) return true;
    // Who has the file open, as Excel a workbook, is not told from who may not write it.
    if (errno == EACCES && may_be_written(to)) errno = EBUSY;
    return false;
}

bool rename_if_free(const std::string& from, const std::string& to) {
    return move_file(from, to, 0);
}

}  // namespace plantool::os
