// As on other systems, but that a program that is killed in the midst leaves old files beside new
// ones, each of them whole.
#include <cerrno>
#include <system_error>
#include <utility>

#include "diag/io_error.hpp"
#include "os/replace.hpp"
#include "text/utf8.hpp"
#include "write/kit/file_set.hpp"
#include "write/kit/interrupted.hpp"
#include "write/kit/leftovers.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

struct Placed {
    fs::path target;
    fs::path old = {};  ///< under which name what stood there is kept; empty: nothing did
    bool taken = false;
};

void take_back(const std::vector<Placed>& placed) {
    for (auto at = placed.rbegin(); at != placed.rend(); ++at) {
        std::error_code ignored;
        if (at->old.empty() && at->taken) {
            fs::remove(at->target, ignored);
        } else if (!at->old.empty()) {
            (void)os::replace(at->old.generic_string(), at->target.generic_string());
        }
    }
}

}  // namespace

void FileSet::add(std::unique_ptr<AtomicFile> file) {
    files_.push_back(std::move(file));
}

void FileSet::commit() {
    for (const auto& file : files_) file->finish();
    const TakingPlace now;
    std::vector<Placed> placed;
    try {
        for (const auto& file : files_) {
            auto& one = placed.emplace_back(Placed{file->folder() / file->target().filename()});
            std::error_code error;
            if (there_ == There::replaced && fs::is_regular_file(one.target, error)) {
                one.old = file->folder() / temporary_name();
                fs::rename(one.target, one.old, error);
                if (error) one.old.clear();  // then it is replaced, or that is refused and told
            }
            one.taken = file->commit_if_free();
            if (!one.taken && there_ == There::refused) {
                const auto shown = printable(file->target().generic_string());
                throw IoError({Word::cannot_write, shown, reason(EEXIST)});
            }
            if (!one.taken) file->commit();
            one.taken = true;
        }
    } catch (const IoError&) {
        take_back(placed);
        throw;
    }
    for (const auto& one : placed) {
        std::error_code ignored;
        if (!one.old.empty()) fs::remove(one.old, ignored);
    }
}

}  // namespace plantool
