// The annexes: who has not reported, tasks gone quiet, sources.

#include <fmt/format.h>

#include "write/report/context/context_entry.hpp"
#include "write/report/shared_texts.hpp"
#include "write/status/wording.hpp"

namespace plantool::report_context_parts {
namespace {

std::string day_or_nothing(std::optional<Day> day, Language language) {
    return day ? short_date(*day, language) : std::string();
}

void add_attention(const Context& c, Entry& out) {
    out.list("attention", c.report.attention, [&](Entry& entry, const FollowUp& row) {
        const auto agency = agency_of(c.report, row.row);
        const auto& last = row.last_contact;
        entry.text("agency", agency_name(c.report, agency));
        entry.text("contact", c.report.plan().agencies[agency].email.value);
        entry.text("report", obligation_label(obligation_of(c.report, row.row)));
        entry.text("clause", obligation_of(c.report, row.row).why.source);
        entry.text("last_document", last ? last->document : "");
        entry.plain("last_contact", last ? short_date(last->received->day, c.language) : "");
        entry.plain("due", short_date(due_of(c.report, row.row), c.language));
        entry.plain("state", std::string(state_label(row.state, c.language)));
        entry.plain("state_id", std::string(info(row.state).id));
        entry.plain("days_late", format_integer(row.days_late.value_or(0), c.language));
        entry.text("note", row_note(*c.report.assessment, row, c.language));
    });
}

void add_quiet(const Context& c, Entry& out) {
    out.plain("quiet_count", std::to_string(c.report.quiet.size()));
    out.plain("quiet_limit", quiet_limit_text(c.report, c.language));
    out.list("quiet", c.report.quiet, [&](Entry& entry, const ActivityRow& row) {
        entry.text("agency", agency_name(c.report, row.agency));
        entry.text("task", obligation_label(c.report.plan().obligations[row.obligation]));
        entry.plain("last_activity", day_or_nothing(row.last_activity, c.language));
        entry.plain("quiet_days", format_integer(row.quiet_days, c.language));
        entry.plain("quiet_after", format_integer(row.quiet_after, c.language));
    });
}

void add_counted(const Context& c, Entry& out) {
    out.list("counted", c.report.counted, [&](Entry& entry, const ReportSource& source) {
        const auto& paper = source.paper;
        entry.text("agency", agency_name(c.report, agency_of(c.report, source.row)));
        entry.text("document", paper.document);
        entry.plain("received", short_date(paper.received->day, c.language));
        entry.plain("counted_for", counted_for(source, c.language));
        entry.text("place", place_of(paper.origin));
        entry.text("note", paper.note);
    });
}

void add_refused(const Context& c, Entry& out) {
    const auto elsewhere = c.report.refused_elsewhere;
    out.plain("refused_count", std::to_string(c.report.refused.size()));
    out.plain("refused_elsewhere", elsewhere > 0 ? std::to_string(elsewhere) : "");
    out.list("refused", c.report.refused, [&](Entry& entry, const CitedPaper& paper) {
        entry.text("agency", paper.agency ? agency_name(c.report, *paper.agency) : "");
        entry.text("document", paper.document);
        entry.plain("received", day_or_nothing(day_of(paper.received), c.language));
        entry.text("errors", error_codes(paper));
        entry.text("reasons", refusal_reasons(paper, c.language));
        entry.text("place", place_of(paper.origin));
    });
}

void add_assumptions(const Context& c, Entry& out) {
    out.list("assumptions", c.report.assumptions, [&](Entry& entry, const Assumption& assumption) {
        std::string about(assumption_label(assumption.kind, c.language));
        if (!assumption.names.empty()) {
            about += fmt::format(": {}", fmt::join(assumption.names, "; "));
        }
        entry.text("about", about);
        entry.text("clause", assumption.why.source);
        entry.text("assumption", assumption.why.assumed);
    });
}

}  // namespace

void add_annexes(const Context& c, Entry& out) {
    add_attention(c, out);
    add_quiet(c, out);
    add_counted(c, out);
    add_refused(c, out);
    add_assumptions(c, out);
}

}  // namespace plantool::report_context_parts
