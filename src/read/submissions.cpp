#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "read/attachments.hpp"
#include "read/file.hpp"
#include "read/json.hpp"
#include "read/submission.hpp"
#include "read/yaml.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

Origin origin_of(const Source& source, const Span& span) {
    return {source.name(), span.source == nullptr ? 1 : source.line_of(span.begin)};
}

/// The line of the first error, or of the first finding.
Origin origin_of(const Source& source, const Diagnostics& diagnostics) {
    for (const auto& diagnostic : diagnostics.all()) {
        if (diagnostic.severity == Severity::error) return {source.name(), diagnostic.line};
    }
    return {source.name(), 1};
}

using Parser = bool (*)(const Source&, const ShapeCodes&, Diagnostics&,
                        const std::function<void(Node)>&);

/// Reads a file whose documents stand or fall together.
void read_whole(const std::filesystem::path& path, Parser parse, const Zone& zone,
                const ReadingSink& sink) {
    const auto opened = read_source(path);
    const Source& source = *opened;
    Diagnostics faults;
    std::vector<Reading> readings;
    if (check_utf8(source, kSubmissionShape, faults)) {
        const bool whole = parse(source, kSubmissionShape, faults, [&](const Node& node) {
            if (node.kind == Node::Kind::null) return;  // an empty document between two `---`
            Reading reading;
            reading.diagnostics = std::move(faults);
            faults = {};
            reading.submission = read_submission(node, zone, true, reading.diagnostics);
            reading.origin = origin_of(source, node.span);
            reading.submission->origin = reading.origin;
            check_attachments(*reading.submission, path.parent_path(), reading.diagnostics);
            readings.push_back(std::move(reading));
        });
        const bool empty_array = trim(source.text()).starts_with('[');
        if (whole && readings.empty() && !empty_array) {
            faults.add({Code::s_missing_key,
                        {&source, 0, 0},
                        "the file holds no submission",
                        "a submission begins with `format: plantool/submission@1`"});
        } else if (whole) {
            for (auto& reading : readings) sink(std::move(reading));
            return;
        }
    }
    Reading refused;
    refused.origin = origin_of(source, faults);
    for (auto& reading : readings) refused.diagnostics.append(std::move(reading.diagnostics));
    refused.diagnostics.append(std::move(faults));
    sink(std::move(refused));
}

void read_line(const Source& source, const Zone& zone, const ReadingSink& sink) {
    Reading reading;
    reading.origin = {source.name(), source.line_of(0)};
    if (check_utf8(source, kSubmissionShape, reading.diagnostics)) {
        std::optional<Node> object;
        const bool whole =
            parse_json(source, kSubmissionShape, reading.diagnostics, [&](Node node) {
                if (!object) object = std::move(node);
            });
        if (whole && object && trim(source.text()).starts_with('{')) {
            reading.submission = read_submission(*object, zone, false, reading.diagnostics);
            reading.submission->origin = reading.origin;
            const auto folder = std::filesystem::path(source.name()).parent_path();
            check_attachments(*reading.submission, folder, reading.diagnostics);
        } else if (whole) {
            reading.diagnostics.add({Code::s_wrong_type,
                                     {&source, 0, 1},
                                     "one submission, an object in { }, belongs on each line",
                                     {}});
        }
    }
    sink(std::move(reading));
}

void read_lines(LineReader& lines, const std::string& name, const Zone& zone,
                const ReadingSink& sink) {
    std::string line;
    while (lines.next(line)) {
        if (trim(line).empty()) continue;
        const Source source(name, std::move(line), lines.line_number(), lines.line_offset());
        read_line(source, zone, sink);
        line = {};
    }
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

void read_submissions(const std::filesystem::path& path, const Zone& zone,
                      const ReadingSink& sink) {
    switch (submission_kind(path).value_or(SubmissionKind::yaml)) {
        case SubmissionKind::yaml:
            read_whole(path, &parse_yaml, zone, sink);
            break;
        case SubmissionKind::json:
            read_whole(path, &parse_json, zone, sink);
            break;
        case SubmissionKind::csv:
            read_csv(path, zone, sink);
            break;
        case SubmissionKind::ndjson: {
            LineReader lines(path);
            read_lines(lines, path.string(), zone, sink);
            break;
        }
    }
}

void read_standard_input(const Zone& zone, const ReadingSink& sink) {
    LineReader lines(0, "<stdin>");
    read_lines(lines, "<stdin>", zone, sink);
}

}  // namespace plantool
