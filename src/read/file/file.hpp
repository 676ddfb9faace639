// Files as bytes: regular ones only, so that no pipe or device hangs the program.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "diag/source.hpp"
#include "os/descriptor.hpp"

namespace plantool {

/// Files that are read whole may have this many bytes; NDJSON and CSV stream and have no limit.
inline constexpr std::size_t kLargestWholeFile = std::size_t{1} << 28;
/// A line of NDJSON or a record of CSV may have this many bytes.
inline constexpr std::size_t kLargestRecord = std::size_t{1} << 24;

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

/// A regular file, and what it is like before it is read. Throws IoError when it is none or cannot
/// be opened.
os::Descriptor open_regular_file(const std::string& path, os::FileStatus& as_opened);

/// Throws IoError where the file that was read to its end is not what it was when that began: half
/// of the old and half of the new are no answer.
void require_unchanged(int descriptor, const std::string& path, const os::FileStatus& as_opened,
                       std::uint64_t bytes_read);

/// The text of a regular file, without a byte-order mark at its start. `sha256`, where it is given,
/// receives the digest of its bytes. Throws IoError when it cannot be read, is no regular file or
/// is larger than kLargestWholeFile.
std::shared_ptr<const Source> read_source(const std::string& path, std::string* sha256 = nullptr);

/// The bytes of a regular file as they are. Throws IoError as read_source, or where there are more
/// than `most`.
std::string read_bytes(const std::string& path, std::size_t most = kLargestWholeFile);

}  // namespace plantool
