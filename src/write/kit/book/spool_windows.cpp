// On Windows streams cannot be kept in memory: the parts of a workbook are temporary files. What
// did not fit on the disk shows when the workbook is read back (zip_check.hpp).
#include <xlsxwriter/utility.h>

#include "os/temporary.hpp"
#include "write/kit/book/spool.hpp"

namespace plantool::xlsx {

int spool_faults() {
    return 0;
}

}  // namespace plantool::xlsx

/// Takes the place of the library's own function of this name.
extern "C" FILE* lxw_tmpfile(char* /*folder*/) {
    return plantool::os::unnamed_file().release();
}
