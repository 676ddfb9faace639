#include "write/kit/file_set.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>
#include <string>
#include <system_error>
#include <utility>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/kit/folder_lock.hpp"
#include "write/kit/interrupted.hpp"
#include "write/kit/leftovers.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

struct Place {
    int folder = -1;
    std::string temporary;
    std::string target;
    const fs::path* shown = nullptr;
    std::string old = {};  ///< the name under which what stood there is kept
    bool taken = false;
};

[[noreturn]] void fail(const fs::path& shown, int error) {
    throw IoError({Word::cannot_write, printable(shown.generic_string()), reason(error)});
}

bool is_there(const Place& place) {
    struct stat status {};
    return ::fstatat(place.folder, place.target.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

/// A folder could change places with a file as well.
bool is_folder(const Place& place) {
    struct stat status {};
    return ::fstatat(place.folder, place.target.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(status.st_mode);
}

/// Errno of renaming, 0 where it worked.
int rename_by(const Place& place, unsigned how) {
    const int done =
        ::renameat2(place.folder, place.temporary.c_str(), place.folder, place.target.c_str(), how);
    return done == 0 ? 0 : errno;
}

/// On file systems where two files cannot change places: the old one gets a second name.
int replace_with_second_name(Place& place) {
    auto second = temporary_name();
    if (::linkat(place.folder, place.target.c_str(), place.folder, second.c_str(), 0) == 0) {
        place.old = std::move(second);
    }
    if (::renameat(place.folder, place.temporary.c_str(), place.folder, place.target.c_str()) == 0)
        return 0;
    const int error = errno;
    if (!place.old.empty()) ::unlinkat(place.folder, place.old.c_str(), 0);
    place.old.clear();
    return error;
}

/// Errno; 0 where the file stands in its place now.
int take(Place& place, FileSet::There there) {
    int error = 0;
    if (is_folder(place)) return EISDIR;
    if (there == FileSet::There::refused || !is_there(place)) {
        error = rename_by(place, RENAME_NOREPLACE);
        if (error == EINVAL || error == ENOSYS) {
            error = there == FileSet::There::refused && is_there(place)
                        ? EEXIST
                        : replace_with_second_name(place);
        }
    } else {
        error = rename_by(place, RENAME_EXCHANGE);
        if (error == 0) place.old = place.temporary;
        if (error == EINVAL || error == ENOSYS) error = replace_with_second_name(place);
    }
    place.taken = error == 0;
    return error;
}

void take_back(const Place& place) {
    if (!place.taken) return;
    const auto* const target = place.target.c_str();
    if (place.old.empty()) {
        ::unlinkat(place.folder, target, 0);
    } else if (place.old == place.temporary) {
        rename_by(place, RENAME_EXCHANGE);
    } else {
        ::renameat(place.folder, place.old.c_str(), place.folder, target);
    }
}

/// The list on the disk, which goes when everything is done or taken back.
class List {
  public:
    explicit List(int folder) : folder_(folder) {}
    ~List() {
        if (!name_.empty()) ::unlinkat(folder_, name_.c_str(), 0);
    }
    List(const List&) = delete;
    List& operator=(const List&) = delete;

    void write(const std::vector<Placement>& placements) {
        name_ = write_placements(folder_, placements);
    }
    void confirm() { name_ = confirm_placements(folder_, name_); }

  private:
    int folder_;
    std::string name_;
};

}  // namespace

void FileSet::add(std::unique_ptr<AtomicFile> file) {
    files_.push_back(std::move(file));
}

void FileSet::commit() {
    for (const auto& file : files_) file->finish();
    if (files_.empty()) return;
    auto& first = *files_.front();
    if (files_.size() == 1) {
        if (there_ == There::replaced) return first.commit();
        if (!first.commit_if_free()) fail(first.target(), EEXIST);
        return;
    }
    // In the order of their names, so that no two programs wait for each other.
    std::map<fs::path, const AtomicFile*> folders;
    for (const auto& file : files_) folders.emplace(file->folder(), file.get());
    std::vector<FolderLock> locks;
    locks.reserve(folders.size());
    for (const auto& [folder, file] : folders) locks.emplace_back(folder);

    const TakingPlace now;
    const int first_folder = first.folder_->number();
    std::vector<Place> places;
    std::vector<Placement> placements;
    for (const auto& file : files_) {
        struct stat status {};
        if (::fstat(file->file_.number(), &status) != 0) fail(file->target(), errno);
        const auto& place = places.emplace_back(
            Place{file->folder_->number(), file->name_to_be(), file->name_, &file->target()});
        const auto way = file->folder().lexically_relative(first.folder());
        placements.push_back({status.st_ino, (way / place.temporary).generic_string(),
                              (way / place.target).generic_string()});
    }
    List list(first_folder);
    try {
        list.write(placements);
        for (std::size_t i = 0; i < files_.size(); ++i) files_[i]->give_name(places[i].temporary);
        list.confirm();
    } catch (const std::system_error& error) {
        fail(first.target(), error.code().value());
    }
    for (auto& place : places) {
        const int error = take(place, there_);
        if (error == 0) continue;
        std::for_each(places.rbegin(), places.rend(), take_back);
        fail(*place.shown, error);
    }
    for (const auto& file : files_) file->settle();
    for (const auto& [folder, file] : folders) file->sync_folder();
    for (const auto& place : places) {
        if (!place.old.empty()) ::unlinkat(place.folder, place.old.c_str(), 0);
    }
}

}  // namespace plantool
