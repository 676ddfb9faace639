#include "os/temporary.hpp"

namespace plantool::os {

FileHandle unnamed_file() {
    return FileHandle(std::tmpfile());
}

}  // namespace plantool::os
