#include "write/kit/atomic_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>
#include <utility>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/kit/interrupted.hpp"
#include "write/kit/leftovers.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& shown, Message why) {
    throw IoError({Word::cannot_write, printable(shown.generic_string()), std::move(why)});
}

[[noreturn]] void fail(const fs::path& shown, int error) {
    fail(shown, reason(error));
}

/// Whether Linux itself would follow the link (fs.protected_symlinks): in a folder where everybody
/// may write but not remove, one that somebody else put there leads astray.
bool may_be_followed(const fs::path& link) {
    struct stat own {};
    struct stat folder {};
    const auto above = link.has_parent_path() ? link.parent_path() : fs::path(".");
    if (::lstat(link.c_str(), &own) != 0 || ::stat(above.c_str(), &folder) != 0) return true;
    const bool open_to_all = (folder.st_mode & S_ISVTX) != 0 && (folder.st_mode & S_IWOTH) != 0;
    return !open_to_all || own.st_uid == ::geteuid() || own.st_uid == folder.st_uid;
}

/// Where the links lead in the end, whether or not something stands there.
fs::path follow_links(const fs::path& shown) {
    constexpr int kMostLinks = 40;  // as many as Linux itself follows
    auto path = shown;
    std::error_code error;
    for (int links = 0; fs::is_symlink(fs::symlink_status(path, error)); ++links) {
        if (links == kMostLinks) fail(shown, ELOOP);
        if (!may_be_followed(path)) {
            fail(shown, Message(Word::link_of_another, printable(path.generic_string())));
        }
        const auto next = fs::read_symlink(path, error);
        if (error) fail(shown, reason(error));
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

/// One descriptor for all files of a folder: there may be thousands of letters.
std::shared_ptr<const os::Descriptor> open_folder(const fs::path& shown, const fs::path& folder) {
    static std::mutex mutex;
    static std::map<std::pair<dev_t, ino_t>, std::weak_ptr<const os::Descriptor>> opened;
    constexpr int kFlags = O_DIRECTORY | O_CLOEXEC;
    os::Descriptor one(::open(folder.c_str(), O_RDONLY | kFlags));
    // One may be written into that may not be listed.
    if (!one.is_open() && errno == EACCES)
        one = os::Descriptor(::open(folder.c_str(), O_PATH | kFlags));
    struct stat status {};
    if (!one.is_open() || ::fstat(one.number(), &status) != 0) {
        fail(shown, Message(Word::its_folder, printable(folder.generic_string()), reason(errno)));
    }
    const std::lock_guard guard(mutex);
    auto& known = opened[{status.st_dev, status.st_ino}];
    auto shared = known.lock();
    if (!shared) known = shared = std::make_shared<const os::Descriptor>(std::move(one));
    return shared;
}

void require_replaceable(const fs::path& shown, int folder, const std::string& name) {
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT) return;
        fail(shown, errno);
    }
    if (S_ISDIR(status.st_mode)) fail(shown, Message(Word::is_folder));
    if (!S_ISREG(status.st_mode)) fail(shown, Message(Word::is_no_regular_file));
    // Replacing needs no right to write the file itself; who took that right away meant it.
    if (::faccessat(folder, name.c_str(), W_OK, AT_EACCESS) != 0) fail(shown, errno);
}

std::string path_of(int descriptor) {
    return fmt::format("/proc/self/fd/{}", descriptor);
}

/// Whether names of descriptors lead to what they are of, for there may be no /proc.
bool leads_to_itself(int descriptor) {
    struct stat one {};
    struct stat other {};
    return ::fstat(descriptor, &one) == 0 && ::stat(path_of(descriptor).c_str(), &other) == 0 &&
           one.st_ino == other.st_ino && one.st_dev == other.st_dev;
}

bool is_same(int one, int other) {
    constexpr std::size_t kBlock = std::size_t{1} << 16U;
    std::string a(kBlock, '\0');
    std::string b(kBlock, '\0');
    const auto read = [](int file, std::string& block, off_t at) {
        std::size_t size = 0;
        while (size < block.size()) {
            const auto got = ::pread(file, block.data() + size, block.size() - size,
                                     at + static_cast<off_t>(size));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            size += static_cast<std::size_t>(got);
        }
        return size;
    };
    for (off_t at = 0;; at += static_cast<off_t>(kBlock)) {
        const auto size = read(one, a, at);
        if (size != read(other, b, at) || a.compare(0, size, b, 0, size) != 0) return false;
        if (size < kBlock) return true;
    }
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& target) : shown_(target) {
    const auto path = follow_links(target);
    if (!path.has_filename() || path.filename() == "." || path.filename() == "..") {
        fail(shown_, Message(Word::file_name_needed));
    }
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    folder_ = open_folder(shown_, folder);
    std::error_code error;
    folder_path_ = fs::canonical(folder, error);
    if (error)
        fail(shown_, Message(Word::its_folder, printable(folder.generic_string()), reason(error)));
    name_ = path.filename().generic_string();
    require_replaceable(shown_, folder_->number(), name_);
    tidy_folder(folder_->number());
    create();
    try {
        keep_permissions();
    } catch (...) {
        discard();
        throw;
    }
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::create() {
    constexpr mode_t kMode = 0666;
    file_ = os::Descriptor(::openat(folder_->number(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, kMode));
    if (file_.is_open() && !leads_to_itself(file_.number())) file_.close();
    while (!file_.is_open()) {
        temporary_ = temporary_name();
        path_ = folder_path_ / temporary_;
        // Listed before it is there: a signal between the two finds nothing to unlink.
        slot_ = list_unfinished(path_.generic_string());
        constexpr int kFlags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC;
        file_ = os::Descriptor(::openat(folder_->number(), temporary_.c_str(), kFlags, kMode));
        const int error = errno;
        wait_if_ending(path_);
        if (file_.is_open()) break;
        strike_off(slot_);
        temporary_.clear();
        if (error != EEXIST && error != EINTR) fail(shown_, error);
    }
    // Others see by it that it is not left over.
    (void)::flock(file_.number(), LOCK_EX | LOCK_NB);
    if (leads_to_itself(file_.number())) path_ = path_of(file_.number());
}

void AtomicFile::keep_permissions() {
    struct stat status {};
    // A new file: the umask has had its say.
    if (::fstatat(folder_->number(), name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return;
    // Only root may give a file away; for others it is theirs, as with any editor.
    const bool kept_owner = ::fchown(file_.number(), status.st_uid, status.st_gid) == 0;
    const mode_t mask = kept_owner ? 07777 : 0777;  // no set-user-ID for another's sake
    if (::fchmod(file_.number(), status.st_mode & mask) != 0) fail(shown_, errno);
}

void AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file_.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(shown_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void AtomicFile::finish() {
    while (::fsync(file_.number()) != 0) {
        if (errno != EINTR) fail(shown_, errno);
    }
}

bool AtomicFile::is_as_target() const {
    const os::Descriptor there(
        ::openat(folder_->number(), name_.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    return there.is_open() && is_same(file_.number(), there.number());
}

/// The name that it has, or one that it may be given.
std::string AtomicFile::name_to_be() const {
    return temporary_.empty() ? temporary_name() : temporary_;
}

void AtomicFile::give_name(const std::string& name) {
    if (!temporary_.empty()) return;
    const auto own = path_of(file_.number());
    if (::linkat(AT_FDCWD, own.c_str(), folder_->number(), name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        fail(shown_, errno);
    }
    temporary_ = name;
}

/// False where something stands there.
bool AtomicFile::put_where_nothing_is() {
    int done = -1;
    if (temporary_.empty()) {
        done = ::linkat(AT_FDCWD, path_of(file_.number()).c_str(), folder_->number(), name_.c_str(),
                        AT_SYMLINK_FOLLOW);
    } else {
        done = ::renameat2(folder_->number(), temporary_.c_str(), folder_->number(), name_.c_str(),
                           RENAME_NOREPLACE);
        const bool unknown = done != 0 && (errno == EINVAL || errno == ENOSYS);
        struct stat status {};
        if (unknown &&
            ::fstatat(folder_->number(), name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            done =
                ::renameat(folder_->number(), temporary_.c_str(), folder_->number(), name_.c_str());
        } else if (unknown) {
            return false;
        }
    }
    if (done != 0 && errno == EEXIST) return false;
    if (done != 0) fail(shown_, errno);
    return true;
}

void AtomicFile::commit() {
    if (commit_if_free()) return;
    const TakingPlace now;
    give_name(name_to_be());
    if (::renameat(folder_->number(), temporary_.c_str(), folder_->number(), name_.c_str()) != 0) {
        fail(shown_, errno);
    }
    settle();
    sync_folder();
}

bool AtomicFile::commit_if_free() {
    finish();
    const TakingPlace now;
    if (!put_where_nothing_is()) return false;
    settle();
    sync_folder();
    return true;
}

void AtomicFile::settle() {
    temporary_.clear();
    strike_off(slot_);
    slot_ = kUnlisted;
    file_.close();
}

/// That a new name also survives a power cut is as much as can be asked of file systems that can
/// sync a folder at all.
void AtomicFile::sync_folder() const {
    ::fsync(folder_->number());
}

void AtomicFile::discard() noexcept {
    if (!temporary_.empty()) ::unlinkat(folder_->number(), temporary_.c_str(), 0);
    temporary_.clear();
    strike_off(slot_);
    slot_ = kUnlisted;
    file_.close();
}

void write_file(const fs::path& target, std::string_view bytes) {
    AtomicFile file(target);
    file.write(bytes);
    file.commit();
}

}  // namespace plantool
