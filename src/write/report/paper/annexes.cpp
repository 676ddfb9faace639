// The annexes: which there are, and those that are one table each.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diag/code_texts.hpp"
#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"
#include "write/status/wording.hpp"

namespace plantool::paper {
namespace {

constexpr std::array kRoman = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII"};

bool has_texts(const Report& report) {
    if (!report.general.empty() || !report.remarks.empty()) return true;
    for (const auto& section : report.tasks) {
        if (!section.contributions.empty()) return true;
    }
    return false;
}

bool has_figures(const Report& report) {
    for (const auto& table : report.indicators) {
        if (!table.cells.empty()) return true;
    }
    return false;
}

bool has_ranks(const Report& report) {
    const auto& rows = report.timeliness.rows;
    return rows.size() > 1 && std::any_of(rows.begin(), rows.end(), [](const auto& row) {
               return row.summary.accountable() > 0;
           });
}

bool exists(const Report& report, Annex annex) {
    switch (annex) {
        case Annex::league:
            return has_ranks(report);
        case Annex::summary:
        case Annex::standing:
            return !report.status.rows.empty();
        case Annex::figures:
            return has_figures(report);
        case Annex::texts:
            return has_texts(report);
        case Annex::quiet:
            return !report.quiet.empty();
        case Annex::refused:
            return !report.refused.empty();
        case Annex::sources:
            return !report.counted.empty() || !report.assumptions.empty();
    }
    return false;
}

std::string day_text(const std::optional<Day>& day, Language language) {
    return day ? short_date(*day, language) : std::string();
}

/// All that the report's agencies owe, whichever report and period it is of, the longest first.
PaperTable owed_table(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    const auto& timeliness = c.report.timeliness;
    std::vector<StatusRow> owed;
    bool other = false;
    for (const auto& row : timeliness.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            if (!cell || (cell->state != State::overdue && cell->state != State::missing)) continue;
            other |= !timeliness.columns[i].of_report;
            owed.push_back(*cell);
        }
    }
    std::stable_sort(owed.begin(), owed.end(), [](const StatusRow& a, const StatusRow& b) {
        return a.days_late.value_or(0) > b.days_late.value_or(0);
    });
    PaperTable table{{{word(Word::paper_col_number), 0.5, true},
                      {word(Word::paper_col_unit), 3.6, false, true},
                      {word(Word::paper_col_report), 3.6, false, true},
                      {word(Word::column_period), 1.8},
                      {word(Word::paper_col_due), 1.3},
                      {word(Word::paper_col_overdue), 1.1, true}},
                     {},
                     false};
    // What this report alone lacks, the table above has.
    if (!other) return table;
    for (const auto& row : owed) {
        const auto slot = c.report.schedule().rows[row.row].slot;
        table.rows.push_back({std::to_string(table.rows.size() + 1),
                              agency_name(c.report, agency_of(c.report, row.row)),
                              obligation_of(c.report, row.row).title.value,
                              slot_period(c.report, slot, c.language),
                              short_date(due_of(c.report, row.row), c.language),
                              format_integer(row.days_late.value_or(0), c.language)});
    }
    return table;
}

PaperAnnex standing_annex(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    std::map<RowIx, const ReportSource*> firsts;
    for (const auto& source : c.report.counted) {
        if (source.first) firsts.emplace(source.row, &source);
    }
    const bool several = !c.counts_units();
    PaperTable table;
    table.columns = {{word(Word::paper_col_number), 0.5, true},
                     {word(Word::paper_col_unit), 3.6, false, true}};
    if (several) table.columns.push_back({word(Word::paper_col_report), 2.6, false, true});
    table.columns.insert(table.columns.end(), {{word(Word::paper_col_due), 1.3},
                                               {word(Word::paper_col_received), 1.3},
                                               {word(Word::paper_col_document), 2.2, false, true},
                                               {word(Word::paper_col_state), 1.4},
                                               {word(Word::paper_col_late), 0.9, true},
                                               {word(Word::paper_col_note), 2.4}});
    for (const auto& row : c.report.status.rows) {
        const auto first = firsts.find(row.row);
        const auto* paper = first == firsts.end() ? nullptr : &first->second->paper;
        std::vector<std::string> cells = {
            std::to_string(table.rows.size() + 1),
            agency_name_of(c.report.plan(), c.report.schedule(), row.row)};
        if (several) cells.push_back(obligation_of(c.report, row.row).title.value);
        const int late = row.days_late.value_or(0);
        cells.insert(
            cells.end(),
            {short_date(due_of(c.report, row.row), c.language),
             paper == nullptr ? "" : day_text(day_of(paper->received), c.language),
             paper == nullptr ? "" : paper->document,
             std::string(state_label(row.state, c.language)), late > 0 ? std::to_string(late) : "",
             row_note(*c.report.assessment, row, c.language)});
        table.rows.push_back(std::move(cells));
    }
    PaperAnnex annex{Annex::standing,
                     "",
                     word(Word::paper_annex_standing),
                     true,
                     {paper::table(std::move(table))}};
    auto owed = owed_table(c);
    if (!owed.rows.empty()) {
        annex.blocks.push_back(intro(word(Word::paper_owed_table)));
        annex.blocks.push_back(paper::table(std::move(owed)));
    }
    return annex;
}

PaperAnnex quiet_annex(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    PaperTable table{{{word(Word::paper_col_number), 0.5, true},
                      {word(Word::paper_col_unit), 2.4, false, true},
                      {word(Word::paper_col_task), 3.4, false, true},
                      {word(Word::paper_col_last_news), 1.3},
                      {word(Word::paper_col_quiet), 1.1, true}},
                     {},
                     false};
    for (const auto& row : c.report.quiet) {
        table.rows.push_back({std::to_string(table.rows.size() + 1),
                              agency_name(c.report, row.agency),
                              c.report.plan().obligations[row.obligation].title.value,
                              row.last_activity ? short_date(*row.last_activity, c.language)
                                                : word(Word::paper_no_news),
                              format_integer(row.quiet_days, c.language)});
    }
    return {
        Annex::quiet, "", word(Word::paper_annex_quiet), false, {paper::table(std::move(table))}};
}

PaperAnnex refused_annex(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    PaperTable table{{{word(Word::paper_col_number), 0.5, true},
                      {word(Word::paper_col_unit), 2.4, false, true},
                      {word(Word::paper_col_document), 1.7, false, true},
                      {word(Word::paper_col_received), 1.2},
                      {word(Word::paper_col_reason), 3.2}},
                     {},
                     false};
    for (const auto& paper : c.report.refused) {
        std::vector<std::string> reasons;
        for (const auto code : paper.errors) {
            reasons.emplace_back(title_of(code, c.language));
        }
        table.rows.push_back(
            {std::to_string(table.rows.size() + 1),
             paper.agency ? agency_name(c.report, *paper.agency) : word(Word::paper_unknown_unit),
             paper.document, day_text(day_of(paper.received), c.language), joined(reasons, "; ")});
    }
    PaperAnnex annex{Annex::refused,
                     "",
                     word(Word::paper_annex_refused),
                     false,
                     {paper::table(std::move(table))}};
    if (c.report.refused_elsewhere > 0) {
        annex.blocks.push_back(
            paragraph(say(Word::paper_refused_elsewhere, c.language,
                          paper_number(c.report.refused_elsewhere, c.language))));
    }
    return annex;
}

PaperTable papers_table(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    PaperTable table{{{word(Word::paper_col_number), 0.5, true},
                      {word(Word::paper_col_unit), 3, false, true},
                      {word(Word::paper_col_document), 1.8, false, true},
                      {word(Word::paper_col_dated), 1.2},
                      {word(Word::paper_col_received), 1.2},
                      {word(Word::paper_col_counted_for), 1.4}},
                     {},
                     false};
    for (const auto& source : c.report.counted) {
        table.rows.push_back(
            {std::to_string(table.rows.size() + 1),
             agency_name(c.report, agency_of(c.report, source.row)), source.paper.document,
             day_text(source.paper.document_date, c.language),
             day_text(day_of(source.paper.received), c.language), counted_for(source, c.language)});
    }
    return table;
}

PaperTable assumptions_table(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    PaperTable table{{{word(Word::paper_col_number), 0.5, true},
                      {word(Word::paper_col_about), 2.6},
                      {word(Word::paper_col_clause), 1.2, false, true},
                      {word(Word::paper_col_assumption), 4, false, true}},
                     {},
                     false};
    for (const auto& assumption : c.report.assumptions) {
        auto about = assumption_label(assumption.kind, c.language);
        if (!assumption.names.empty()) about += ": " + joined(assumption.names, "; ");
        table.rows.push_back({std::to_string(table.rows.size() + 1), about, assumption.why.source,
                              assumption.why.assumed});
    }
    return table;
}

PaperAnnex sources_annex(const Context& c) {
    PaperAnnex annex{Annex::sources, "", say(Word::paper_annex_sources, c.language), false, {}};
    if (!c.report.counted.empty()) {
        annex.blocks.push_back(intro(say(Word::paper_papers_counted, c.language)));
        annex.blocks.push_back(paper::table(papers_table(c)));
    }
    if (!c.report.assumptions.empty()) {
        annex.blocks.push_back(intro(say(Word::paper_assumptions, c.language)));
        annex.blocks.push_back(paper::table(assumptions_table(c)));
    }
    if (!c.report.inputs.digest.empty()) {
        annex.blocks.push_back(remark(say(Word::paper_digest, c.language, c.report.inputs.digest)));
    }
    return annex;
}

}  // namespace

std::array<std::string, kAnnexes> annex_names(const Context& c) {
    std::array<std::string, kAnnexes> names;
    std::size_t number = 0;
    for (std::size_t i = 0; i < kAnnexes; ++i) {
        if (!exists(c.report, static_cast<Annex>(i))) continue;
        names[i] = say(Word::paper_annex, c.language, kRoman[number++]);
    }
    return names;
}

std::vector<PaperAnnex> annexes_of(const Context& c) {
    constexpr std::array kWriters = {&summary_annex, &standing_annex, &figures_annex,
                                     &texts_annex,   &quiet_annex,    &refused_annex,
                                     &league_annex,  &sources_annex};
    std::vector<PaperAnnex> annexes;
    for (std::size_t i = 0; i < kAnnexes; ++i) {
        if (c.annexes[i].empty()) continue;
        annexes.push_back(kWriters[i](c));
        annexes.back().name = c.annexes[i];
    }
    return annexes;
}

}  // namespace plantool::paper

namespace plantool {

std::string_view annex_id(PaperAnnex::Kind kind) {
    constexpr std::array<std::string_view, kAnnexes> kIds = {
        "summary", "standing", "figures", "texts", "quiet", "refused", "league", "sources"};
    return kIds.at(static_cast<std::size_t>(kind));
}

}  // namespace plantool
