#include "read/pieces.hpp"

#include <algorithm>

#include "read/csv_columns.hpp"
#include "read/csv_records.hpp"

namespace plantool {
namespace {

// A YAML file from here on is read in parts; what is smaller is not worth the trouble.
constexpr std::size_t kLargeYaml = std::size_t{1} << 20U;

std::size_t after_last_line(std::string_view text) {
    const auto end = text.rfind('\n');
    return end == std::string_view::npos ? 0 : end + 1;
}

/// Where the last document of YAML begins: at a line `---`, which ends whatever stands before it. A
/// directive belongs to the document behind it.
std::size_t last_document(std::string_view text) {
    for (auto at = text.rfind("\n---"); at != std::string_view::npos && at > 0;
         at = text.rfind("\n---", at - 1)) {
        const auto line = text.rfind('\n', at - 1) + 1;
        const auto after = at + 4 < text.size() ? text[at + 4] : 'x';
        const bool marker = after == '\n' || after == '\r' || after == ' ';
        if (marker && text[line] != '%') return at + 1;
    }
    return 0;
}

/// A record of CSV that begins at `from` or soon behind it: quotes may hide line breaks, so that
/// they are followed from the start on, and nothing else is looked at.
std::size_t record_from(std::string_view text, char delimiter, std::size_t from) {
    std::size_t at = 0;
    const auto next_line = [&](std::size_t behind) {
        const auto end = text.find('\n', behind);
        return end == std::string_view::npos ? text.size() : end + 1;
    };
    while (true) {
        const auto quote = std::min(text.find('"', at), text.size());
        const auto line = next_line(std::max(at, from));
        if (line <= quote) return line;
        const bool opens = quote == 0 || text[quote - 1] == delimiter || text[quote - 1] == '\n';
        auto close = quote;
        while (opens) {
            close = text.find('"', close + 1);
            if (close == std::string_view::npos) return text.size();
            if (close + 1 >= text.size() || text[close + 1] != '"') break;
            ++close;
        }
        at = close + 1;
        const bool goes_on = opens && at < text.size() &&
                             (text[at] == delimiter || text[at] == '\n' || text[at] == '\r');
        if (!goes_on) at = next_line(close);
    }
}

/// Where the last submission of CSV begins: the rows of one stay together.
std::size_t last_submission(const CsvColumns& columns, const Source& source, std::size_t from) {
    CsvRecords records(source, columns.delimiter(), from);
    std::optional<CsvKey> key;
    std::size_t begin = 0;
    while (records.next()) {
        if (!records.sound() || records.fields().size() != columns.count()) continue;
        const auto next = columns.key_of(records.fields());
        if (key == next) continue;
        key = next;
        begin = records.range().begin;
    }
    return begin;
}

std::size_t csv_boundary(const Source& header, std::string_view text) {
    constexpr std::size_t kTail = std::size_t{1} << 15U;
    const CsvColumns columns(header);
    const Source source({}, nullptr, text, 0, 1, 0);
    if (text.size() > kTail) {
        const auto from = record_from(text, columns.delimiter(), text.size() - kTail);
        const auto begin = last_submission(columns, source, from);
        // The first of the tail may have begun before it.
        if (begin > from) return begin;
    }
    return last_submission(columns, source, 0);
}

}  // namespace

std::optional<Piece> PieceCutter::next() {
    return stream_ ? cut() : open_next();
}

std::optional<Piece> PieceCutter::open_next() {
    shape_ = {};
    if (next_ < files_.size()) {
        const auto& file = files_[next_++];
        shape_.file = file.name;
        shape_.kind = submission_kind(shape_.file).value_or(SubmissionKind::yaml);
        const bool whole = shape_.kind == SubmissionKind::json ||
                           (shape_.kind == SubmissionKind::yaml && file.facts.size < kLargeYaml);
        if (whole) return shape_;
        stream_ = std::make_unique<Stream>(shape_.file);
    } else if (standard_input_) {
        standard_input_ = false;
        shape_.file = "<stdin>";
        shape_.kind = SubmissionKind::ndjson;
        stream_ = std::make_unique<Stream>(0, shape_.file);
    } else {
        return std::nullopt;
    }
    shape_.last = false;
    return cut();
}

std::optional<Piece> PieceCutter::cut() {
    if (shape_.kind == SubmissionKind::csv && !shape_.header) take_header();
    std::size_t size = 0;
    while (size == 0 && !stream_->ended()) {
        stream_->fill();
        if (!stream_->ended()) size = boundary(stream_->text());
    }
    auto piece = shape_;
    shape_.first = false;
    if (stream_->ended()) {
        size = stream_->text().size();
        piece.last = true;
    }
    piece.source = stream_->take(size);
    if (piece.last) stream_.reset();
    return piece;
}

void PieceCutter::take_header() {
    const auto line = [&] { return stream_->text().find('\n'); };
    while (line() == std::string_view::npos && !stream_->ended()) stream_->fill();
    const auto text = stream_->text();
    shape_.header = stream_->take(std::min(line(), text.size() - 1) + 1);
}

std::size_t PieceCutter::boundary(std::string_view text) const {
    switch (shape_.kind) {
        case SubmissionKind::yaml:
            return last_document(text);
        case SubmissionKind::csv:
            return csv_boundary(*shape_.header, text);
        default:
            return after_last_line(text);
    }
}

}  // namespace plantool
