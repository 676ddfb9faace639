// A paper on its way to its reader: a file, or a part of a mail.
#pragma once

#include <string>

namespace plantool {

struct PaperFile {
    std::string source;
    std::string part = {};      ///< empty: the file itself
    std::string name = {};      ///< of the paper
    std::string received = {};  ///< empty: as of files
    std::string via = {};       ///< empty: not known
    std::string subject = {};   ///< of the mail
    std::string sender = {};    ///< its address
    // What all papers are for, where that was said on the command line.
    std::string obligation = {};
    std::string period = {};
};

}  // namespace plantool
