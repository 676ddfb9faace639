// The kinds of files that submissions come in: the one table. A new kind is one line of it and the
// file that reads it.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "read/submission/reading.hpp"

namespace plantool {

struct SubmissionFormat {
    std::string_view name;
    std::span<const std::string_view> endings;  ///< in lower case, with their dot
    /// A fault of form refuses the whole file, not its line or row alone.
    bool all_or_nothing = false;
    bool of_lines = false;    ///< no record has more than kLargestRecord bytes
    bool has_header = false;  ///< the first line says what is in the others
    /// Files of so many bytes are read in parts; those that are smaller, and of kinds that cannot
    /// be cut, as a whole.
    std::size_t cut_from = std::numeric_limits<std::size_t>::max();
    /// How much of the text, which begins with a submission, makes a piece: up to where one of them
    /// ends and another begins; 0 where none does.
    std::size_t (*boundary)(const Source* header, std::string_view text) = nullptr;
    /// Hands each reading of the piece to the sink, in any thread. False, with what was found in
    /// `faults`, where the piece of an all-or-nothing file could not be read to its end.
    bool (*read)(const Piece& piece, Diagnostics& faults, const ReadingSink& sink) = nullptr;
};

std::span<const SubmissionFormat> submission_formats();

/// By the ending of the file's name, whatever its case; null for other endings.
const SubmissionFormat* submission_format(std::string_view file);

/// That of NDJSON, which standard input has.
const SubmissionFormat& piped_format();

/// ".yaml, .yml, …", for messages.
std::string known_endings();

}  // namespace plantool
