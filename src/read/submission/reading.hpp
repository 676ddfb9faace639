// Submissions from files of every kind, one at a time (formats.md, section 2).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/agency_match.hpp"
#include "core/submission/submission.hpp"
#include "core/time/zone.hpp"
#include "diag/diagnostic.hpp"
#include "read/submission/attachments.hpp"
#include "read/syntax/node.hpp"

namespace plantool {

struct SubmissionFormat;

/// One submission as read, with the faults of its shape; or, without a submission, a file, line or
/// row that could not be read as one at all. Good only while the sink looks at it.
struct Reading {
    int line = 1;
    const RawSubmission* submission = nullptr;
    Diagnostics diagnostics;
};

using ReadingSink = std::function<void(Reading&)>;

/// A part of the input that can be read by itself: a file, some lines of NDJSON, some rows of CSV,
/// some documents of a large YAML file.
struct Piece {
    const SubmissionFormat* format = nullptr;
    std::string file;                            ///< its name; `<stdin>` for standard input
    std::shared_ptr<const std::string> below;    ///< the folder of submissions, where it is known
    std::shared_ptr<const Source> source;        ///< nothing: the whole file, not yet opened
    std::shared_ptr<const Source> header;        ///< the first lines, where the format has a header
    const IndicatorNames* indicators = nullptr;  ///< what columns of figures may be called
    bool first = true;                           ///< of its file
    bool last = true;
    bool hashed = false;  ///< the digest of its file is wanted
    std::string sha256;   ///< of the bytes of its file, then, once its last piece was read
    AttachmentLook attachments = look_on_disk;  ///< finds the files that its submissions name
    std::int64_t stored = 0;  ///< the number under which a store has it; 0: it is in none
    /// Which of its readings, in their order, are taken in; nothing: all.
    std::shared_ptr<const std::vector<bool>> taken;

    bool is_whole_file() const { return first && last; }
};

/// Reads a piece, in any thread. Opens its file where that is still to be done, and leaves the text
/// in the piece: spans are good as long as that. Returns false for a piece of a file that stands or
/// falls as a whole and turns out not to be readable, so that what the sink was given does not
/// count, and what refused_file finds takes its place. Throws IoError when the file cannot be read.
bool read_piece(Piece& piece, const ReadingSink& sink);

/// Makes a piece of a file all of it. Throws IoError.
void make_whole(Piece& piece);

/// The one refused reading that such a file is, with every fault of form in it. Throws IoError.
Reading refused_file(const Piece& piece);

/// One submission from its mapping, into `out`, which looks at the node's texts. `needs_format`: in
/// YAML and JSON files.
void read_submission(const Node& node, bool needs_format, Diagnostics& diagnostics,
                     RawSubmission& out);

/// A received day: a date or an RFC 3339 date-time. Reports what is neither; `local_dates`: CSV's
/// dd/mm/yyyy too.
std::optional<Received> read_received(const TextView& text, bool local_dates,
                                      Diagnostics& diagnostics);

/// Whether `via` is one of those that the format knows.
bool is_via(std::string_view text);
/// Reports a `via` that is none of them, and returns the others.
std::string_view read_via(const TextView& text, Diagnostics& diagnostics);

// The readers of single kinds, as the table of formats has them.
bool read_yaml_piece(const Piece& piece, Diagnostics& faults, const ReadingSink& sink);
bool read_json_piece(const Piece& piece, Diagnostics& faults, const ReadingSink& sink);
bool read_ndjson_piece(const Piece& piece, Diagnostics& faults, const ReadingSink& sink);
bool read_csv_piece(const Piece& piece, Diagnostics& faults, const ReadingSink& sink);
std::size_t yaml_boundary(const Source* header, std::string_view text);
std::size_t ndjson_boundary(const Source* header, std::string_view text);
std::size_t csv_boundary(const Source* header, std::string_view text);

}  // namespace plantool
