// The papers that `import` was pointed at: files, and what lies below folders.
#pragma once

#include <string>
#include <vector>

namespace plantool {

/// A file of the inbox.
struct InboxFile {
    std::string name;
    bool mail = false;  ///< of a Maildir, where mails have no ending
};

/// Each path in the order given; what is below a folder in path order. Hidden files, what Office
/// and other programs leave behind, drafts and the papers in folders `giay-to` are passed over, and
/// so is what a Maildir is still receiving. A file that is reached twice comes once. Throws IoError
/// for a path that is not there or cannot be looked into.
std::vector<InboxFile> inbox_files(const std::vector<std::string>& paths);

}  // namespace plantool
