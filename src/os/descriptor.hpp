// Files as the system has them: paths and numbers, and no text that people read. Whatever fails
// leaves in `errno` why, by the numbers of POSIX on every system; no call is cut short by a signal.
// Paths are UTF-8, and may be written with slashes everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plantool::os {

/// An open file, closed with its owner. No process that is started later inherits it.
class Descriptor {
  public:
    /// Takes over a file that is open; -1: none.
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    /// Who calls it has to close the file.
    int release();
    /// False where the system tells only now that something was not written.
    bool close();

  private:
    int number_;
};

/// Never waits for somebody to write to a pipe. A folder is refused with EISDIR where the system
/// cannot open one.
Descriptor open_to_read(const std::string& path);
/// Made where it is not there; everything that is written goes to its end.
Descriptor open_to_append(const std::string& path);
/// EEXIST where it is there.
Descriptor make_new(const std::string& path);

/// How many bytes came; 0 at the end, -1 where it failed.
std::ptrdiff_t read_some(int descriptor, char* to, std::size_t most);
/// All of it, waiting where the other side is slow.
bool write_all(int descriptor, std::string_view bytes);
/// Waits until nobody else holds the lock of the file. It goes when the file is closed.
bool lock(int descriptor);
bool cut_to(int descriptor, std::uint64_t size);
/// Whether what was written is on the disk; true for what no disk is behind.
bool sync(int descriptor);

enum class FileKind : std::uint8_t { regular, folder, other };
struct FileStatus {
    FileKind kind = FileKind::other;
    std::uint64_t size = 0;    ///< bytes; 0 for some files that have more
    std::int64_t changed = 0;  ///< when its content was, in the system's smallest unit
    // What tells one file from another, whatever way leads to it.
    std::uint64_t device = 0;
    std::uint64_t number = 0;
};
/// Of what a link points to.
std::optional<FileStatus> status_of(const std::string& path);
std::optional<FileStatus> status_of(int descriptor);
/// Whether something of that name is there, if only a link that points to nothing. What cannot be
/// told from here, as behind a folder that is locked, may be.
bool may_be_there(const std::string& path);

}  // namespace plantool::os
