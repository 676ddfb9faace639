#include "write/kit/leftovers.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "os/descriptor.hpp"
#include "write/kit/folder_lock.hpp"

namespace plantool {
namespace {

constexpr std::string_view kBegin = ".plantool-";
constexpr std::string_view kFile = ".tmp";
constexpr std::string_view kUnconfirmed = ".todo";
constexpr std::string_view kList = ".list";
constexpr std::size_t kDigits = 16;
// Begins and ends a list. One without its end was never acted upon.
constexpr std::string_view kHead = "plantool placements";
constexpr std::string_view kEnd = "end";

std::string random_name(std::string_view ending) {
    std::random_device random;
    return fmt::format("{}{:08x}{:08x}{}", kBegin, random(), random(), ending);
}

bool is_ours(std::string_view name, std::string_view ending) {
    return name.size() == kBegin.size() + kDigits + ending.size() && name.starts_with(kBegin) &&
           name.ends_with(ending) &&
           name.substr(kBegin.size(), kDigits).find_first_not_of("0123456789abcdef") ==
               std::string_view::npos;
}

/// Open, where it is a regular file of the user for whom the program runs: in a folder that others
/// may write into, what they put there is not acted upon.
os::Descriptor open_own(int folder, const std::string& name) {
    os::Descriptor file(
        ::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (!file.is_open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) ||
        status.st_uid != ::geteuid()) {
        return os::Descriptor();
    }
    return file;
}

std::optional<std::string> text_of(int file) {
    std::string out;
    while (true) {
        constexpr std::size_t kBlock = 65536;
        const auto size = out.size();
        out.resize(size + kBlock);
        const auto got = ::read(file, out.data() + size, kBlock);
        out.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0) return out;
        if (got < 0 && errno != EINTR) return std::nullopt;
    }
}

/// Nothing where the list is not whole.
std::vector<Placement> placements_in(const std::string& text) {
    std::vector<std::string_view> parts;
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = rest.find('\0');
        if (end == std::string_view::npos) return {};
        parts.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    if (parts.size() < 2 || parts.front() != kHead || parts.back() != kEnd) return {};
    std::vector<Placement> out;
    for (std::size_t i = 1; i + 3 < parts.size(); i += 3) {
        Placement one{0, std::string(parts[i + 1]), std::string(parts[i + 2])};
        std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), one.number);
        out.push_back(std::move(one));
    }
    return out;
}

void finish(int folder, const std::string& list, bool confirmed) {
    const auto file = open_own(folder, list);
    if (!file.is_open()) return;
    const auto text = text_of(file.number());
    if (!text) return;
    for (const auto& one : placements_in(*text)) {
        struct stat status {};
        const auto* const temporary = one.temporary.c_str();
        if (::fstatat(folder, temporary, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        // What is called so now is the new file, or the old one, with which it has changed places.
        if (confirmed && status.st_ino == one.number) {
            ::renameat(folder, temporary, folder, one.target.c_str());
        } else {
            ::unlinkat(folder, temporary, 0);
        }
    }
    ::fsync(folder);
    ::unlinkat(folder, list.c_str(), 0);
}

/// Whoever writes it has it locked.
void remove_if_nobodys(int folder, const std::string& name) {
    const auto file = open_own(folder, name);
    if (file.is_open() && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0)
        ::unlinkat(folder, name.c_str(), 0);
}

std::vector<std::string> names_in(int folder) {
    std::vector<std::string> out;
    const int again = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (again < 0) return out;
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(again), &::closedir);
    if (!entries) {
        ::close(again);
        return out;
    }
    while (const auto* const entry = ::readdir(entries.get())) {
        const std::string_view name(entry->d_name);
        if (is_ours(name, kFile) || is_ours(name, kList) || is_ours(name, kUnconfirmed)) {
            out.emplace_back(name);
        }
    }
    return out;
}

/// True the first time. A number that a folder had may be another's after it, so the instant at
/// which it was made counts too.
bool is_new(int folder) {
    static std::mutex mutex;
    static std::set<
        std::tuple<std::uint32_t, std::uint32_t, std::uint64_t, std::int64_t, std::uint32_t>>
        seen;
    struct statx status {};
    if (::statx(folder, "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &status) != 0) return false;
    const std::lock_guard guard(mutex);
    return seen
        .emplace(status.stx_dev_major, status.stx_dev_minor, status.stx_ino,
                 status.stx_btime.tv_sec, status.stx_btime.tv_nsec)
        .second;
}

void write_synced(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error(errno, std::generic_category());
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    while (::fsync(file) != 0) {
        if (errno != EINTR) throw std::system_error(errno, std::generic_category());
    }
}

}  // namespace

std::string temporary_name() {
    return random_name(kFile);
}

std::string write_placements(int folder, const std::vector<Placement>& placements) {
    std::string text(kHead);
    const auto add = [&](std::string_view part) {
        text += '\0';
        text += part;
    };
    for (const auto& one : placements) {
        add(std::to_string(one.number));
        add(one.temporary);
        add(one.target);
    }
    add(kEnd);
    text += '\0';
    auto name = random_name(kUnconfirmed);
    const os::Descriptor file(
        ::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.is_open()) throw std::system_error(errno, std::generic_category());
    try {
        write_synced(file.number(), text);
    } catch (const std::system_error&) {
        ::unlinkat(folder, name.c_str(), 0);
        throw;
    }
    return name;
}

std::string confirm_placements(int folder, const std::string& list) {
    auto name = list.substr(0, list.size() - kUnconfirmed.size()) + std::string(kList);
    if (::renameat(folder, list.c_str(), folder, name.c_str()) != 0) {
        throw std::system_error(errno, std::generic_category());
    }
    return name;
}

void tidy_folder(int folder) {
    if (!is_new(folder)) return;
    const auto names = names_in(folder);
    if (names.empty() || !FolderLock::is_free(folder)) return;
    const FolderLock lock(folder);
    for (const auto& name : names) {
        if (!is_ours(name, kFile)) finish(folder, name, is_ours(name, kList));
    }
    for (const auto& name : names) {
        if (is_ours(name, kFile)) remove_if_nobodys(folder, name);
    }
}

void tidy_folder(const std::filesystem::path& folder) {
    const os::Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.is_open()) tidy_folder(opened.number());
}

}  // namespace plantool
