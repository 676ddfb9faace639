// Submissions from files of every kind, one at a time (formats.md, section 2).
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "core/submission.hpp"
#include "diag/diagnostic.hpp"
#include "read/node.hpp"

namespace plantool {

/// One submission as read, with the faults of its shape; or, without a submission, a file, line or
/// row that could not be read as one at all.
struct Reading {
    Origin origin;
    std::optional<RawSubmission> submission;
    Diagnostics diagnostics;
};

using ReadingSink = std::function<void(Reading)>;

enum class SubmissionKind { yaml, json, ndjson, csv };

/// By the ending, whatever its case; nothing for other endings.
std::optional<SubmissionKind> submission_kind(const std::filesystem::path& path);

/// Reads a file of any of the kinds. A YAML or JSON file that cannot be parsed is one refused
/// reading, whatever stands in its other documents; in NDJSON and CSV a bad line is refused alone.
/// Spans in a reading are good only while the sink runs. Throws IoError when the file cannot be
/// read.
void read_submissions(const std::filesystem::path& path, const Zone& zone, const ReadingSink& sink);

/// NDJSON on standard input.
void read_standard_input(const Zone& zone, const ReadingSink& sink);

/// One submission from its mapping. `needs_format`: in YAML and JSON files.
RawSubmission read_submission(const Node& node, const Zone& zone, bool needs_format,
                              Diagnostics& diagnostics);

/// A received day: a date or an RFC 3339 date-time, moved to the zone. Reports what is neither;
/// `local_dates`: CSV's dd/mm/yyyy too.
std::optional<Spanned<Day>> read_received(const Text& text, const Zone& zone, bool local_dates,
                                          Diagnostics& diagnostics);

/// Reports a `via` that is none of those the format knows, and returns the others.
std::string read_via(const Text& text, Diagnostics& diagnostics);

void read_csv(const std::filesystem::path& path, const Zone& zone, const ReadingSink& sink);

}  // namespace plantool
