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

void read_figures(const Node& node, RawSubmission& out, Diagnostics& diagnostics,
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
        figure.indicator = {node.keys[i].value, node.keys[i].span};
        const bool scalar = value.kind == Node::Kind::scalar && !value.boolean;
        figure.kind = !scalar        ? RawFigure::Kind::other
                      : value.quoted ? RawFigure::Kind::quoted
                                     : RawFigure::Kind::number;
        figure.value = {scalar ? std::string_view(value.text) : kind_name(value), value.span};
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
        result.task = entry.required_view("task");
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
    diagnostics.add({Code::s_bad_value, text.span,
                     fmt::format("`{}` is no way of sending", text.value),
                     fmt::format("write one of: {}", fmt::join(kWays, ", ")), "/via"});
    return {};
}

std::optional<Spanned<Day>> read_received(const TextView& text, const Zone& zone, bool local_dates,
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

void read_submission(const Node& node, const Zone& zone, bool needs_format,
                     Diagnostics& diagnostics, RawSubmission& out) {
    Fields fields(node, kSubmissionShape, diagnostics, "");
    out.span = node.span;
    if (needs_format || fields.find("format") != nullptr) {
        check_format(fields, kSubmissionShape, "plantool/submission@1");
    }
    out.agency = fields.required_view("agency");
    out.obligation = fields.required_view("obligation");
    out.period = fields.view("period");
    read_document(fields, out, diagnostics);
    if (const auto received = fields.required_view("received")) {
        out.received = read_received(*received, zone, false, diagnostics);
    }
    if (const auto via = fields.view("via")) out.via = read_via(*via, diagnostics);
    read_attachments(fields, out, diagnostics);
    read_results(fields, out, diagnostics);
    out.difficulties = fields.plain_view("difficulties");
    out.proposals = fields.plain_view("proposals");
    out.next = fields.plain_view("next");
    out.note = fields.plain_view("note");
    fields.finish();
}

}  // namespace plantool
