// What a leader reads on one page, and how the agencies rank.

#include <fmt/format.h>

#include <algorithm>

#include "core/status/rates.hpp"
#include "text/words.hpp"
#include "write/rates/rates_writers.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {
namespace {

constexpr std::size_t kMostOwing = 10;
constexpr std::size_t kMostRanked = 3;
constexpr std::size_t kMostPeriods = 8;

std::string change_in_table(const Context& c, const IndicatorTable& table) {
    if (!table.total || !table.before) return "";
    const int decimals = total_decimals(c.report, table);
    const auto by = format_number(*table.total - *table.before, decimals, c.language);
    return *table.total > *table.before ? "+" + by : by;
}

PaperTable totals_table(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    const bool compared = c.report.before.has_value();
    PaperTable table{{{word(Word::paper_col_number), 0.7, true},
                      {word(Word::paper_col_indicator), 4, false, true},
                      {word(Word::paper_col_measure), 1.4, false, true},
                      {word(Word::paper_col_rule), 1.4},
                      {word(Word::paper_col_total), 1.4, true, false, false, true}},
                     {},
                     false};
    if (compared) {
        table.columns.push_back({before_label(c.report, c.language), 1.8, true});
        table.columns.push_back({word(Word::paper_col_change), 1.4, true});
    }
    table.columns.push_back({word(Word::paper_col_giving), 1.4, true});
    for (const auto& of : c.report.indicators) {
        const auto& indicator = c.report.plan().indicators[of.indicator];
        const int decimals = total_decimals(c.report, of);
        const auto number = [&](std::optional<double> value) {
            return value ? format_number(*value, decimals, c.language) : std::string();
        };
        std::vector<std::string> cells = {
            std::to_string(table.rows.size() + 1), indicator.name.value, indicator.unit.value,
            total_label(indicator.total, c.language), number(of.total)};
        if (compared) {
            cells.push_back(number(of.before));
            cells.push_back(change_in_table(c, of));
        }
        cells.push_back(std::to_string(of.by_agency.size()));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string rate_text(std::optional<int> rate, Language language) {
    return rate ? format_percent(*rate, language) : "–";
}

/// "+1,5" of two rates, in percentage points.
std::string points_between(std::optional<int> now, std::optional<int> before, Language language) {
    if (!now || !before) return "";
    const auto by = format_number((*now - *before) / 100.0, 1, language);
    return *now > *before ? "+" + by : by;
}

/// The rates of the report against those of the periods that it can be held against.
PaperTable standing_table(const Context& c) {
    const auto earlier = earlier_standings(c);
    PaperTable table{{{say(Word::paper_col_indicator, c.language), 3},
                      {say(Word::paper_col_now, c.language), 1.2, true}},
                     {},
                     false};
    for (const auto& then : earlier) {
        table.columns.push_back({then.period, 1.4, true});
        table.columns.push_back({say(Word::paper_col_change, c.language), 1.2, true});
    }
    const auto add_rate = [&](Word name, std::optional<int> (Summary::*rate)() const) {
        const auto now = (c.report.status.summary.*rate)();
        std::vector<std::string> row = {say(name, c.language), rate_text(now, c.language)};
        for (const auto& then : earlier) {
            const auto before = (then.summary.*rate)();
            row.push_back(rate_text(before, c.language));
            row.push_back(points_between(now, before, c.language));
        }
        table.rows.push_back(std::move(row));
    };
    add_rate(Word::paper_sum_rate, &Summary::reporting_rate);
    add_rate(Word::paper_sum_on_time, &Summary::on_time_rate);
    const auto owed = [](const Summary& of) {
        return of.of(State::overdue) + of.of(State::missing);
    };
    const int now = owed(c.report.status.summary);
    std::vector<std::string> row = {say(Word::paper_sum_owed, c.language), std::to_string(now)};
    for (const auto& then : earlier) {
        const int more = now - owed(then.summary);
        row.push_back(std::to_string(owed(then.summary)));
        row.push_back(more > 0 ? fmt::format("+{}", more) : std::to_string(more));
    }
    table.rows.push_back(std::move(row));
    return table;
}

void add_owing(const Context& c, PaperAnnex& annex) {
    annex.blocks.push_back(intro(say(Word::paper_sum_owing, c.language)));
    std::vector<std::string> names;
    for (const auto& row : c.report.attention) names.push_back(owing(c, row, true));
    annex.blocks.push_back(
        paragraph(names.empty() ? say(Word::paper_sum_none_owing, c.language)
                                : as_sentence(capped(c, names, kMostOwing, Annex::standing))));
}

/// Every report of a plan, this one or the one before, that the report's agencies owe or have sent;
/// where the report is one of tasks, every task.
Status all_reports(const Context& c, const Assessment& of) {
    Filter filter;
    filter.by_agency = true;
    filter.by_obligation = true;
    for (const auto& row : c.report.timeliness.rows) {
        const auto& id = c.report.plan().agencies[row.agency].id.value;
        const auto there = of.plan().names.by_id.find(id);
        if (there != of.plan().names.by_id.end()) filter.agencies.push_back(there->second);
    }
    const auto kind = c.report.plan().obligations[c.report.obligations.front()].kind;
    const auto& obligations = of.plan().obligations;
    for (ObligationIx ix = 0; ix < obligations.size(); ++ix) {
        if (obligations[ix].kind == kind) filter.obligations.push_back(ix);
    }
    return select(of, filter);
}

/// Best first; those that owed nothing yet are not there.
std::vector<RatesLine> ranked(const Context& c) {
    const auto status = all_reports(c, *c.report.assessment);
    auto lines = count_rates(std::span(&status, 1), RatesBy::agency, c.language);
    rank_by_rates(lines);
    std::erase_if(lines, [](const RatesLine& line) { return !line.rank; });
    return lines;
}

std::string place_text(const Context& c, const RatesLine& line) {
    return say(Word::paper_sum_place, c.language, line.name, line.summary.of(State::on_time),
               line.summary.accountable());
}

/// The first and the last of the ranks, where there are enough to tell them apart.
void add_best_and_worst(const Context& c, PaperAnnex& annex) {
    const auto lines = ranked(c);
    if (lines.size() < 2 * kMostRanked || lines.front().rank == lines.back().rank) return;
    std::vector<std::string> best;
    std::vector<std::string> worst;
    for (std::size_t i = 0; i < kMostRanked; ++i) {
        best.push_back(place_text(c, lines[i]));
        worst.push_back(place_text(c, lines[lines.size() - 1 - i]));
    }
    annex.blocks.push_back(
        dash(say(Word::paper_sum_best, c.language), as_sentence(joined(best, "; "))));
    annex.blocks.push_back(
        dash(say(Word::paper_sum_worst, c.language), as_sentence(joined(worst, "; "))));
}

/// One block for each tenth.
std::string bar(int ten_thousandths) {
    std::string out;
    for (int i = 0; i < (ten_thousandths + 500) / 1000; ++i) out += "\u2588";
    return out;
}

PaperTable trend_table(const Context& c) {
    PaperTable table{{{say(Word::column_period, c.language), 2.2},
                      {say(Word::paper_col_reports_due, c.language), 1.1, true},
                      {say(Word::paper_col_reports_received, c.language), 1.2, true},
                      {say(Word::paper_col_on_time, c.language), 1, true},
                      {say(Word::paper_sum_rate, c.language), 1.2, true},
                      {say(Word::paper_col_chart, c.language), 2.4, false, false, true}},
                     {},
                     false};
    std::vector<Status> plans;
    if (c.report.plan_before != nullptr) plans.push_back(all_reports(c, *c.report.plan_before));
    plans.push_back(all_reports(c, *c.report.assessment));
    for (const auto& line : count_rates(plans, RatesBy::period, c.language)) {
        const auto& of = line.summary;
        const auto rate = of.reporting_rate();
        if (!rate) continue;
        const int on_time = of.of(State::on_time);
        table.rows.push_back({capitalised(line.name), std::to_string(of.accountable()),
                              std::to_string(on_time + of.of(State::late)), std::to_string(on_time),
                              format_percent(*rate, c.language), bar(*rate)});
    }
    if (table.rows.size() > kMostPeriods) {
        table.rows.erase(table.rows.begin(), table.rows.end() - kMostPeriods);
    }
    return table;
}

}  // namespace

PaperAnnex summary_annex(const Context& c) {
    PaperAnnex annex{Annex::summary, "", say(Word::paper_annex_summary, c.language), false, {}};
    annex.blocks.push_back(intro(say(Word::paper_sum_standing, c.language)));
    annex.blocks.push_back(table(standing_table(c)));
    add_best_and_worst(c, annex);
    add_owing(c, annex);
    if (!c.name_of(Annex::figures).empty()) {
        annex.blocks.push_back(intro(say(Word::paper_totals, c.language)));
        annex.blocks.push_back(table(totals_table(c)));
    }
    auto trend = trend_table(c);
    if (trend.rows.size() > 1) {
        annex.blocks.push_back(intro(say(Word::paper_trend, c.language)));
        annex.blocks.push_back(table(std::move(trend)));
        annex.blocks.push_back(remark(say(Word::paper_trend_rule, c.language)));
    }
    return annex;
}

PaperAnnex league_annex(const Context& c) {
    const auto word = [&](Word w) { return say(w, c.language); };
    PaperTable table{{{word(Word::column_rank), 0.9, true},
                      {word(Word::paper_col_unit), 3.4, false, true},
                      {word(Word::paper_col_reports_due), 1, true},
                      {word(Word::paper_col_reports_received), 1.1, true},
                      {word(Word::paper_col_on_time), 0.9, true},
                      {word(Word::paper_sum_rate), 1.1, true},
                      {word(Word::paper_sum_on_time), 1.1, true},
                      {word(Word::column_mean_days_late), 1.1, true}},
                     {},
                     false};
    for (const auto& line : ranked(c)) {
        const auto& of = line.summary;
        const int on_time = of.of(State::on_time);
        table.rows.push_back(
            {std::to_string(*line.rank), line.name, std::to_string(of.accountable()),
             std::to_string(on_time + of.of(State::late)), std::to_string(on_time),
             rate_text(of.reporting_rate(), c.language), rate_text(of.on_time_rate(), c.language),
             mean_days_late_text(line, c.language)});
    }
    return {Annex::league,
            "",
            word(Word::paper_annex_league),
            false,
            {paragraph(word(Word::paper_league_rule)), paper::table(std::move(table))}};
}

}  // namespace plantool::paper
