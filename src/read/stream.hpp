// A file or a pipe read in large blocks, of which the reader takes as much as makes sense to it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "diag/source.hpp"

namespace plantool {

class Stream {
  public:
    /// A regular file, or standard input for the descriptor 0. Throws IoError when it cannot be
    /// opened.
    explicit Stream(const std::string& path);
    Stream(int descriptor, std::string name);
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// Reads on until there is more than before, or the end; `text` has grown by it. Throws IoError
    /// when reading fails, or when more than kLargestWholeFile bytes would be held.
    void fill();
    /// What was read and not yet taken, without a byte-order mark.
    std::string_view text() const { return {bytes_.get() + begin_, end_ - begin_}; }
    bool ended() const { return ended_; }
    const std::string& name() const { return name_; }

    /// The first `size` bytes of the text as a source that lives on by itself.
    std::shared_ptr<const Source> take(std::size_t size);

  private:
    std::size_t read_some();

    int descriptor_;
    bool owned_;
    std::string name_;
    std::shared_ptr<char[]> bytes_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool started_ = false;
    bool ended_ = false;
    int line_ = 1;            ///< of the text
    std::size_t offset_ = 0;  ///< of the text in the file
};

}  // namespace plantool
