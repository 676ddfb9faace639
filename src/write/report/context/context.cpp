#include "write/report/context/context.hpp"

#include <algorithm>

#include "write/report/context/context_entry.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/template/tags.hpp"

namespace plantool {
namespace report_context_parts {
namespace {

void add_plan(const Context& c, Entry& out) {
    const auto& head = c.report.plan().head;
    const auto programme = head.implements.value_or(Programme{});
    out.text("plan_id", head.id.value);
    out.text("plan_number", head.number);
    out.text("plan_title", head.title);
    out.plain("plan_issued", official_date(head.issued, c.language));
    out.text("programme_number", programme.number);
    out.text("programme_title", programme.title);
    out.plain("programme_issued",
              programme.issued ? official_date(*programme.issued, c.language) : std::string());
}

void add_period(const Context& c, Entry& out) {
    out.text("title", report_title(c.report, c.language));
    out.text("subject", report_subject(c.report, c.language));
    out.text("period", report_period(c.report, c.language));
    out.text("period_id", c.report.period_id);
    out.plain("as_of", official_date(c.report.as_of(), c.language));
    out.plain("as_of_short", short_date(c.report.as_of(), c.language));
    out.plain("window_from", short_date(c.report.window.from, c.language));
    out.plain("window_to", short_date(figures_until(c.report), c.language));
    out.plain("version", PLANTOOL_VERSION);
    out.plain("digest", c.report.inputs.digest);
}

/// The head of the paper, line by line: one cell to the left, one to the right.
void add_head(const Context& c, Entry& out) {
    const auto head = paper_head(c.report, c.language);
    std::vector<std::pair<HeadLine, HeadLine>> lines;
    for (std::size_t i = 0; i < head.left.size(); ++i) {
        lines.emplace_back(head.left[i], head.right[i]);
    }
    out.list("head", lines, [](Entry& entry, const auto& line) {
        const auto& [left, right] = line;
        entry.text("left_bold", left.bold ? left.text : "");
        entry.text("left_plain", left.bold ? "" : left.text);
        entry.text("right_bold", right.bold ? right.text : "");
        entry.text("right_italic", right.italic ? right.text : "");
        entry.flag("right_ruled", right.underline);
    });
}

void add_notes(const Context& c, Entry& out) {
    out.list("notes", note_lines(c.report, c.language),
             [](Entry& entry, const std::string& note) { entry.text("text", note); });
}

void add_signatures(const Context& c, Entry& out) {
    const auto& head = c.report.plan().head;
    const auto signatures = signatures_of(c.report);
    out.list("signatories", signatures, [&](Entry& entry, const PaperSignature& signature) {
        entry.text("name", signature.name);
        entry.list("capacity", signature.capacity,
                   [](Entry& line, const std::string& text) { line.text("line", text); });
    });
    out.list("signature_rows", signature_rows(signatures), [](Entry& entry, const auto& row) {
        entry.list("cells", row,
                   [](Entry& cell, const std::string& text) { cell.text("line", text); });
    });
    out.list("recipients", head.recipients,
             [](Entry& entry, const std::string& recipient) { entry.text("text", recipient); });
}

std::set<std::string> tags_of(std::string_view templ) {
    std::set<std::string> names;
    std::size_t at = 0;
    while (const auto tag = next_tag(templ, at)) {
        names.insert(tag->name);
        at = tag->end;
    }
    return names;
}

}  // namespace
}  // namespace report_context_parts

kainjow::mustache::data report_context(const Report& report, Language language,
                                       const Markup& markup, std::string_view templ) {
    using namespace report_context_parts;
    const Context c{report, language, markup, tags_of(templ)};
    Entry out(c);
    add_plan(c, out);
    add_period(c, out);
    add_head(c, out);
    add_notes(c, out);
    add_paper(c, out);
    add_results(c, out);
    add_timeliness(c, out);
    add_signatures(c, out);
    add_annexes(c, out);
    return out.take();
}

}  // namespace plantool
