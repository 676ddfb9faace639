#include "write/report/paper/paper.hpp"

#include <algorithm>

#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool {
namespace {

using paper::Context;

/// "ngày …… tháng 7 năm 2022": the day is written by hand.
std::string open_day(Day day, Language language) {
    const auto whole = official_date(day, language);
    const auto from = language == Language::vi ? whole.find("tháng") : whole.find(' ') + 1;
    return say(Word::paper_open_day, language, whole.substr(std::min(from, whole.size())));
}

PaperHead open_head(const Context& c, const std::string& day) {
    auto head = paper_head(c.report, c.language);
    const auto& place = c.report.plan().head.place;
    head.right.back().text = place.empty() ? capitalised(day) : place + ", " + day;
    return head;
}

/// The same with the period in one piece, where lines end between its words.
std::string with_whole_period(std::string text, const std::string& period) {
    constexpr std::size_t kShort = 50;
    const auto from = text.find(period);
    if (from == std::string::npos || period.size() > kShort) return text;
    std::string whole;
    for (const char c : period) whole += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    return text.replace(from, period.size(), whole);
}

/// What follows "Số" in the head: "……-BC/BTGTU-UBND".
std::string open_number(const PaperHead& head) {
    const auto& line = head.left.back().text;
    return line.substr(std::min(line.find("……"), line.size()));
}

}  // namespace

SignedPaper signed_paper(const Report& report, Language language) {
    Context c{report, language};
    c.annexes = paper::annex_names(c);
    const auto& head = report.plan().head;
    const auto day = open_day(report.as_of(), language);
    SignedPaper out;
    out.layout = layout_of(head, report.as_of());
    out.head = open_head(c, day);
    out.kind = say(Word::paper_kind, language);
    out.about = paper::about(c);
    out.title = report_title(report, language);
    if (!is_of_party(out.layout)) out.about = capitalised(out.about);
    out.about = with_whole_period(out.about, report_period(report, language));
    out.notes = note_lines(report, language);
    out.opening = paper::opening_of(c);
    out.parts = {paper::standing_part(c), paper::results_part(c), paper::difficulties_part(c),
                 paper::next_part(c), paper::proposals_part(c)};
    out.closing = paper::closing_of(c);
    out.signatures = signatures_of(report);
    out.recipients = head.recipients;
    out.attached = say(Word::paper_attached, language, open_number(out.head), day);
    out.annexes = paper::annexes_of(c);
    return out;
}

}  // namespace plantool
