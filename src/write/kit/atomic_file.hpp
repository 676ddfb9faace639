// An output file that is written whole or not at all: everything goes to a file without a name,
// which takes the target's place in one step when it is complete and on the disk. Whatever happens
// before that, the file that stood there before still stands, and nothing is left beside it. Where
// the file system has no such files, one of a name that says so stands beside the target meanwhile
// (leftovers.hpp).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "os/descriptor.hpp"

namespace plantool {

/// Use: write (or have a library write to `path()`), then commit. Without commit nothing has
/// happened. Every failure is an IoError that names the target.
class AtomicFile {
  public:
    /// A symbolic link is written through: what it points to is the target; but not one that
    /// somebody else put into a folder where all may write, as Linux itself follows none such. The
    /// target must be a regular file that may be written, or not exist; its folder must exist.
    explicit AtomicFile(const std::filesystem::path& target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);

    /// As the caller named it.
    const std::filesystem::path& target() const { return shown_; }
    /// For libraries that write by name. It leads to this very file, whatever others do in its
    /// folder. They must have written everything when commit is called.
    const std::filesystem::path& path() const { return path_; }
    /// The folder of the target: for temporary files of such libraries.
    const std::filesystem::path& folder() const { return folder_path_; }

    /// Sees that all of it is on the disk, so that little can fail any more: who has several files
    /// finishes all of them before the first takes its place. Nothing is written after it.
    void finish();
    /// Whether the target is there already, byte for byte. After finish.
    bool is_as_target() const;
    /// Puts the file in its place, with the permissions of the file that it replaces; a new file
    /// has those that the umask leaves. Of several files that belong together see FileSet.
    void commit();
    /// The same where nothing stands there yet; false, and the file is unfinished still, where
    /// something does.
    bool commit_if_free();

  private:
    friend class FileSet;

    void create();
    void keep_permissions();
    std::string name_to_be() const;
    void give_name(const std::string& name);
    bool put_where_nothing_is();
    void settle();
    void sync_folder() const;
    void discard() noexcept;

    std::filesystem::path shown_;  ///< as the user wrote it
    std::filesystem::path folder_path_;
    std::string name_;                              ///< of the target, in the folder
    std::shared_ptr<const os::Descriptor> folder_;  ///< of all files in it
    os::Descriptor file_;
    std::filesystem::path path_;
    std::string temporary_;  ///< the file's name in the folder until it has its own; mostly none
    int slot_ = -1;          ///< in the table of unfinished files
};

/// Writes the whole of a file through an AtomicFile.
void write_file(const std::filesystem::path& target, std::string_view bytes);

}  // namespace plantool
