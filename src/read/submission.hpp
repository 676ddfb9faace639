// Submissions from files of every kind, one at a time (formats.md, section 2).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/submission.hpp"
#include "diag/diagnostic.hpp"
#include "read/node.hpp"

namespace plantool {

/// One submission as read, with the faults of its shape; or, without a submission, a file, line or
/// row that could not be read as one at all. Good only while the sink looks at it.
struct Reading {
    int line = 1;
    const RawSubmission* submission = nullptr;
    Diagnostics diagnostics;
};

using ReadingSink = std::function<void(Reading&)>;

enum class SubmissionKind { yaml, json, ndjson, csv };

/// By the ending, whatever its case; nothing for other endings.
std::optional<SubmissionKind> submission_kind(const std::filesystem::path& path);

/// A part of the input that can be read by itself: a file, some lines of NDJSON, some rows of CSV,
/// some documents of a large YAML file.
struct Piece {
    SubmissionKind kind = SubmissionKind::yaml;
    std::string file;                      ///< its name; `<stdin>` for standard input
    std::shared_ptr<const Source> source;  ///< nothing: the whole file, not yet opened
    std::shared_ptr<const Source> header;  ///< the first line, of CSV
    bool first = true;                     ///< of its file
    bool last = true;
};

/// Reads a piece, in any thread. Opens its file where that is still to be done, and leaves the text
/// in the piece: spans are good as long as that. Returns false for a piece of a YAML or JSON file
/// that turns out not to be readable: a file stands or falls as a whole, so that what the sink was
/// given does not count, and what refused_file finds takes its place. Throws IoError when the file
/// cannot be read.
bool read_piece(Piece& piece, const Zone& zone, const ReadingSink& sink);

/// The one refused reading that a YAML or JSON file is which cannot be read, with every fault of
/// form in it. Throws IoError.
Reading refused_file(const std::string& file, const Zone& zone);

/// Reads a file of any of the kinds, piece by piece. Throws IoError when it cannot be read.
void read_submissions(const std::filesystem::path& path, const Zone& zone, const ReadingSink& sink);

/// One submission from its mapping, into `out`, which looks at the node's texts. `needs_format`: in
/// YAML and JSON files.
void read_submission(const Node& node, const Zone& zone, bool needs_format,
                     Diagnostics& diagnostics, RawSubmission& out);

/// A received day: a date or an RFC 3339 date-time, moved to the zone. Reports what is neither;
/// `local_dates`: CSV's dd/mm/yyyy too.
std::optional<Spanned<Day>> read_received(const TextView& text, const Zone& zone, bool local_dates,
                                          Diagnostics& diagnostics);

/// Whether `via` is one of those that the format knows.
bool is_via(std::string_view text);
/// Reports a `via` that is none of them, and returns the others.
std::string_view read_via(const TextView& text, Diagnostics& diagnostics);

// The readers of single kinds.
void read_ndjson_piece(const Piece& piece, const Zone& zone, const ReadingSink& sink);
void read_csv_piece(const Piece& piece, const Zone& zone, const ReadingSink& sink);

}  // namespace plantool
