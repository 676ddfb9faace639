#include "cli/import/trial.hpp"

#include "diag/io_error.hpp"
#include "os/process.hpp"

namespace plantool {
namespace {

bool ends_well(const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const IoError&) {
        return true;  // told when the work is done once more
    } catch (...) {
        return false;
    }
}

}  // namespace

bool survives(const std::function<void()>& work, std::chrono::seconds patience) {
    return os::survives([&] { return ends_well(work); }, patience);
}

}  // namespace plantool
