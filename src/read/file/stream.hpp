// A file or a pipe read in large blocks, of which the reader takes as much as makes sense to it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "diag/source.hpp"
#include "os/descriptor.hpp"
#include "read/file/file.hpp"
#include "read/file/sha256.hpp"
#include "text/utf16.hpp"

namespace plantool {

class Stream {
  public:
    /// A regular file. `hashed`: its digest will be asked for. Throws IoError when it is none or
    /// cannot be opened.
    explicit Stream(const std::string& path, bool hashed = false);
    /// Standard input, for the descriptor 0.
    Stream(int descriptor, std::string name);
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// What is held at a time may have this many bytes, in place of kLargestWholeFile.
    void limit(std::size_t largest) { largest_ = largest; }
    /// Reads on until there is more than before, or the end; `text` has grown by `block` bytes at
    /// least unless the end came. Throws IoError when reading fails, when more would be held than
    /// may be, or at the end of a file that changed while it was read.
    void fill(std::size_t block = kUsualBlock);
    /// What was read and not yet taken, without a byte-order mark; UTF-16 that has one as UTF-8,
    /// and the carriage returns of a file that begins with no other line ends as line feeds.
    std::string_view text() const { return {bytes_.get() + begin_, end_ - begin_}; }
    bool ended() const { return ended_; }
    const std::string& name() const { return name_; }
    /// What the system said when it was opened: 0 for some files that have more, and for pipes.
    std::size_t expected_size() const { return static_cast<std::size_t>(as_opened_.size); }

    /// The first `size` bytes of the text as a source that lives on by itself.
    std::shared_ptr<const Source> take(std::size_t size);
    /// Lets them go.
    void skip(std::size_t size);

    /// Of all the bytes of the file, once it has ended: 64 lower-case hexadecimal digits.
    std::string sha256();

  private:
    std::size_t read_bytes(char* to, std::size_t most);
    std::size_t read_some();
    void decode_from_here();

    // Small enough for a core to keep at hand, large enough that handing it over costs nothing.
    static constexpr std::size_t kUsualBlock = std::size_t{1} << 18U;

    os::Descriptor file_;  ///< none for standard input
    int descriptor_ = -1;
    std::string name_;
    os::FileStatus as_opened_;
    std::uint64_t bytes_read_ = 0;
    std::size_t largest_ = kLargestWholeFile;
    std::optional<Sha256> digest_;
    std::shared_ptr<char[]> bytes_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool started_ = false;
    bool ended_ = false;
    std::optional<Utf16Decoder> decoder_;
    std::string decoded_;        ///< for which there was no room yet
    bool only_returns_ = false;  ///< the lines end in carriage returns
    int line_ = 1;               ///< of the text
    std::size_t offset_ = 0;     ///< of the text in the file
};

/// Shows the lines of a stream, one after the other.
class Lines {
  public:
    explicit Lines(Stream& stream) : stream_(stream) {}

    /// The next line without its break, good until the next call; false at the end. Throws IoError
    /// as Stream::fill does.
    bool next(std::string_view& line);
    /// Of the line that next gave last, from 1.
    int number() const { return number_; }

  private:
    Stream& stream_;
    std::size_t taken_ = 0;  ///< of the stream's text, by the line shown last
    int number_ = 0;
};

}  // namespace plantool
