// What a paper calls itself, and its first and last sentence.

#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {
namespace {

/// Which days the figures are of, where that is not the period itself.
std::string window(const Context& c) {
    const auto& from = c.report.window.from;
    const auto until = figures_until(c.report);
    const auto& span = c.report.period.span;
    if (from == span.from && until == span.to) return {};
    return say(Word::paper_window, c.language, short_date(from, c.language),
               short_date(until, c.language));
}

/// "Kế hoạch số …, ngày 23/02/2022 về thực hiện …".
std::string plan_phrase(const Context& c) {
    const auto& head = c.report.plan().head;
    const auto day = short_date(head.issued, c.language);
    const auto what = what_the_plan_is(head, c.language);
    const bool party = is_of_party(layout_of(head, c.report.as_of()));
    return party ? say(Word::paper_plan_party, c.language, head.number, day, what)
                 : say(Word::paper_plan_state, c.language, head.number, day, what);
}

}  // namespace

std::string about(const Context& c) {
    auto text = report_subject(c.report, c.language);
    const auto as_of = c.report.as_of();
    if (as_of >= c.report.window.to) return text;
    return say(Word::paper_until, c.language, text, short_date(as_of, c.language));
}

std::string opening_of(const Context& c) {
    const auto& summary = c.report.status.summary;
    const int received = summary.of(State::on_time) + summary.of(State::late);
    const auto what = report_results(c.report, c.language);
    const auto who = who_reports(c.report, c.language);
    const auto day = short_date(c.report.as_of(), c.language);
    const auto by_plan = plan_phrase(c);
    if (received == 0) {
        return say(Word::paper_opening_none, c.language, by_plan, day, who, what);
    }
    const auto number = [&](int n) { return paper_number(n, c.language); };
    const auto papers =
        c.counts_units()
            ? say(Word::paper_from_units, c.language, number(received), number(summary.expected))
            : say(Word::paper_from_reports, c.language, number(received), number(summary.expected));
    return say(Word::paper_opening, c.language, by_plan, papers, day, window(c), who, what);
}

std::string closing_of(const Context& c) {
    const auto layout = layout_of(c.report.plan().head, c.report.as_of());
    return say(Word::paper_closing, c.language, about(c), is_of_party(layout) ? "." : "./.");
}

}  // namespace plantool::paper
