#include "intake/record.hpp"

#include <string>
#include <utility>

#include "core/time/date.hpp"
#include "read/file/sha256.hpp"
#include "read/submission/formats.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// Adds texts one after the other, each with its length, so that none can run into the next.
class Digest {
  public:
    Digest& operator<<(std::string_view text) {
        sum_.add(std::to_string(text.size()));
        sum_.add(":");
        sum_.add(text);
        return *this;
    }
    Digest& operator<<(const std::optional<TextView>& text) {
        return *this << (text ? text->value : std::string_view());
    }
    std::string hex() { return sum_.hex(); }

  private:
    Sha256 sum_;
};

std::string written(const Received& received) {
    if (!received.instant) return format_date(received.day);
    return std::to_string(received.instant->time_since_epoch().count());
}

void add_results(const RawSubmission& raw, Digest& digest) {
    for (const auto& result : raw.results) {
        digest << "result" << (result.on_top ? "on top" : "") << result.task << result.summary;
        for (const auto& figure : raw.figures_of(result)) {
            digest << figure.indicator.value << figure.value.value
                   << std::to_string(static_cast<int>(figure.kind));
        }
    }
}

void add_submission(const RawSubmission& raw, Digest& digest) {
    digest << raw.plan << raw.agency << raw.obligation << raw.period << raw.document_number
           << (raw.document_date ? format_date(raw.document_date->value) : "")
           << (raw.received ? written(*raw.received) : "") << raw.via << (raw.nil ? "nil" : "")
           << raw.difficulties << raw.proposals << raw.next << raw.note;
    for (const auto& attachment : raw.attachments) {
        digest << "attachment" << attachment.file.value << attachment.sha256.value;
    }
    add_results(raw, digest);
}

/// Whether files that the submission names are there says nothing of what it says itself.
bool is_of_attachments(Code code) {
    return code == Code::s_attachment_missing || code == Code::s_attachment_changed;
}

}  // namespace

std::string content_digest(const Reading& reading, const Piece& piece) {
    Digest digest;
    if (reading.submission != nullptr) {
        add_submission(*reading.submission, digest);
        // What could not be read is in the submission no more; what was said of it is, and the line
        // on which it stands.
        int line = 0;
        for (const auto& fault : reading.diagnostics.all()) {
            if (is_of_attachments(fault.code)) continue;
            digest << fault.path << say(fault.message, Language::en);
            if (fault.line != std::exchange(line, fault.line)) {
                digest << trim(piece.source->line_at(line));
            }
        }
        return digest.hex();
    }
    digest << piece.file;
    const auto& source = *piece.source;
    if (piece.is_whole_file() && piece.format->all_or_nothing) {
        digest << source.text();
        return digest.hex();
    }
    for (const auto& fault : reading.diagnostics.all()) {
        digest << say(fault.message, Language::en) << fault.excerpt;
    }
    digest << source.line_at(reading.line);
    return digest.hex();
}

std::string repetition_digest(const LaidPlan& laid, const Paper& paper,
                              std::string_view document_number) {
    const auto& plan = laid.plan;
    const auto number = trim(document_number);
    Digest digest;
    digest << plan.agencies[*paper.agency].id.value << plan.obligations[*paper.obligation].id.value
           << (paper.slot ? laid.schedule.slots[*paper.slot].period.id : "")
           << format_date(paper.received->day) << fold_name(number);
    if (number.empty() && paper.document_date) digest << format_date(*paper.document_date);
    return digest.hex();
}

}  // namespace plantool
