// NDJSON: one submission object a line. A line without anything unusual goes straight from the
// parser into a submission; every other is read over again, thoroughly, by the reader of nodes,
// which knows what to say of it.

#include <simdjson.h>

#include <cstring>
#include <filesystem>

#include "core/figure.hpp"
#include "read/attachments.hpp"
#include "read/json.hpp"
#include "read/submission.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace od = simdjson::ondemand;

/// The keys of a submission, as bits: which of them a line had.
enum Key : unsigned {
    key_format = 1U << 0U,
    key_agency = 1U << 1U,
    key_obligation = 1U << 2U,
    key_period = 1U << 3U,
    key_document = 1U << 4U,
    key_received = 1U << 5U,
    key_via = 1U << 6U,
    key_results = 1U << 7U,
    key_difficulties = 1U << 8U,
    key_proposals = 1U << 9U,
    key_next = 1U << 10U,
    key_note = 1U << 11U,
    key_required = key_agency | key_obligation | key_received,
};

/// Reads a line that is as it should be. Wherever it is not, it gives up: `read` is false.
class PlainReader {
  public:
    PlainReader(const Source& source, const Zone& zone) : source_(source), zone_(zone) {}

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
        unsigned seen = 0;
        for (auto entry : object) {
            if (entry.error() != simdjson::SUCCESS) return false;
            auto& field = entry.value_unsafe();  // a copy would wait for what was just stored
            const auto key = key_of(field.key());
            if (key == 0 || (seen & key) != 0) return false;
            seen |= key;
            if (!member(key, field.value(), out)) return false;
        }
        return (seen & key_required) == key_required;
    }

    static unsigned key_of(od::raw_json_string key) {
        const auto is = [&](std::string_view name, Key known) -> unsigned {
            return key.unsafe_is_equal(name) ? known : 0U;
        };
        switch (*key.raw()) {
            case 'a':
                return is("agency", key_agency);
            case 'd':
                return is("document", key_document) | is("difficulties", key_difficulties);
            case 'f':
                return is("format", key_format);
            case 'n':
                return is("note", key_note) | is("next", key_next);
            case 'o':
                return is("obligation", key_obligation);
            case 'p':
                return is("period", key_period) | is("proposals", key_proposals);
            case 'r':
                return is("received", key_received) | is("results", key_results);
            case 'v':
                return is("via", key_via);
            default:
                return 0;
        }
    }

    bool member(unsigned key, od::value& value, RawSubmission& out) {
        switch (key) {
            case key_agency:
                return name(value, out.agency);
            case key_obligation:
                return name(value, out.obligation);
            case key_period:
                return name(value, out.period);
            case key_received:
                return received(value, out);
            case key_document:
                return document(value, out);
            case key_results:
                return results(value, out);
            case key_difficulties:
                return plain(value, out.difficulties);
            case key_proposals:
                return plain(value, out.proposals);
            case key_next:
                return plain(value, out.next);
            case key_note:
                return plain(value, out.note);
            case key_via:
                return plain(value, out.via) && is_via(out.via);
            default: {
                std::string_view format;
                return plain(value, format) && format == "plantool/submission@1";
            }
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

    static bool plain(od::value& value, std::string_view& out) {
        return !value.get_string().get(out);
    }

    bool received(od::value& value, RawSubmission& out) const {
        auto& day = out.received.emplace();
        std::string_view written;
        if (!text(value, written, day.span)) return false;
        if (read_date(written, day.value)) return true;
        const auto instant = parse_instant(written);
        if (instant) day.value = zone_.day_of(*instant);
        return instant.has_value();
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
        if (!result.task) return false;
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
    const Zone& zone_;
};

void read_thoroughly(const Source& source, Range line, const Zone& zone, Reading& reading,
                     const ReadingSink& sink, RawSubmission& out) {
    if (!check_utf8(source, line, kSubmissionShape, reading.diagnostics)) return sink(reading);
    std::optional<Node> object;
    const bool read =
        parse_json(source, line, kSubmissionShape, reading.diagnostics, [&](Node node) {
            if (!object) object = std::move(node);
        });
    if (read && object && trim(text_of(source, line)).starts_with('{')) {
        read_submission(*object, zone, false, reading.diagnostics, out);
        check_attachments(out, std::filesystem::path(source.name()).parent_path(),
                          reading.diagnostics);
        reading.submission = &out;
    } else if (read) {
        reading.diagnostics.add({Code::s_wrong_type,
                                 {&source, line.begin, line.begin + 1},
                                 "one submission, an object in { }, belongs on each line",
                                 {}});
    }
    sink(reading);
}

}  // namespace

void read_ndjson_piece(const Piece& piece, const Zone& zone, const ReadingSink& sink) {
    const Source& source = *piece.source;
    const auto text = source.text();
    PlainReader plain(source, zone);
    RawSubmission submission;
    Reading reading;
    int number = source.first_line() - 1;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        Range line{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        at = end + 1;
        ++number;
        if (end > line.begin && text[end - 1] == '\r') --line.end;
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
        read_thoroughly(source, line, zone, reading, sink, submission);
        reading.diagnostics.clear();
    }
}

}  // namespace plantool
