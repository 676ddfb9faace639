// As on other systems, but that permissions come from the folder, and that a file which somebody
// has open cannot be replaced.
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

#include "diag/io_error.hpp"
#include "os/descriptor.hpp"
#include "os/replace.hpp"
#include "text/utf8.hpp"
#include "write/kit/atomic_file.hpp"
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

void require_replaceable(const fs::path& shown, const fs::path& target) {
    const auto status = os::status_of(target.generic_string());
    if (!status) {
        if (errno == ENOENT) return;
        fail(shown, errno);
    }
    if (status->kind == os::FileKind::folder) fail(shown, Message(Word::is_folder));
    if (status->kind == os::FileKind::other) fail(shown, Message(Word::is_no_regular_file));
    // Who made it read-only meant it.
    if (!os::may_be_written(target.generic_string())) fail(shown, EACCES);
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& target)
    : shown_(target), name_(target.filename().generic_string()) {
    if (name_.empty() || name_ == "." || name_ == "..") {
        fail(shown_, Message(Word::file_name_needed));
    }
    const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::error_code error;
    folder_path_ = fs::canonical(folder, error);
    if (error) {
        const auto shown = printable(folder.generic_string());
        fail(shown_, Message(Word::its_folder, shown, reason(error)));
    }
    require_replaceable(shown_, folder_path_ / target.filename());
    tidy_folder(folder_path_);
    create();
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::create() {
    while (true) {
        temporary_ = temporary_name();
        path_ = folder_path_ / temporary_;
        slot_ = list_unfinished(path_.generic_string());
        file_ = os::make_new(path_.generic_string());
        if (file_.is_open()) return;
        const int error = errno;
        strike_off(slot_);
        temporary_.clear();
        if (error != EEXIST) fail(shown_, error);
    }
}

void AtomicFile::write(std::string_view bytes) {
    if (!os::write_all(file_.number(), bytes)) fail(shown_, errno);
}

void AtomicFile::finish() {
    if (!file_.is_open()) return;
    if (!os::sync(file_.number())) fail(shown_, errno);
    if (file_.close()) return;
    const int error = errno;
    discard();
    fail(shown_, error);
}

bool AtomicFile::is_as_target() const {
    std::ifstream made(path_, std::ios::binary);
    std::ifstream there(folder_path_ / shown_.filename(), std::ios::binary);
    if (!made || !there) return false;
    constexpr std::size_t kBlock = std::size_t{1} << 16U;
    std::string one(kBlock, '\0');
    std::string other(kBlock, '\0');
    while (made && there) {
        made.read(one.data(), static_cast<std::streamsize>(kBlock));
        there.read(other.data(), static_cast<std::streamsize>(kBlock));
        const bool same = made.gcount() == there.gcount() &&
                          std::equal(one.begin(), one.begin() + made.gcount(), other.begin());
        if (!same) return false;
    }
    return made.eof() && there.eof();
}

void AtomicFile::commit() {
    finish();
    const auto target = folder_path_ / shown_.filename();
    if (!os::replace(path_.generic_string(), target.generic_string())) {
        const int error = errno;
        discard();
        fail(shown_, error);
    }
    settle();
}

bool AtomicFile::commit_if_free() {
    finish();
    const auto target = folder_path_ / shown_.filename();
    if (os::rename_if_free(path_.generic_string(), target.generic_string())) {
        settle();
        return true;
    }
    if (errno == EEXIST) return false;
    const int error = errno;
    discard();
    fail(shown_, error);
}

void AtomicFile::settle() {
    temporary_.clear();
    strike_off(slot_);
    slot_ = kUnlisted;
}

void AtomicFile::discard() noexcept {
    file_.close();
    if (temporary_.empty()) return;
    std::error_code ignored;
    fs::remove(path_, ignored);
    settle();
}

void write_file(const fs::path& target, std::string_view bytes) {
    AtomicFile file(target);
    file.write(bytes);
    file.commit();
}

}  // namespace plantool
