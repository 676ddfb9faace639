// There are no files without a name here, and no locks that end with a process: what is as old as a
// day and still has a temporary name is left over. There are no lists of files.
#include <fmt/format.h>

#include <chrono>
#include <random>
#include <system_error>

#include "write/kit/leftovers.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegin = ".plantool-";

}  // namespace

std::string temporary_name() {
    std::random_device random;
    return fmt::format("{}{:08x}{:08x}.tmp", kBegin, random(), random());
}

void tidy_folder(const fs::path& folder) {
    constexpr std::chrono::hours kOld{24};
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        const auto name = at->path().filename().generic_string();
        std::error_code ignored;
        if (!name.starts_with(kBegin) || !name.ends_with(".tmp")) continue;
        const auto changed = at->last_write_time(ignored);
        if (!ignored && fs::file_time_type::clock::now() - changed > kOld) {
            fs::remove(at->path(), ignored);
        }
    }
}

}  // namespace plantool
