// Any bytes as a plan: read, resolved and laid out; every finding stands somewhere.

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "core/plan/plan.hpp"
#include "core/schedule/schedule.hpp"
#include "diag/io_error.hpp"
#include "read/plan/plan_file.hpp"

using namespace plantool;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = ::memfd_create("plan.yaml", MFD_CLOEXEC);
    if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
    Diagnostics found;
    Plan plan;
    try {
        plan = read_plan(fmt::format("/proc/self/fd/{}", file), found);
    } catch (const IoError&) {  // it names a file of holidays that is not there
    }
    ::close(file);
    resolve(plan, found);  // whatever was found, as commands do
    build_schedule(plan, make_day(2022, 7, 5), found);
    for (const auto& one : found.all()) {
        if (one.line < 1 || one.column < 1 || one.message.empty()) std::abort();
    }
    return 0;
}
