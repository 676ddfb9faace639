#include "read/submission/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "read/submission/submission_keys.hpp"
#include "read/syntax/fields.hpp"
#include "text/labels.hpp"
#include "text/suggest.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

constexpr std::array<std::string_view, 5> kWays = {"email", "post", "hand", "portal", "other"};

/// As people write them (formats.md, section 2); compared as names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWaysInWords = {
    {{"thư điện tử", "email"},
     {"bưu điện", "post"},
     {"trực tiếp", "hand"},
     {"trục liên thông", "portal"}}};

void read_document(Fields& fields, RawSubmission& out, Diagnostics& diagnostics) {
    const auto* node = fields.find("document");
    if (node == nullptr) return;
    Fields document(*node, kSubmissionShape, diagnostics, "/document");
    out.document_number = document.plain_view("number");
    out.document_date = document.date("date");
    document.finish();
}

void read_attachments(Fields& fields, RawSubmission& out, Diagnostics& diagnostics) {
    std::size_t index = 0;
    for (const auto& item : fields.list("attachments")) {
        Fields entry(item, kSubmissionShape, diagnostics, fmt::format("/attachments/{}", index++));
        Attachment attachment;
        if (const auto file = entry.required_view("file")) attachment.file = *file;
        if (const auto hash = entry.view("sha256")) attachment.sha256 = *hash;
        entry.finish();
        if (!attachment.file.empty()) out.attachments.push_back(attachment);
    }
}

/// What stands where a figure belongs: lists and mappings by their brackets.
std::string_view shown(const Node& value) {
    if (value.kind == Node::Kind::sequence) return "[…]";
    return value.kind == Node::Kind::mapping ? "{…}" : std::string_view(value.text);
}

void read_figures(const Node& node, RawSubmission& out, Diagnostics& diagnostics,
                  const std::string& path) {
    if (node.kind != Node::Kind::mapping) {
        diagnostics.add(
            {Code::s_wrong_type, node.span, {Word::figures_expected, kind_name(node)}, {}, path});
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto& value = node.items[i];
        if (value.kind == Node::Kind::null) continue;  // empty: no figure, which is not 0
        RawFigure figure;
        figure.indicator = {node.keys[i].value, node.keys[i].span};
        const bool scalar = value.kind == Node::Kind::scalar && !value.boolean;
        figure.kind = !scalar        ? RawFigure::Kind::other
                      : value.quoted ? RawFigure::Kind::quoted
                                     : RawFigure::Kind::number;
        figure.value = {shown(value), value.span};
        out.figures.push_back(figure);
    }
}

void read_results(Fields& fields, RawSubmission& out, Diagnostics& diagnostics) {
    std::size_t index = 0;
    for (const auto& item : fields.list("results")) {
        const auto path = fmt::format("/results/{}", index++);
        Fields entry(item, kSubmissionShape, diagnostics, path);
        RawResult result;
        result.span = item.span;
        result.task = entry.view("task");
        result.summary = entry.plain_view("summary");
        result.first_figure = static_cast<std::uint32_t>(out.figures.size());
        if (const auto* figures = entry.find("figures")) {
            read_figures(*figures, out, diagnostics, path + "/figures");
        }
        result.figure_count = static_cast<std::uint32_t>(out.figures.size()) - result.first_figure;
        entry.finish();
        out.results.push_back(result);
    }
}

}  // namespace

bool is_via(std::string_view text) {
    return std::find(kWays.begin(), kWays.end(), text) != kWays.end();
}

std::string_view read_via(const TextView& text, Diagnostics& diagnostics) {
    if (is_via(text.value)) return text.value;
    for (const auto& [words, way] : kWaysInWords) {
        if (fold_name(text.value) == fold_name(words)) return way;
    }
    diagnostics.add({Code::s_bad_value,
                     text.span,
                     {Word::no_way_of_sending, text.value},
                     {Word::write_one_of, in_backquotes(kWays)},
                     "/via"});
    return {};
}

std::optional<Received> read_received(const TextView& text, bool local_dates,
                                      Diagnostics& diagnostics) {
    if (const auto day = parse_date(text.value)) return Received{*day, {}, text.span};
    if (const auto instant = parse_instant(text.value)) return Received{{}, instant, text.span};
    if (local_dates) {
        if (const auto day = parse_day_month_year(text.value)) return Received{*day, {}, text.span};
    }
    const bool timed = text.value.size() > 11 && text.value.find(':') != std::string::npos;
    diagnostics.add(
        {Code::s_bad_date, text.span,
         timed ? Message(Word::no_date_time, text.value) : Message(Word::no_date, text.value),
         timed         ? Message(Word::write_date_time)
         : local_dates ? Message(Word::write_real_day_either_way)
                       : Message(Word::write_day_or_date_time),
         "/received"});
    return std::nullopt;
}

namespace {

constexpr std::string_view kFormat = "plantool/submission@1";

/// What the program wrote itself, or another file of the office, saved among the submissions: one
/// word about it says more than a list of all that a submission has and it has not.
bool is_of_another_kind(Fields& fields) {
    constexpr std::array<std::string_view, 13> kKinds = {
        "plan",  "events", "holidays",    "report", "status",  "changes",  "diagnostics",
        "rates", "error",  "explanation", "import", "outline", "reminders"};
    const auto* const format = fields.find("format");
    if (format == nullptr || format->kind != Node::Kind::scalar) return false;
    constexpr std::string_view kOurs = "plantool/";
    std::string_view kind = format->text;
    if (!kind.starts_with(kOurs)) return false;
    kind.remove_prefix(kOurs.size());
    kind = kind.substr(0, kind.find('@'));
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

/// A value that is more than a name or a text.
void read_own(const SubmissionKeyInfo& key, Fields& fields, bool needs_format,
              Diagnostics& diagnostics, RawSubmission& out) {
    switch (key.key) {
        case SubmissionKey::format:
            if (needs_format || fields.find(key.name) != nullptr) {
                check_format(fields, kSubmissionShape, kFormat);
            }
            break;
        case SubmissionKey::document:
            read_document(fields, out, diagnostics);
            break;
        case SubmissionKey::received:
            if (const auto received = fields.required_view(key.name)) {
                out.received = read_received(*received, false, diagnostics);
            }
            break;
        case SubmissionKey::via:
            if (const auto via = fields.view(key.name)) out.via = read_via(*via, diagnostics);
            break;
        case SubmissionKey::attachments:
            read_attachments(fields, out, diagnostics);
            break;
        case SubmissionKey::nil:
            if (const auto* nil = fields.find(key.name)) {
                out.nil = fields.flag(key.name);
                out.nil_span = nil->span;
            }
            break;
        case SubmissionKey::results:
            read_results(fields, out, diagnostics);
            break;
        case SubmissionKey::figures:
            if (const auto* figures = fields.find(key.name)) {
                RawResult whole;
                whole.span = figures->span;
                whole.on_top = true;
                whole.first_figure = static_cast<std::uint32_t>(out.figures.size());
                read_figures(*figures, out, diagnostics, "/figures");
                whole.figure_count =
                    static_cast<std::uint32_t>(out.figures.size()) - whole.first_figure;
                out.results.push_back(whole);
            }
            break;
        default:
            break;
    }
}

}  // namespace

void read_submission(const Node& node, bool needs_format, Diagnostics& diagnostics,
                     RawSubmission& out) {
    Fields fields(node, kSubmissionShape, diagnostics, "");
    out.span = node.span;
    if (is_of_another_kind(fields)) {
        check_format(fields, kSubmissionShape, kFormat);
        return;
    }
    for (const auto& key : kSubmissionKeys) {
        if (key.named != nullptr) {
            out.*key.named = key.required ? fields.required_view(key.name) : fields.view(key.name);
        } else if (key.text != nullptr) {
            out.*key.text = fields.plain_view(key.name);
        } else {
            read_own(key, fields, needs_format, diagnostics, out);
        }
    }
    fields.finish();
}

}  // namespace plantool
