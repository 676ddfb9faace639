// What a paper calls itself, and its first and last sentence, by kind of period.

#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {
namespace {

const Slot& slot_of(const Report& report) {
    return report.schedule().slots[report.slot];
}

bool is_whole(const Report& report) {
    return report.plan().obligations[slot_of(report).obligation].cadence.value == Cadence::once;
}

/// What the results are of, inside a sentence.
std::string matter(const Context& c) {
    if (slot_of(c.report).event != nullptr) {
        return say(Word::paper_matter, c.language, report_period(c.report, c.language));
    }
    if (is_whole(c.report)) return say(Word::paper_whole_plan, c.language);
    return report_period(c.report, c.language);
}

/// Which days the figures are of, where that is not the period itself.
std::string window(const Context& c) {
    const auto& days = c.report.window;
    const auto& span = c.report.period.span;
    if (days.from == span.from && days.to == span.to) return {};
    return say(Word::paper_window, c.language, short_date(days.from, c.language),
               short_date(days.to, c.language));
}

/// "Kế hoạch số …, ngày 23/02/2022 về thực hiện …".
std::string plan_phrase(const Context& c) {
    const auto& head = c.report.plan().head;
    const auto day = short_date(head.issued, c.language);
    const bool party = is_of_party(layout_of(head, c.report.as_of()));
    auto plan = party ? say(Word::paper_plan_party, c.language, head.number, day)
                      : say(Word::paper_plan_state, c.language, head.number, day);
    std::string_view title = head.title;
    const auto prefix = say(Word::paper_title_prefix, c.language);
    if (!title.starts_with(prefix)) return say(Word::paper_plan_named, c.language, plan, title);
    title.remove_prefix(prefix.size());
    const auto about_prefix = say(Word::paper_about_prefix, c.language);
    if (title.starts_with(about_prefix)) title.remove_prefix(about_prefix.size());
    return say(Word::paper_plan_about, c.language, plan, title);
}

std::string issuers(const Context& c) {
    const auto& plan = c.report.plan();
    std::vector<std::string> names;
    for (const auto& issuer : plan.head.issuers) {
        const auto found = plan.names.by_id.find(issuer.value);
        if (found != plan.names.by_id.end()) names.push_back(agency_name(c.report, found->second));
    }
    if (names.empty()) return say(Word::paper_nobody, c.language);
    return joined(names, say(Word::paper_and, c.language));
}

}  // namespace

std::string about(const Context& c) {
    const auto& number = c.report.plan().head.number;
    const auto period = report_period(c.report, c.language);
    std::string text;
    if (slot_of(c.report).event != nullptr) {
        text = say(Word::paper_about_event, c.language, period);
    } else if (is_whole(c.report)) {
        text = say(Word::paper_about_whole, c.language, number);
    } else {
        text = say(Word::paper_about, c.language, number, period);
    }
    const auto last = c.report.window.to;
    if (c.report.as_of() >= last) return text;
    return say(Word::paper_until, c.language, text, short_date(c.report.as_of(), c.language));
}

std::string opening_of(const Context& c) {
    const auto& summary = c.report.status.summary;
    const int received = summary.of(State::on_time) + summary.of(State::late);
    const auto what = matter(c) + window(c);
    const auto day = short_date(c.report.as_of(), c.language);
    const auto by_plan = plan_phrase(c);
    if (received == 0) {
        return say(Word::paper_opening_none, c.language, by_plan, day, issuers(c), what);
    }
    const auto of = [&](auto word) {
        return say(word, c.language, paper_number(received, c.language),
                   paper_number(summary.expected, c.language));
    };
    const auto papers = c.counts_units() ? of(WordWith<2>(Word::paper_from_units))
                                         : of(WordWith<2>(Word::paper_from_reports));
    return say(Word::paper_opening, c.language, by_plan, papers, day, issuers(c), what);
}

std::string closing_of(const Context& c) {
    const auto layout = layout_of(c.report.plan().head, c.report.as_of());
    return say(Word::paper_closing, c.language, about(c), is_of_party(layout) ? "." : "./.");
}

}  // namespace plantool::paper
