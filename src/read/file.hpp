// Files as bytes: regular ones only, so that no pipe or device hangs the program.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "diag/source.hpp"

namespace plantool {

/// Files that are read whole may have this many bytes; NDJSON and CSV stream and have no limit.
inline constexpr std::size_t kLargestWholeFile = std::size_t{1} << 30;

/// The bytes of a regular file. Throws IoError when it cannot be read, is no regular file or is
/// larger than kLargestWholeFile.
std::string read_file(const std::filesystem::path& path);

/// What tells one file from another, whatever way leads to it.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    auto operator<=>(const FileIdentity&) const = default;
};
struct FileFacts {
    FileIdentity identity;
    std::uint64_t size = 0;  ///< bytes
};
/// Nothing when there is no such file.
std::optional<FileFacts> facts_of(const std::string& path);

/// A descriptor of a regular file, for the caller to close. Throws IoError when it is none or
/// cannot be opened.
int open_regular_file(const std::filesystem::path& path);
/// The same, and how many bytes the system says it has: 0 for some files that have more.
int open_regular_file(const std::filesystem::path& path, std::size_t& size);

/// Shows a regular file piece by piece, in bounded memory. Throws IoError as read_file does.
void read_pieces(const std::filesystem::path& path,
                 const std::function<void(std::string_view)>& sink);

/// Throws IoError unless the path is a regular file that can be opened.
void require_regular_file(const std::filesystem::path& path);

/// The text of a regular file, without a byte-order mark at its start. Throws IoError as read_file
/// does.
std::unique_ptr<const Source> read_source(const std::filesystem::path& path);

/// Reads a stream line by line in bounded memory.
class LineReader {
  public:
    /// A file, or standard input for the descriptor 0. Throws IoError when it cannot be opened.
    explicit LineReader(const std::filesystem::path& path);
    explicit LineReader(int descriptor, std::string name);
    ~LineReader();
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    /// The next line without its line break; false at the end. Throws IoError when reading fails or
    /// a line is larger than kLargestWholeFile.
    bool next(std::string& line);
    /// Number of the line that next gave last, from 1.
    int line_number() const { return line_; }
    /// Bytes before the line that next gave last.
    std::size_t line_offset() const { return line_offset_; }

  private:
    bool fill();

    int descriptor_ = -1;
    bool owned_ = false;
    std::string name_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t consumed_ = 0;
    std::size_t line_offset_ = 0;
    int line_ = 0;
    bool ended_ = false;
};

}  // namespace plantool
