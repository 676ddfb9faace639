#include "write/kit/atomic_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <system_error>
#include <utility>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

// ---- the table of unfinished files -------------------------------------------------------------
// A signal handler may read it at any instant, so it holds nothing but plain bytes and lock-free
// flags, and an entry becomes visible only when it is complete.

struct Unfinished {
    enum State : int { free, claimed, listed };
    std::atomic<int> state{free};
    std::array<char, PATH_MAX> path{};
};
static_assert(std::atomic<int>::is_always_lock_free);

constexpr int kMostUnfinished = 64;
constexpr int kUnlisted = -1;
std::array<Unfinished, kMostUnfinished> unfinished;

/// The entry's number. Without room in the table the file is written all the same; only a signal
/// would leave its temporary behind.
int list_unfinished(const std::string& path) {
    for (int i = 0; i < kMostUnfinished && path.size() < PATH_MAX; ++i) {
        auto& entry = unfinished[static_cast<std::size_t>(i)];
        int expected = Unfinished::free;
        if (!entry.state.compare_exchange_strong(expected, Unfinished::claimed)) continue;
        std::memcpy(entry.path.data(), path.c_str(), path.size() + 1);
        entry.state.store(Unfinished::listed);
        return i;
    }
    return kUnlisted;
}

void strike_off(int slot) {
    if (slot == kUnlisted) return;
    unfinished[static_cast<std::size_t>(slot)].state.store(Unfinished::free);
}

// ---- messages and names ------------------------------------------------------------------------

[[noreturn]] void fail(const fs::path& shown, Message why) {
    throw IoError({Word::cannot_write, printable(shown.string()), std::move(why)});
}

[[noreturn]] void fail(const fs::path& shown, int error) {
    fail(shown, reason(error));
}

/// Where the links lead in the end, whether or not something stands there.
fs::path follow_links(const fs::path& shown) {
    constexpr int kMostLinks = 40;  // as many as Linux itself follows
    auto path = shown;
    std::error_code error;
    for (int links = 0; fs::is_symlink(fs::symlink_status(path, error)); ++links) {
        if (links == kMostLinks) fail(shown, ELOOP);
        const auto next = fs::read_symlink(path, error);
        if (error) fail(shown, reason(error));
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

/// The real path of the target's folder, and the target's name in it.
fs::path resolve_target(const fs::path& shown) {
    const auto path = follow_links(shown);
    if (!path.has_filename() || path.filename() == "." || path.filename() == "..") {
        fail(shown, Message(Word::file_name_needed));
    }
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::error_code error;
    const auto real = fs::canonical(folder, error);
    if (error) {
        fail(shown, Message(Word::its_folder, printable(folder.string()), reason(error)));
    }
    return real / path.filename();
}

void require_replaceable(const fs::path& shown, const fs::path& target) {
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) {
        if (errno == ENOENT) return;
        fail(shown, errno);
    }
    if (S_ISDIR(status.st_mode)) fail(shown, Message(Word::is_folder));
    if (!S_ISREG(status.st_mode)) fail(shown, Message(Word::is_no_regular_file));
    // Replacing needs no right to write the file itself; who took that right away meant it.
    if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) fail(shown, errno);
}

/// Short whatever the target is called, so that it is never too long where the target is not.
std::string temporary_name() {
    std::random_device random;
    return fmt::format(".plantool-{:08x}{:08x}.tmp", random(), random());
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& target) : shown_(target), target_(resolve_target(target)) {
    require_replaceable(shown_, target_);
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
    while (true) {
        temporary_ = target_.parent_path() / temporary_name();
        // Listed before it is there: a signal between the two finds nothing to unlink.
        slot_ = list_unfinished(temporary_.string());
        constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
        descriptor_ = ::open(temporary_.c_str(), kFlags, 0666);
        if (descriptor_ >= 0) return;
        const int error = errno;
        strike_off(slot_);
        if (error != EEXIST && error != EINTR) fail(shown_, error);
    }
}

void AtomicFile::keep_permissions() {
    struct stat status {};
    if (::stat(target_.c_str(), &status) != 0) return;  // a new file: the umask has had its say
    // Only root may give a file away; for others it is theirs, as with any editor.
    const bool kept_owner = ::fchown(descriptor_, status.st_uid, status.st_gid) == 0;
    const mode_t mask = kept_owner ? 07777 : 0777;  // no set-user-ID for another's sake
    if (::fchmod(descriptor_, status.st_mode & mask) != 0) fail(shown_, errno);
}

void AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(shown_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void AtomicFile::finish() {
    if (descriptor_ < 0) return;
    if (::fsync(descriptor_) != 0) fail(shown_, errno);
    const int descriptor = descriptor_;
    descriptor_ = -1;
    // Closing is where some network file systems first tell of a full disk.
    if (::close(descriptor) != 0 && errno != EINTR) {
        const int error = errno;
        discard();
        fail(shown_, error);
    }
}

bool AtomicFile::is_as_target() const {
    std::ifstream made(temporary_, std::ios::binary);
    std::ifstream there(target_, std::ios::binary);
    if (!made || !there) return false;
    constexpr std::size_t kBlock = std::size_t{1} << 16U;
    std::string one(kBlock, '\0');
    std::string other(kBlock, '\0');
    while (made && there) {
        made.read(one.data(), static_cast<std::streamsize>(kBlock));
        there.read(other.data(), static_cast<std::streamsize>(kBlock));
        const auto size = static_cast<std::size_t>(made.gcount());
        const bool same = made.gcount() == there.gcount() &&
                          std::equal(one.begin(), one.begin() + made.gcount(), other.begin());
        if (!same) return false;
        if (size < kBlock) break;
    }
    return made.eof() && there.eof();
}

void AtomicFile::commit() {
    finish();
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
        const int error = errno;
        discard();
        fail(shown_, error);
    }
    settle();
}

bool AtomicFile::commit_if_free() {
    finish();
    // A second name for the same file: unlike renaming, it replaces nothing.
    if (::link(temporary_.c_str(), target_.c_str()) == 0) {
        ::unlink(temporary_.c_str());
        settle();
        return true;
    }
    struct stat status {};
    if (errno == EEXIST || ::lstat(target_.c_str(), &status) == 0) return false;
    commit();  // a file system without such names
    return true;
}

void AtomicFile::settle() {
    temporary_.clear();
    strike_off(slot_);
    // The new name is in place; that it also survives a power cut is as much as can be asked of
    // file systems that can sync a folder at all.
    const int folder = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

void AtomicFile::discard() noexcept {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
    if (temporary_.empty()) return;
    ::unlink(temporary_.c_str());
    temporary_.clear();
    strike_off(slot_);
}

void remove_unfinished_files() noexcept {
    for (auto& entry : unfinished) {
        if (entry.state.load() == Unfinished::listed) ::unlink(entry.path.data());
    }
}

void write_file(const fs::path& target, std::string_view bytes) {
    AtomicFile file(target);
    file.write(bytes);
    file.commit();
}

}  // namespace plantool
