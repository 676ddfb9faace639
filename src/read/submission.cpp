#include "read/submission.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "read/fields.hpp"
#include "text/suggest.hpp"

namespace plantool {
namespace {

constexpr std::array<std::string_view, 5> kWays = {"email", "post", "hand", "portal", "other"};

void read_document(Fields& fields, RawSubmission& out, Diagnostics& diagnostics) {
    const auto* node = fields.find("document");
    if (node == nullptr) return;
    Fields document(*node, kSubmissionShape, diagnostics, "/document");
    out.document_number = document.plain("number");
    out.document_date = document.date("date");
    document.finish();
}

void read_attachments(Fields& fields, RawSubmission& out, Diagnostics& diagnostics) {
    std::size_t index = 0;
    for (const auto& item : fields.list("attachments")) {
        Fields entry(item, kSubmissionShape, diagnostics, fmt::format("/attachments/{}", index++));
        Attachment attachment;
        if (auto file = entry.required_text("file")) attachment.file = std::move(*file);
        if (auto hash = entry.text("sha256")) attachment.sha256 = std::move(*hash);
        entry.finish();
        if (!attachment.file.empty()) out.attachments.push_back(std::move(attachment));
    }
}

void read_figures(const Node& node, RawResult& result, Diagnostics& diagnostics,
                  const std::string& path) {
    if (node.kind != Node::Kind::mapping) {
        diagnostics.add({Code::s_wrong_type,
                         node.span,
                         fmt::format("`figures` is a mapping (`indicator: number`), but {} stands "
                                     "here",
                                     kind_name(node)),
                         {},
                         path});
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto& value = node.items[i];
        if (value.kind == Node::Kind::null) continue;  // empty: no figure, which is not 0
        RawFigure figure;
        figure.indicator = node.keys[i];
        const bool scalar = value.kind == Node::Kind::scalar && !value.boolean;
        figure.kind = !scalar        ? RawFigure::Kind::other
                      : value.quoted ? RawFigure::Kind::quoted
                                     : RawFigure::Kind::number;
        figure.value = {scalar ? value.text : std::string(kind_name(value)), value.span};
        result.figures.push_back(std::move(figure));
    }
}

void read_results(Fields& fields, RawSubmission& out, Diagnostics& diagnostics) {
    std::size_t index = 0;
    for (const auto& item : fields.list("results")) {
        const auto path = fmt::format("/results/{}", index++);
        Fields entry(item, kSubmissionShape, diagnostics, path);
        RawResult result;
        result.span = item.span;
        result.task = entry.required_text("task");
        result.summary = entry.plain("summary");
        if (const auto* figures = entry.find("figures")) {
            read_figures(*figures, result, diagnostics, path + "/figures");
        }
        entry.finish();
        out.results.push_back(std::move(result));
    }
}

}  // namespace

std::string read_via(const Text& text, Diagnostics& diagnostics) {
    if (std::find(kWays.begin(), kWays.end(), text.value) != kWays.end()) return text.value;
    diagnostics.add({Code::s_bad_value, text.span,
                     fmt::format("`{}` is no way of sending", text.value),
                     fmt::format("write one of: {}", fmt::join(kWays, ", ")), "/via"});
    return {};
}

std::optional<Spanned<Day>> read_received(const Text& text, const Zone& zone, bool local_dates,
                                          Diagnostics& diagnostics) {
    if (const auto day = parse_date(text.value)) return Spanned<Day>{*day, text.span};
    if (const auto instant = parse_instant(text.value)) {
        return Spanned<Day>{zone.day_of(*instant), text.span};
    }
    if (local_dates) {
        if (const auto day = parse_day_month_year(text.value)) {
            return Spanned<Day>{*day, text.span};
        }
    }
    const bool timed = text.value.size() > 11 && text.value.find(':') != std::string::npos;
    diagnostics.add(
        {Code::s_bad_date, text.span,
         fmt::format("`{}` is no date{}", text.value, timed ? "-time with an offset" : ""),
         timed         ? "write it as 2022-06-29T18:30:00+07:00"
         : local_dates ? "write an existing day as YYYY-MM-DD or dd/mm/yyyy"
                       : "write an existing day as YYYY-MM-DD, or a date-time with its offset",
         "/received"});
    return std::nullopt;
}

RawSubmission read_submission(const Node& node, const Zone& zone, bool needs_format,
                              Diagnostics& diagnostics) {
    Fields fields(node, kSubmissionShape, diagnostics, "");
    RawSubmission out;
    out.span = node.span;
    if (needs_format || fields.find("format") != nullptr) {
        check_format(fields, kSubmissionShape, "plantool/submission@1");
    }
    out.agency = fields.required_text("agency");
    out.obligation = fields.required_text("obligation");
    out.period = fields.text("period");
    read_document(fields, out, diagnostics);
    if (const auto received = fields.required_text("received")) {
        out.received = read_received(*received, zone, false, diagnostics);
    }
    if (const auto via = fields.text("via")) out.via = read_via(*via, diagnostics);
    read_attachments(fields, out, diagnostics);
    read_results(fields, out, diagnostics);
    out.difficulties = fields.plain("difficulties");
    out.proposals = fields.plain("proposals");
    out.next = fields.plain("next");
    out.note = fields.plain("note");
    fields.finish();
    return out;
}

}  // namespace plantool
