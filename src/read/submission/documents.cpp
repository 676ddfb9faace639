// YAML and JSON files, which stand or fall as a whole.

#include <algorithm>
#include <memory>
#include <utility>

#include "read/file/file.hpp"
#include "read/submission/attachments.hpp"
#include "read/submission/formats.hpp"
#include "read/syntax/json_nodes.hpp"
#include "read/syntax/yaml/yaml.hpp"
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

/// Calls the sink for each document that `parse` finds.
template <class Parse>
bool read_documents(const Piece& piece, Diagnostics& faults, const ReadingSink& sink, Parse parse) {
    const Source& source = *piece.source;
    if (!check_utf8(source, whole(source), kSubmissionShape, faults)) return false;
    RawSubmission submission;
    bool any = false;
    const bool read = parse(source, [&](const Node& node) {
        if (node.kind == Node::Kind::null) return;  // an empty document between two `---`
        Reading reading;
        reading.diagnostics = std::exchange(faults, {});
        submission.clear();
        read_submission(node, true, reading.diagnostics, submission);
        submission.line = reading.line =
            node.span.source == nullptr ? 1 : source.line_of(node.span.begin);
        check_attachments(submission, piece, reading.diagnostics);
        reading.submission = &submission;
        any = true;
        sink(reading);
    });
    const bool empty_array = trim(source.text()).starts_with('[');
    if (!read || any || empty_array || !piece.is_whole_file()) return read;
    faults.add({Code::s_missing_key,
                {&source, 0, 0},
                {Word::no_submission_in_file},
                {Word::submission_begins_with}});
    return false;
}

void open(Piece& piece) {
    if (piece.source) return;
    piece.source = read_source(piece.file, piece.hashed ? &piece.sha256 : nullptr);
}

}  // namespace

bool read_yaml_piece(const Piece& piece, Diagnostics& faults, const ReadingSink& sink) {
    return read_documents(piece, faults, sink, [&](const Source& source, const auto& each) {
        return parse_yaml(source, kSubmissionShape, faults, each);
    });
}

bool read_json_piece(const Piece& piece, Diagnostics& faults, const ReadingSink& sink) {
    return read_documents(piece, faults, sink, [&](const Source& source, const auto& each) {
        return parse_json(source, whole(source), kSubmissionShape, faults, each);
    });
}

/// Where the last document of YAML begins: at a line `---`, which ends whatever stands before it. A
/// directive belongs to the document behind it.
std::size_t yaml_boundary(const Source* /*header*/, std::string_view text) {
    for (auto at = text.rfind("\n---"); at != std::string_view::npos && at > 0;
         at = text.rfind("\n---", at - 1)) {
        const auto line = text.rfind('\n', at - 1) + 1;
        const auto after = at + 4 < text.size() ? text[at + 4] : 'x';
        const bool marker = after == '\n' || after == '\r' || after == ' ';
        if (marker && text[line] != '%') return at + 1;
    }
    return 0;
}

bool read_piece(Piece& piece, const ReadingSink& sink) {
    open(piece);
    Diagnostics faults;
    return piece.format->read(piece, faults, sink);
}

void make_whole(Piece& piece) {
    if (piece.is_whole_file()) return;
    piece.first = piece.last = true;
    piece.source = nullptr;
    piece.hashed = false;  // whoever cut the file has its digest
    open(piece);
}

Reading refused_file(const Piece& piece) {
    Piece whole_file = piece;
    make_whole(whole_file);
    open(whole_file);
    Reading refused;
    Diagnostics faults;
    whole_file.format->read(whole_file, faults, [&](Reading& reading) {
        refused.diagnostics.append(std::move(reading.diagnostics));
    });
    refused.line = first_line(faults);
    refused.diagnostics.append(std::move(faults));
    return refused;
}

}  // namespace plantool
