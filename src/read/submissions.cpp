#include <algorithm>
#include <cctype>
#include <memory>

#include "read/attachments.hpp"
#include "read/file.hpp"
#include "read/json.hpp"
#include "read/pieces.hpp"
#include "read/submission.hpp"
#include "read/yaml.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// The line of the first error, or of the first finding.
int first_line(const Diagnostics& diagnostics) {
    for (const auto& diagnostic : diagnostics.all()) {
        if (diagnostic.severity == Severity::error) return diagnostic.line;
    }
    return 1;
}

bool parse(const Source& source, SubmissionKind kind, Diagnostics& faults,
           const std::function<void(Node)>& sink) {
    if (kind == SubmissionKind::yaml) return parse_yaml(source, kSubmissionShape, faults, sink);
    return parse_json(source, whole(source), kSubmissionShape, faults, sink);
}

/// Calls the sink for each document; false, with what was found in `faults`, when the text could
/// not be read to its end.
bool read_documents(const Piece& piece, const Zone& zone, Diagnostics& faults,
                    const ReadingSink& sink) {
    const Source& source = *piece.source;
    if (!check_utf8(source, whole(source), kSubmissionShape, faults)) return false;
    RawSubmission submission;
    bool any = false;
    const bool read = parse(source, piece.kind, faults, [&](const Node& node) {
        if (node.kind == Node::Kind::null) return;  // an empty document between two `---`
        Reading reading;
        reading.diagnostics = std::exchange(faults, {});
        submission.clear();
        read_submission(node, zone, true, reading.diagnostics, submission);
        submission.line = reading.line =
            node.span.source == nullptr ? 1 : source.line_of(node.span.begin);
        check_attachments(submission, std::filesystem::path(piece.file).parent_path(),
                          reading.diagnostics);
        reading.submission = &submission;
        any = true;
        sink(reading);
    });
    const bool empty_array = trim(source.text()).starts_with('[');
    const bool part = !piece.first || !piece.last;
    if (!read || any || empty_array || part) return read;
    faults.add({Code::s_missing_key,
                {&source, 0, 0},
                "the file holds no submission",
                "a submission begins with `format: plantool/submission@1`"});
    return false;
}

}  // namespace

std::optional<SubmissionKind> submission_kind(const std::filesystem::path& path) {
    auto ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    if (ending == ".yaml" || ending == ".yml") return SubmissionKind::yaml;
    if (ending == ".json") return SubmissionKind::json;
    if (ending == ".ndjson" || ending == ".jsonl") return SubmissionKind::ndjson;
    if (ending == ".csv") return SubmissionKind::csv;
    return std::nullopt;
}

bool read_piece(Piece& piece, const Zone& zone, const ReadingSink& sink) {
    if (piece.kind == SubmissionKind::ndjson) {
        read_ndjson_piece(piece, zone, sink);
        return true;
    }
    if (piece.kind == SubmissionKind::csv) {
        read_csv_piece(piece, zone, sink);
        return true;
    }
    if (!piece.source) piece.source = read_source(piece.file);
    Diagnostics faults;
    return read_documents(piece, zone, faults, sink);
}

Reading refused_file(const std::string& file, const Zone& zone) {
    Piece piece;
    piece.kind = submission_kind(file).value_or(SubmissionKind::yaml);
    piece.file = file;
    piece.source = read_source(file);
    Reading refused;
    Diagnostics faults;
    read_documents(piece, zone, faults, [&](Reading& reading) {
        refused.diagnostics.append(std::move(reading.diagnostics));
    });
    refused.line = first_line(faults);
    refused.diagnostics.append(std::move(faults));
    return refused;
}

void read_submissions(const std::filesystem::path& path, const Zone& zone,
                      const ReadingSink& sink) {
    SubmissionFiles files;
    files.files.push_back({path.string(), facts_of(path.string()).value_or(FileFacts{})});
    PieceCutter cutter(files);
    bool readable = true;
    while (auto piece = cutter.next()) readable = read_piece(*piece, zone, sink) && readable;
    if (readable) return;
    auto refused = refused_file(path.string(), zone);
    sink(refused);
}

}  // namespace plantool
