// Cuts the input into pieces that can be read each by itself, a few at a time, so that memory does
// not grow with the input.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

#include "read/stream.hpp"
#include "read/submission.hpp"
#include "read/workspace.hpp"

namespace plantool {

class PieceCutter {
  public:
    /// The files in reading order, and NDJSON on standard input behind them. They must outlive it.
    explicit PieceCutter(const SubmissionFiles& files)
        : files_(files.files), standard_input_(files.standard_input) {}

    /// The next piece; nothing at the end. Throws IoError when a file cannot be read.
    std::optional<Piece> next();

  private:
    std::optional<Piece> open_next();
    std::optional<Piece> cut();
    void take_header();
    /// How much of what was read makes a piece: up to where one submission ends and another begins.
    std::size_t boundary(std::string_view text) const;

    std::span<const SubmissionFile> files_;
    bool standard_input_;
    std::size_t next_ = 0;
    // The file under way.
    std::unique_ptr<Stream> stream_;
    Piece shape_;  ///< what its pieces have in common
};

}  // namespace plantool
