// An output file that is written whole or not at all: everything goes to a temporary file beside
// the target, which takes the target's place in one step when it is complete and on the disk.
// Whatever happens before that, the file that stood there before still stands.
#pragma once

#include <filesystem>
#include <string_view>

namespace plantool {

/// Use: write (or have a library write to `path()`), then commit. Without commit nothing has
/// happened. Every failure is an IoError that names the target.
class AtomicFile {
  public:
    /// A symbolic link is written through: what it points to is the target. The target must be a
    /// regular file that may be written, or not exist; its folder must exist.
    explicit AtomicFile(const std::filesystem::path& target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);

    /// As the caller named it.
    const std::filesystem::path& target() const { return shown_; }
    /// The temporary file, for libraries that write by name. They must have closed it when commit
    /// is called.
    const std::filesystem::path& path() const { return temporary_; }
    /// The folder of both files: for temporary files of such libraries.
    std::filesystem::path folder() const { return target_.parent_path(); }

    /// Sees that all of it is on the disk, so that little can fail any more: who has several files
    /// finishes all of them before the first takes its place. Nothing is written after it.
    void finish();
    /// Whether the target is there already, byte for byte. After finish.
    bool is_as_target() const;
    /// Puts the file in its place, with the permissions of the file that it replaces; a new file
    /// has those that the umask leaves.
    void commit();
    /// The same where nothing stands there yet; false, and the file is unfinished still, where
    /// something does.
    bool commit_if_free();

  private:
    void create();
    void keep_permissions();
    void settle();
    void discard() noexcept;

    std::filesystem::path shown_;  ///< as the user wrote it
    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
    int slot_ = -1;  ///< in the table of unfinished files
};

/// Unlinks the temporary files of every AtomicFile under way. May be called from a signal handler;
/// the program should end after it.
void remove_unfinished_files() noexcept;

/// Writes the whole of a file through an AtomicFile.
void write_file(const std::filesystem::path& target, std::string_view bytes);

}  // namespace plantool
