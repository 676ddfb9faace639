// The annexes that grow with what the agencies wrote: figures, and whole texts.

#include <algorithm>
#include <map>

#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {
namespace {

/// So many indicators stand side by side on a page; more go on in a table below.
constexpr std::size_t kMostIndicators = 9;

/// The rows' keys by their numbers, each with its cells, and the totals below.
template <class Ix, class Values, class Name>
void add_grids(const Context& c, PaperAnnex& annex, const std::vector<Ix>& keys, Word first_column,
               Values values, Name name, bool with_total) {
    const auto& all = c.report.indicators;
    for (std::size_t from = 0; from < all.size(); from += kMostIndicators) {
        const auto to = std::min(all.size(), from + kMostIndicators);
        PaperTable table;
        table.columns = {{say(Word::paper_col_number, c.language), 0.5, true},
                         {say(first_column, c.language), 3.2, false, true}};
        std::map<Ix, std::vector<std::string>> rows;
        std::vector<std::string> totals = {"", say(Word::paper_total_row, c.language)};
        for (auto i = from; i < to; ++i) {
            const auto& of = all[i];
            table.columns.push_back(
                {c.report.plan().indicators[of.indicator].name.value, 1.2, true});
            const int decimals = table_decimals(c.report, of);
            for (const auto& value : values(of)) {
                auto& cells = rows[value.of];
                cells.resize(i - from + 1);
                cells[i - from] = format_number(value.value, decimals, c.language);
            }
            totals.push_back(
                of.total ? format_number(*of.total, total_decimals(c.report, of), c.language) : "");
        }
        for (const auto key : keys) {
            std::vector<std::string> row = {std::to_string(table.rows.size() + 1), name(key)};
            auto& cells = rows[key];
            cells.resize(to - from);
            row.insert(row.end(), cells.begin(), cells.end());
            table.rows.push_back(std::move(row));
        }
        if (with_total) {
            table.rows.push_back(totals);
            table.has_total = true;
        }
        annex.blocks.push_back(paper::table(std::move(table)));
    }
}

void add_texts(const Context& c, PaperAnnex& annex, const PaperBlock& title,
               const std::vector<TaskContribution>& parts) {
    bool any = false;
    for (const auto& part : parts) {
        std::vector<std::string> texts;
        if (!says_nothing(part.summary)) texts.push_back(as_sentence(part.summary));
        const auto figures = figures_text(c.report, part.figures, c.language);
        if (!figures.empty()) texts.push_back("(" + figures + ".)");
        if (texts.empty()) continue;
        if (!any) annex.blocks.push_back(title);
        any = true;
        annex.blocks.push_back(
            quotation(agency_name(c.report, part.agency) + ":", joined(texts, " ")));
    }
}

void add_remarks(const Context& c, PaperAnnex& annex, const std::string& title,
                 std::string Remarks::*field) {
    bool any = false;
    for (const auto& remark : c.report.remarks) {
        const auto& text = remark.*field;
        if (says_nothing(text)) continue;
        if (!any) annex.blocks.push_back(heading(title));
        any = true;
        annex.blocks.push_back(
            quotation(agency_name(c.report, remark.agency) + ":", as_sentence(text)));
    }
}

}  // namespace

PaperAnnex figures_annex(const Context& c) {
    PaperAnnex annex{Annex::figures, "", say(Word::paper_annex_figures, c.language), true, {}};
    std::map<AgencyIx, bool> agencies;  // in plan order
    for (const auto& row : c.report.status.rows) agencies[agency_of(c.report, row.row)] = true;
    for (const auto& of : c.report.indicators) {
        for (const auto& value : of.by_agency) agencies[value.of] = true;
    }
    std::vector<AgencyIx> keys;
    for (const auto& [agency, _] : agencies) keys.push_back(agency);
    annex.blocks.push_back(intro(say(Word::paper_by_unit, c.language)));
    add_grids(
        c, annex, keys, Word::paper_col_unit, [](const IndicatorTable& of) { return of.by_agency; },
        [&](AgencyIx agency) { return agency_name(c.report, agency); }, true);
    annex.blocks.push_back(remark(say(Word::paper_blank_is_none, c.language)));
    std::vector<ObligationIx> tasks;
    for (const auto& section : c.report.tasks) tasks.push_back(section.task);
    if (tasks.size() < 2) return annex;
    annex.blocks.push_back(intro(say(Word::paper_by_task, c.language)));
    add_grids(
        c, annex, tasks, Word::paper_col_task, [](const IndicatorTable& of) { return of.by_task; },
        [&](ObligationIx task) { return c.report.plan().obligations[task].title.value; }, false);
    return annex;
}

PaperAnnex texts_annex(const Context& c) {
    PaperAnnex annex{Annex::texts, "", say(Word::paper_annex_texts, c.language), false, {}};
    add_texts(c, annex, heading(say(Word::general_results, c.language)), c.report.general);
    for (const auto& section : c.report.tasks) {
        auto title = heading(c.report.plan().obligations[section.task].title.value);
        title.quoted = true;
        add_texts(c, annex, title, section.contributions);
    }
    const auto title = [&](Word word) { return capitalised(to_lower(say(word, c.language))); };
    add_remarks(c, annex, title(Word::paper_part_difficulties), &Remarks::difficulties);
    add_remarks(c, annex,
                capitalised(to_lower(say(Word::paper_part_next, c.language,
                                         say(Word::paper_time_ahead, c.language)))),
                &Remarks::next);
    add_remarks(c, annex, title(Word::paper_part_proposals), &Remarks::proposals);
    return annex;
}

}  // namespace plantool::paper
