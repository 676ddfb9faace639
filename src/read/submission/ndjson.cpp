// NDJSON: one submission object a line. A line without anything unusual goes straight from the
// parser into a submission; every other is read over again, thoroughly, by the reader of nodes,
// which knows what to say of it.

#include <simdjson.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "core/submission/figure.hpp"
#include "read/submission/attachments.hpp"
#include "read/submission/reading.hpp"
#include "read/submission/submission_keys.hpp"
#include "read/syntax/json_nodes.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace od = simdjson::ondemand;

/// Which keys begin with a letter: few enough to try them all.
constexpr std::size_t kMostAlike = 3;
using Alike = std::array<std::uint8_t, kMostAlike>;
constexpr std::uint8_t kNoKey = 0xFF;

constexpr auto kByFirstLetter = [] {
    std::array<Alike, 256> out{};
    for (auto& alike : out) alike.fill(kNoKey);
    for (std::size_t i = 0; i < kSubmissionKeys.size(); ++i) {
        auto& alike = out[static_cast<unsigned char>(kSubmissionKeys[i].name[0])];
        std::size_t free = 0;
        while (alike[free] != kNoKey) ++free;
        alike[free] = static_cast<std::uint8_t>(i);
    }
    return out;
}();

/// Reads a line that is as it should be. Wherever it is not, it gives up: `read` is false.
class PlainReader {
  public:
    explicit PlainReader(const Source& source) : source_(source) {}

    /// `begin` and `end`: where the line stands in the source.
    bool read(std::uint32_t begin, std::uint32_t end, RawSubmission& out) {
        thread_local od::parser parser;  // its room is kept from piece to piece
        constexpr std::size_t kPadding = simdjson::SIMDJSON_PADDING;
        const auto text = source_.text();
        if (source_.spare() + text.size() - end < kPadding) return false;
        od::document document;
        const auto size = static_cast<std::size_t>(end - begin);
        if (parser.iterate(text.data() + begin, size, size + kPadding).get(document)) return false;
        od::object object;
        if (document.get_object().get(object)) return false;
        out.span = {&source_, begin, begin + 1};
        if (!members(object, out)) return false;
        const char* rest = nullptr;  // more text would follow the object
        return document.current_location().get(rest) != simdjson::SUCCESS;
    }

  private:
    bool members(od::object& object, RawSubmission& out) {
        KeySet seen = 0;
        for (auto entry : object) {
            if (entry.error() != simdjson::SUCCESS) return false;
            auto& field = entry.value_unsafe();  // a copy would wait for what was just stored
            const auto key = key_of(field.key());
            if (key == kNoKey || (seen & key_bit(key)) != 0) return false;
            seen |= key_bit(key);
            if (!member(kSubmissionKeys[key], field.value(), out)) return false;
        }
        return (seen & kRequiredKeys) == kRequiredKeys;
    }

    /// In kSubmissionKeys.
    static std::uint8_t key_of(od::raw_json_string key) {
        for (const auto index : kByFirstLetter[static_cast<unsigned char>(*key.raw())]) {
            if (index == kNoKey || key.unsafe_is_equal(kSubmissionKeys[index].name)) return index;
        }
        return kNoKey;
    }

    bool member(const SubmissionKeyInfo& key, od::value& value, RawSubmission& out) {
        if (key.named != nullptr) return name(value, out.*key.named);
        if (key.text != nullptr) return plain(value, out.*key.text);
        switch (key.key) {
            case SubmissionKey::received:
                return received(value, out);
            case SubmissionKey::document:
                return document(value, out);
            case SubmissionKey::results:
                return results(value, out);
            case SubmissionKey::via:
                return plain(value, out.via) && is_via(out.via);
            case SubmissionKey::format: {
                std::string_view format;
                return plain(value, format) && format == "plantool/submission@1";
            }
            default:
                return false;
        }
    }

    std::uint32_t offset(const char* at) const {
        return static_cast<std::uint32_t>(at - source_.text().data());
    }

    /// A text, and where it stands with its quotes. Here and below, what is read goes to its place
    /// part by part: a whole that was put together elsewhere would have to wait for its parts.
    bool text(od::value& value, std::string_view& out, Span& span) const {
        od::raw_json_string raw;
        if (value.get_raw_json_string().get(raw)) return false;
        const char* const opening = raw.raw() - 1;
        std::string_view unescaped;
        if (value.get_string().get(unescaped)) return false;
        // Without escapes the text is as long as it is written, and ends at a quote of its own.
        const char* const closing = opening + 1 + unescaped.size();
        if (*closing != '"' || closing[-1] == '\\') return false;
        out = {opening + 1, unescaped.size()};
        set(span, opening, closing + 1);
        return true;
    }

    void set(Span& span, const char* begin, const char* end) const {
        span.source = &source_;
        span.begin = offset(begin);
        span.end = offset(end);
    }

    bool name(od::value& value, std::optional<TextView>& out) const {
        auto& read = out.emplace();
        return text(value, read.value, read.span) && !trim(read.value).empty();
    }

    /// A text with escapes is checked: the library makes bytes that are not UTF-8 of some.
    static bool plain(od::value& value, std::string_view& out) {
        od::raw_json_string raw;
        if (value.get_raw_json_string().get(raw)) return false;
        if (value.get_string().get(out)) return false;
        const char* const closing = raw.raw() + out.size();
        if (*closing == '"' && (out.empty() || closing[-1] != '\\')) return true;
        return simdjson::validate_utf8(out.data(), out.size());
    }

    bool received(od::value& value, RawSubmission& out) const {
        auto& received = out.received.emplace();
        std::string_view written;
        if (!text(value, written, received.span)) return false;
        if (read_date(written, received.day)) return true;
        received.instant = parse_instant(written);
        return received.instant.has_value();
    }

    bool document(od::value& value, RawSubmission& out) const {
        od::object object;
        if (value.get_object().get(object)) return false;
        bool has_number = false;
        for (auto entry : object) {
            if (entry.error() != simdjson::SUCCESS) return false;
            auto& field = entry.value_unsafe();  // a copy would wait for what was just stored
            if (field.key().unsafe_is_equal("number") && !has_number) {
                has_number = true;
                Span span;
                if (!text(field.value(), out.document_number, span)) return false;
            } else if (field.key().unsafe_is_equal("date") && !out.document_date) {
                auto& day = out.document_date.emplace();
                std::string_view written;
                if (!text(field.value(), written, day.span)) return false;
                if (!read_date(written, day.value)) return false;
            } else {
                return false;
            }
        }
        return true;
    }

    bool results(od::value& value, RawSubmission& out) const {
        od::array array;
        if (value.get_array().get(array)) return false;
        for (auto entry : array) {
            od::object object;
            if (entry.get_object().get(object)) return false;
            if (!result(object, out.results.emplace_back(), out)) return false;
        }
        return true;
    }

    bool result(od::object& object, RawResult& result, RawSubmission& out) const {
        bool has_summary = false;
        bool has_figures = false;
        for (auto entry : object) {
            if (entry.error() != simdjson::SUCCESS) return false;
            auto& field = entry.value_unsafe();  // a copy would wait for what was just stored
            if (field.key().unsafe_is_equal("task") && !result.task) {
                if (!name(field.value(), result.task)) return false;
            } else if (field.key().unsafe_is_equal("summary") && !has_summary) {
                has_summary = true;
                if (!plain(field.value(), result.summary)) return false;
            } else if (field.key().unsafe_is_equal("figures") && !has_figures) {
                has_figures = true;
                result.first_figure = static_cast<std::uint32_t>(out.figures.size());
                if (!figures(field.value(), out)) return false;
                result.figure_count =
                    static_cast<std::uint32_t>(out.figures.size()) - result.first_figure;
            } else {
                return false;
            }
        }
        if (!result.task) return false;  // nothing to point at: read it thoroughly
        result.span = result.task->span;
        return true;
    }

    bool figures(od::value& value, RawSubmission& out) const {
        od::object object;
        if (value.get_object().get(object)) return false;
        constexpr std::size_t kMost = 64;  // each is held against those before it
        const auto first = out.figures.size();
        for (auto entry : object) {
            if (entry.error() != simdjson::SUCCESS) return false;
            auto& field = entry.value_unsafe();  // a copy would wait for what was just stored
            if (out.figures.size() - first == kMost) return false;
            const char* const key = field.key().raw();
            std::string_view id;
            if (field.unescaped_key().get(id)) return false;
            if (std::string_view(key, id.size()) != id || key[id.size()] != '"') return false;
            for (auto i = first; i < out.figures.size(); ++i) {
                if (out.figures[i].indicator.value == id) return false;
            }
            const auto token = trim(field.value().raw_json_token());
            if (!is_json_number(token)) return false;
            auto& figure = out.figures.emplace_back();
            figure.indicator.value = {key, id.size()};
            set(figure.indicator.span, key - 1, key + id.size() + 1);
            figure.value.value = token;
            set(figure.value.span, token.data(), token.data() + token.size());
        }
        return true;
    }

    const Source& source_;
};

void read_thoroughly(const Piece& piece, Range line, Reading& reading, const ReadingSink& sink,
                     RawSubmission& out) {
    const auto& source = *piece.source;
    if (!check_utf8(source, line, kSubmissionShape, reading.diagnostics)) return sink(reading);
    std::optional<Node> object;
    const bool read =
        parse_json(source, line, kSubmissionShape, reading.diagnostics, [&](Node node) {
            if (!object) object = std::move(node);
        });
    if (read && object && trim(text_of(source, line)).starts_with('{')) {
        read_submission(*object, false, reading.diagnostics, out);
        check_attachments(out, piece, reading.diagnostics);
        reading.submission = &out;
    } else if (read) {
        reading.diagnostics.add({Code::s_wrong_type,
                                 {&source, line.begin, line.begin + 1},
                                 {Word::line_is_no_submission},
                                 {}});
    }
    sink(reading);
}

}  // namespace

std::size_t ndjson_boundary(const Source* /*header*/, std::string_view text) {
    const auto end = text.rfind('\n');
    return end == std::string_view::npos ? 0 : end + 1;
}

bool read_ndjson_piece(const Piece& piece, Diagnostics& /*faults*/, const ReadingSink& sink) {
    const Source& source = *piece.source;
    const auto text = source.text();
    PlainReader plain(source);
    RawSubmission submission;
    Reading reading;
    int number = source.first_line() - 1;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        Range line{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        at = end + 1;
        ++number;
        if (end > line.begin && text[end - 1] == '\r') --line.end;
        // Files that were put together have their marks within.
        if (text_of(source, line).starts_with("\uFEFF")) line.begin += 3;
        if (trim(text_of(source, line)).empty()) continue;
        submission.clear();
        submission.line = reading.line = number;
        if (plain.read(line.begin, line.end, submission)) {
            reading.submission = &submission;
            sink(reading);
            reading.diagnostics.clear();
            continue;
        }
        submission.clear();
        submission.line = number;
        reading.submission = nullptr;
        read_thoroughly(piece, line, reading, sink, submission);
        reading.diagnostics.clear();
    }
    return true;
}

}  // namespace plantool
