#include "write/kit/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <utility>

#include "os/descriptor.hpp"

namespace plantool {
namespace {

using Identity = std::pair<std::uint64_t, std::uint64_t>;

struct Held {
    os::Descriptor folder;
    int times = 0;
};

/// What this process has locked. The system would let it wait for itself.
struct Registry {
    std::mutex mutex;
    std::map<Identity, Held> held;
};
Registry& registry() {
    static Registry one;
    return one;
}

Identity identity_of(int folder) {
    struct stat status {};
    if (::fstat(folder, &status) != 0) return {};
    return {status.st_dev, status.st_ino};
}

/// A lock belongs to the opening, so each has one of its own.
os::Descriptor open_again(int folder) {
    return os::Descriptor(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

bool lock_now(int folder, int how) {
    while (::flock(folder, how) != 0) {
        if (errno == EINTR) continue;
        return errno != EWOULDBLOCK;  // no such locks here: none is asked for
    }
    return true;
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, const std::function<void()>& waits) {
    const os::Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.is_open()) lock(opened.number(), waits);
}

FolderLock::FolderLock(int folder) {
    lock(folder, {});
}

void FolderLock::lock(int folder, const std::function<void()>& waits) {
    const auto identity = identity_of(folder);
    auto& all = registry();
    const std::lock_guard guard(all.mutex);
    auto& held = all.held[identity];
    if (held.times == 0) {
        held.folder = open_again(folder);
        if (!held.folder.is_open()) {
            all.held.erase(identity);
            return;
        }
        if (!lock_now(held.folder.number(), LOCK_EX | LOCK_NB)) {
            if (waits) waits();
            lock_now(held.folder.number(), LOCK_EX);
        }
    }
    ++held.times;
    device_ = identity.first;
    number_ = identity.second;
    held_ = true;
}

FolderLock::~FolderLock() {
    if (!held_) return;
    auto& all = registry();
    const std::lock_guard guard(all.mutex);
    const auto found = all.held.find({device_, number_});
    if (--found->second.times == 0) all.held.erase(found);  // closing it unlocks it
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : device_(other.device_), number_(other.number_), held_(std::exchange(other.held_, false)) {}

bool FolderLock::is_free(int folder) {
    auto& all = registry();
    const std::lock_guard guard(all.mutex);
    if (all.held.count(identity_of(folder)) > 0) return true;
    const auto own = open_again(folder);
    return own.is_open() && lock_now(own.number(), LOCK_EX | LOCK_NB);
}

}  // namespace plantool
