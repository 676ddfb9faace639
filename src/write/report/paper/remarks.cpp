// Parts III to V: what the agencies say besides, equal statements joined.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/schedule/period_title.hpp"
#include "text/vietnamese.hpp"
#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {
namespace {

constexpr std::size_t kMostStatements = 12;
constexpr std::size_t kMostNames = 5;
constexpr std::size_t kMostDue = 5;
constexpr std::size_t kLettersOfStatement = 300;

struct Statement {
    std::string text;
    std::vector<std::string> agencies;
};

std::vector<Statement> statements(const Context& c, std::string Remarks::*field) {
    std::vector<Statement> out;
    std::map<std::string, std::size_t> known;
    for (const auto& remark : c.report.remarks) {
        const auto& text = remark.*field;
        if (says_nothing(text)) continue;
        const auto [at, is_new] = known.emplace(fold_name(as_sentence(text)), out.size());
        if (is_new) out.push_back({as_sentence(in_whole_sentences(text, kLettersOfStatement)), {}});
        out[at->second].agencies.push_back(agency_short(c.report, remark.agency));
    }
    std::stable_sort(out.begin(), out.end(), [](const Statement& a, const Statement& b) {
        return a.agencies.size() > b.agencies.size();
    });
    return out;
}

/// "Kinh phí tuyên truyền còn hạn hẹp (Sông Cầu; Tuy An)."
std::string with_agencies(const Context& c, const Statement& statement) {
    auto text = statement.text;
    const bool stop = text.ends_with('.') && !text.ends_with("...");
    if (stop) text.pop_back();
    const auto names = capped(c, statement.agencies, kMostNames);
    return fmt::format("{} ({}).", text, names);
}

bool add_statements(const Context& c, PaperPart& part, std::string Remarks::*field) {
    const auto said = statements(c, field);
    const auto shown = std::min(said.size(), kMostStatements);
    for (std::size_t i = 0; i < shown; ++i) {
        part.blocks.push_back(quotation("", with_agencies(c, said[i])));
    }
    if (shown < said.size()) {
        part.blocks.push_back(
            paragraph(say_count(Word::paper_more_remarks, c.language,
                                static_cast<int>(said.size() - shown), c.see(Annex::texts))));
    }
    return !said.empty();
}

/// The period after the report's, by the same cadence; else the time to come.
std::string time_ahead(const Context& c) {
    const auto& slot = c.report.schedule().slots[c.report.slot];
    const auto cadence = c.report.plan().obligations[slot.obligation].cadence.value;
    const bool follows = cadence == Cadence::monthly || cadence == Cadence::quarterly ||
                         cadence == Cadence::semiannual || cadence == Cadence::annual;
    if (follows) {
        const auto from = c.report.period.span.to + std::chrono::days(1);
        const auto next = periods_of(cadence, {from, from + std::chrono::days(370)},
                                     c.report.plan().head.year_starts.value);
        if (!next.empty()) return period_title(cadence, next.front(), c.language);
    }
    return say(Word::paper_time_ahead, c.language);
}

void add_duties(const Context& c, PaperPart& part) {
    const auto& schedule = c.report.schedule();
    std::vector<const Slot*> ahead;
    for (const auto& slot : schedule.slots) {
        if (slot.lifted || slot.event != nullptr || slot.row_count == 0) continue;
        if (slot.due.due > c.report.as_of()) ahead.push_back(&slot);
    }
    std::stable_sort(ahead.begin(), ahead.end(),
                     [](const Slot* a, const Slot* b) { return a->due.due < b->due.due; });
    if (ahead.size() > kMostDue) ahead.resize(kMostDue);
    if (ahead.empty()) return;
    part.blocks.push_back(intro(say(Word::paper_due_next, c.language)));
    for (const auto* slot : ahead) {
        const auto ix = static_cast<SlotIx>(slot - schedule.slots.data());
        const auto& title = c.report.plan().obligations[slot->obligation].title.value;
        part.blocks.push_back(dash("", say(Word::paper_due_item, c.language,
                                           fmt::format("{}, {}", title, period_in_sentence(c, ix)),
                                           short_date(slot->due.due, c.language)) +
                                           (slot == ahead.back() ? "." : ";")));
    }
}

/// That those who reported named none; of no report at all nothing can be said.
PaperBlock none_named(const Context& c, Word none) {
    return paragraph(say(c.report.counted.empty() ? Word::paper_not_heard : none, c.language));
}

}  // namespace

PaperPart difficulties_part(const Context& c) {
    PaperPart part{say(Word::paper_part_difficulties, c.language), {}};
    const auto& summary = c.report.status.summary;
    const int late = summary.of(State::late);
    const int owed = summary.of(State::overdue) + summary.of(State::missing);
    std::vector<std::string> lapses;
    if (late > 0) lapses.push_back(say(Word::paper_late, c.language, c.count(late)));
    if (owed > 0) lapses.push_back(say(Word::paper_outstanding, c.language, c.count(owed)));
    if (!lapses.empty()) {
        part.blocks.push_back(
            paragraph(say(Word::paper_discipline, c.language, joined(lapses, "; "))));
    }
    if (!add_statements(c, part, &Remarks::difficulties)) {
        part.blocks.push_back(none_named(c, Word::paper_no_difficulties));
    }
    return part;
}

PaperPart next_part(const Context& c) {
    const auto ahead = time_ahead(c);
    PaperPart part{say(Word::paper_part_next, c.language, to_upper(ahead)), {}};
    add_duties(c, part);
    if (!add_statements(c, part, &Remarks::next)) {
        part.blocks.push_back(paragraph(say(Word::paper_no_next, c.language)));
    }
    return part;
}

PaperPart proposals_part(const Context& c) {
    PaperPart part{say(Word::paper_part_proposals, c.language), {}};
    if (!add_statements(c, part, &Remarks::proposals)) {
        part.blocks.push_back(none_named(c, Word::paper_no_proposals));
    }
    return part;
}

}  // namespace plantool::paper
