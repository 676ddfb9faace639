// Where submissions come from: anything that gives pieces of text, one after the other, until there
// are no more. A new kind of source is one more function here.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "read/plan/workspace.hpp"
#include "read/submission/reading.hpp"

namespace plantool {

/// The next piece; nothing at the end, and from then on. Throws IoError when there is something
/// that cannot be read.
using SubmissionSource = std::function<std::optional<Piece>()>;

/// The files in reading order, cut into pieces that can be read each by itself, a few at a time, so
/// that memory does not grow with the input. `hashed`: the pieces are to tell the digests of their
/// files.
SubmissionSource from_files(std::vector<SubmissionFile> files, bool hashed = false);

/// NDJSON from a descriptor, such as 0 for standard input.
SubmissionSource from_pipe(int descriptor, std::string name);

/// YAML that may be no file, under the name that it has or is to have.
SubmissionSource from_text(std::shared_ptr<const Source> yaml);

/// What the one gives, then what the other does.
SubmissionSource in_turn(SubmissionSource first, SubmissionSource second);

/// All that was found: the files, and behind them standard input where it was asked for, and what
/// is proposed.
SubmissionSource source_of(const SubmissionFiles& files, bool hashed = false);

}  // namespace plantool
