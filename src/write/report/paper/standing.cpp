// Part I: who has reported, who is late, who owes.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/report/scope.hpp"
#include "core/schedule/period_title.hpp"
#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {
namespace {

constexpr std::size_t kMostNames = 10;
constexpr std::size_t kMostOlder = 5;

std::string with_rate(const std::string& text, int part, int whole, Language language) {
    const auto share = rate(part, whole);
    if (!share || part == 0) return text;
    return fmt::format("{} ({})", text, format_percent(*share, language));
}

std::string pending_part(const Context& c, int pending) {
    std::optional<Day> last;
    for (const auto& row : c.report.status.rows) {
        const bool waits = row.state == State::due_soon || row.state == State::open ||
                           row.state == State::upcoming;
        const auto due = due_of(c.report, row.row);
        if (waits && (!last || *last < due)) last = due;
    }
    return say(Word::paper_pending, c.language, c.count(pending),
               short_date(last.value_or(c.report.as_of()), c.language));
}

std::string extended_part(const Context& c) {
    std::vector<Day> days;
    for (const auto& row : c.report.status.rows) {
        const auto& expected = c.report.schedule().rows[row.row];
        if (expected.extension != nullptr) days.push_back(expected.due);
    }
    if (days.empty()) return {};
    const auto count = c.count(static_cast<int>(days.size()));
    const bool same = std::all_of(days.begin(), days.end(), [&](Day d) { return d == days[0]; });
    return same ? say(Word::paper_extended_to, c.language, count, short_date(days[0], c.language))
                : say(Word::paper_extended, c.language, count);
}

/// How many reports, how many of them on time, late, waived and so on, in one sentence.
std::string counts_sentence(const Context& c) {
    const auto& summary = c.report.status.summary;
    const auto of = [&](State state) { return summary.of(state); };
    const int received = of(State::on_time) + of(State::late);
    const int pending = of(State::due_soon) + of(State::open) + of(State::upcoming);
    const bool units = c.counts_units();
    // Where nobody is overdue yet, the rate is of the early ones alone, and says nothing.
    const bool rates = pending == 0 || of(State::overdue) + of(State::missing) > 0;
    const auto number = [&](int n) { return paper_number(n, c.language); };
    auto text = units ? say(Word::paper_units_received, c.language, number(received),
                            number(summary.expected))
                      : say(Word::paper_reports_received, c.language, number(received),
                            number(summary.expected));
    if (const auto share = summary.reporting_rate(); share && rates) {
        const auto percent = format_percent(*share, c.language);
        text += units ? say(Word::paper_rate_of_units, c.language, percent)
                      : say(Word::paper_rate_of_reports, c.language, percent);
    }
    std::vector<std::string> parts = {text};
    const int whole = rates ? summary.accountable() : 0;
    if (of(State::on_time) > 0) {
        parts.push_back(with_rate(say(Word::paper_on_time, c.language, c.count(of(State::on_time))),
                                  of(State::on_time), whole, c.language));
    }
    if (of(State::late) > 0) {
        parts.push_back(with_rate(say(Word::paper_late, c.language, c.count(of(State::late))),
                                  of(State::late), whole, c.language));
    }
    if (of(State::waived) > 0) {
        parts.push_back(say(Word::paper_waived, c.language, c.count(of(State::waived))));
    }
    if (const auto extended = extended_part(c); !extended.empty()) parts.push_back(extended);
    if (pending > 0) parts.push_back(pending_part(c, pending));
    return as_sentence(joined(parts, "; "));
}

/// The reporting rate against that of each earlier period of the plan that was due.
void add_comparisons(const Context& c, PaperPart& part) {
    const auto now = c.report.status.summary.reporting_rate();
    if (!now) return;
    for (const auto& earlier : earlier_standings(c)) {
        const auto period = with_small_start(earlier.period);
        const auto before = *earlier.summary.reporting_rate();
        const auto share = format_percent(before, c.language);
        const auto by = format_number(std::abs(*now - before) / 100.0, 1, c.language);
        if (*now == before) {
            part.blocks.push_back(paragraph(say(Word::paper_rate_same, c.language, period, share)));
        } else if (*now > before) {
            part.blocks.push_back(
                paragraph(say(Word::paper_rate_up, c.language, period, share, by)));
        } else {
            part.blocks.push_back(
                paragraph(say(Word::paper_rate_down, c.language, period, share, by)));
        }
    }
}

template <class Rows>
std::vector<std::string> names_in(const Context& c, const Rows& rows, State state, bool with_days) {
    std::vector<std::string> names;
    for (const auto& row : rows) {
        if (row.state == state) names.push_back(owing(c, row, with_days));
    }
    return names;
}

void add_names(const Context& c, PaperPart& part) {
    const auto late = names_in(c, c.report.status.rows, State::late, true);
    if (!late.empty()) {
        part.blocks.push_back(paragraph(
            say(Word::paper_late_who, c.language, capped(c, late, kMostNames, Annex::standing))));
    }
    std::vector<int> days;
    for (const auto& row : c.report.attention) {
        if (row.state == State::overdue) days.push_back(row.days_late.value_or(0));
    }
    const bool same =
        !days.empty() && std::all_of(days.begin(), days.end(), [&](int d) { return d == days[0]; });
    const auto overdue = names_in(c, c.report.attention, State::overdue, !same);
    const auto overdue_text = capped(c, overdue, kMostNames, Annex::standing);
    const auto count = c.count(static_cast<int>(overdue.size()));
    if (same) {
        part.blocks.push_back(paragraph(
            say(Word::paper_overdue_same, c.language, count, c.days(days[0]), overdue_text)));
    } else if (!overdue.empty()) {
        part.blocks.push_back(paragraph(say(Word::paper_overdue, c.language, count, overdue_text)));
    }
    const auto missing = names_in(c, c.report.attention, State::missing, false);
    if (!missing.empty()) {
        part.blocks.push_back(paragraph(say(Word::paper_missing, c.language,
                                            c.count(static_cast<int>(missing.size())),
                                            capped(c, missing, kMostNames, Annex::standing))));
    }
}

/// What the same agencies owe of other reports and periods.
void add_older(const Context& c, PaperPart& part) {
    const auto& table = c.report.timeliness;
    std::vector<std::string> owed;
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            if (!cell || table.columns[i].of_report) continue;
            if (cell->state != State::overdue && cell->state != State::missing) continue;
            const auto& slot = c.report.schedule().slots[table.columns[i].slot];
            const auto& obligation = c.report.plan().obligations[slot.obligation];
            const bool once = obligation.cadence.value == Cadence::once;
            const auto period = once ? with_small_start(obligation.title.value)
                                     : period_in_sentence(c, table.columns[i].slot);
            cells.push_back(
                say(Word::paper_owed, c.language, period, c.days(cell->days_late.value_or(0))));
        }
        if (cells.empty()) continue;
        owed.push_back(
            fmt::format("{} ({})", agency_name(c.report, row.agency), joined(cells, "; ")));
    }
    if (owed.empty()) return;
    part.blocks.push_back(paragraph(
        say(Word::paper_older, c.language, capped(c, owed, kMostOlder, Annex::standing))));
}

}  // namespace

namespace {

/// Counts what was expected in a period of the plan before this one.
void count_slot(Summary& into, const Assessment& of, SlotIx ix) {
    const auto& slot = of.schedule().slots[ix];
    for (RowIx row = slot.first_row; row < slot.first_row + slot.row_count; ++row) {
        if (of.is_expected(row)) count(into, of, of.row(row));
    }
}

std::optional<SlotIx> last_slot(const Schedule& schedule, ObligationIx obligation) {
    std::optional<SlotIx> last;
    for (SlotIx ix = 0; ix < schedule.slots.size(); ++ix) {
        if (schedule.slots[ix].obligation == obligation) last = ix;
    }
    return last;
}

/// How the plan before this one stood, by the ids of the obligations: in the same period of the
/// year before and, where this report is of its plan's first period, in the last one.
std::vector<EarlierStanding> standings_before(const Context& c) {
    const auto* before = c.report.plan_before;
    if (before == nullptr) return {};
    const auto& own = c.report.schedule();
    EarlierStanding same;
    EarlierStanding last;
    const auto add = [&](EarlierStanding& to, SlotIx ix) {
        to.period = period_heading(before->plan(), before->schedule().slots[ix], c.language);
        count_slot(to.summary, *before, ix);
    };
    for (const auto ix : c.report.slots) {
        const auto& slot = own.slots[ix];
        const auto& o = c.report.plan().obligations[slot.obligation];
        const auto then = before->plan().obligation_ids.find(o.id.value);
        const auto cadence = o.cadence.value;
        if (then == before->plan().obligation_ids.end() || slot.event != nullptr ||
            cadence == Cadence::once || cadence == Cadence::listed) {
            continue;
        }
        constexpr std::size_t kYear = 4;  // digits that every period's id begins with
        const auto id = fmt::format("{:04}{}", slot.period.year - 1, slot.period.id.substr(kYear));
        const auto year_before = before->schedule().find_slot(then->second, id);
        if (year_before) add(same, *year_before);
        const bool first = ix == 0 || own.slots[ix - 1].obligation != slot.obligation;
        const auto newest = last_slot(before->schedule(), then->second);
        if (first && newest && newest != year_before) add(last, *newest);
    }
    std::vector<EarlierStanding> out;
    for (auto* one : {&same, &last}) {
        if (one->summary.reporting_rate()) out.push_back(std::move(*one));
    }
    return out;
}

}  // namespace

std::vector<EarlierStanding> earlier_standings(const Context& c) {
    auto out = standings_before(c);
    const auto scope =
        find_scope(c.report.plan(), c.report.schedule(), c.report.period_id, c.report.obligations);
    if (!scope) return out;
    for (const auto& earlier : scope->earlier) {
        Summary then;
        for (const auto row : earlier.rows) {
            if (!c.report.assessment->is_expected(row)) continue;
            count(then, *c.report.assessment, c.report.assessment->row(row));
        }
        if (!then.reporting_rate()) continue;
        out.push_back({slot_period(c.report, earlier.slots.front(), c.language), then});
    }
    return out;
}

std::string owing(const Context& c, const StatusRow& row, bool with_days) {
    std::vector<std::string> remarks;
    if (with_days && row.days_late.value_or(0) > 0) remarks.push_back(c.days(*row.days_late));
    const int refused = c.report.assessment->receipt(row.row).rejected;
    if (refused > 0) {
        auto text = say_count(Word::paper_refused_count, c.language, refused);
        remarks.push_back(refused < 10 && c.language == Language::vi ? "0" + text : text);
    }
    const auto& name = agency_name(c.report, agency_of(c.report, row.row));
    if (remarks.empty()) return name;
    return fmt::format("{} ({})", name, joined(remarks, ", "));
}

PaperPart standing_part(const Context& c) {
    PaperPart part{say(Word::paper_part_standing, c.language), {}};
    if (c.report.status.rows.empty()) {
        part.blocks.push_back(paragraph(say(Word::paper_none_expected, c.language)));
        return part;
    }
    auto first = counts_sentence(c);
    if (!c.name_of(Annex::standing).empty()) {
        first += " " + say(Word::paper_standing_in, c.language, c.name_of(Annex::standing));
    }
    part.blocks.push_back(paragraph(first));
    add_comparisons(c, part);
    add_names(c, part);
    add_older(c, part);
    if (!c.report.quiet.empty()) {
        const auto quiet = static_cast<std::int64_t>(c.report.quiet.size());
        part.blocks.push_back(
            paragraph(say_count(Word::paper_quiet_count, c.language, quiet,
                                paper_number(quiet, c.language), c.see(Annex::quiet))));
    }
    return part;
}

}  // namespace plantool::paper
