// `rates` for people: the table on a terminal, Markdown, and a workbook.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/table.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/kit/markdown_escape.hpp"
#include "write/kit/table/table_book.hpp"
#include "write/rates/rates_writers.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

std::string percent(const std::optional<int>& rate, Language language) {
    return rate ? format_percent(*rate, language) : std::string();
}

std::string points_text(const RatesLine& line, Language language) {
    return line.points ? format_number(*line.points, decimals_of(*line.points), language)
                       : std::string();
}

std::string rank_text(const RatesLine& line) {
    return line.rank ? fmt::format("{}", *line.rank) : std::string();
}

class RatesTable {
  public:
    RatesTable(const RatesAnswer& answer, const TableStyle& style, const TextSink& sink)
        : answer_(answer), style_(style), sink_(sink), language_(style.language) {}

    void write() {
        wrapped(rates_title(answer_, language_), "1");
        for (const auto& remark : rates_remarks(answer_, language_)) wrapped(remark);
        sink_("\n");
        if (answer_.lines.empty()) {
            wrapped(say(Word::no_row_fits, language_));
            return;
        }
        write_lines();
        sink_("\n");
        const auto summary = answer_.of.summary();
        wrapped(summary_line(summary, language_), "1");
        if (answer_.of.has_rates()) wrapped(rates_line(summary, language_));
    }

  private:
    void wrapped(const std::string& text, std::string_view sgr = {}) {
        for (const auto& part : wrap_to_width(printable(text), style_.width)) {
            const bool colored = style_.color && !sgr.empty();
            sink_(colored ? fmt::format("\x1b[{}m{}\x1b[0m\n", sgr, part) : part + "\n");
        }
    }

    /// The counts by state are a note to each line: as columns they would be wider than a terminal.
    void write_lines() {
        TextTable table;
        table.columns = {Column::right, Column::name,  Column::right,
                         Column::right, Column::right, Column::right};
        const auto cell = [](std::string text) { return TableCell{std::move(text), "1"}; };
        table.add({cell(has_ranks() ? said(Word::column_rank) : ""),
                   cell(rates_by_heading(answer_.by, language_)),
                   cell(answer_.of.has_rates() ? said(Word::reporting_rate) : ""),
                   cell(answer_.of.has_rates() ? said(Word::on_time_rate) : ""),
                   cell(said(Word::column_mean_days_late)),
                   cell(has_points() ? said(Word::column_points) : "")});
        for (const auto& line : answer_.lines) {
            const auto rate = [&](const std::optional<int>& value) {
                return answer_.of.has_rates() ? percent(value, language_) : std::string();
            };
            table.add({{rank_text(line)},
                       {printable(line.name)},
                       {rate(line.summary.reporting_rate())},
                       {rate(line.summary.on_time_rate())},
                       {mean_days_late_text(line, language_)},
                       {points_text(line, language_)}},
                      {summary_line(line.summary, language_), "2"});
        }
        const auto layout = table.fit(style_.width);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            sink_(table.row(i, layout, style_.color));
        }
    }

    std::string said(Word word) const { return say(word, language_); }
    bool has_ranks() const { return answer_.lines.front().rank.has_value(); }
    bool has_points() const {
        return std::any_of(answer_.lines.begin(), answer_.lines.end(),
                           [](const RatesLine& line) { return line.points.has_value(); });
    }

    const RatesAnswer& answer_;
    const TableStyle& style_;
    const TextSink& sink_;
    Language language_;
};

const StateInfo& state_at(int index) {
    return all_states()[static_cast<std::size_t>(index)];
}

BookTable book_table(const RatesAnswer& answer, Language language) {
    const auto said = [&](Word word) { return say(word, language); };
    BookTable table{
        said(Word::sheet_rates), said(Word::name_rates), {rates_title(answer, language)}, {}, {}};
    for (auto& remark : rates_remarks(answer, language)) table.above.push_back(std::move(remark));
    table.columns = {{said(Word::column_rank), 7},
                     {rates_by_heading(answer.by, language), 40},
                     {said(Word::column_expected), 9}};
    for (int i = 0; i < kRowStates; ++i) {
        table.columns.push_back({std::string(state_label(state_at(i).state, language)), 9});
    }
    table.columns.push_back({said(Word::reporting_rate), 10});
    table.columns.push_back({said(Word::on_time_rate), 10});
    table.columns.push_back({said(Word::column_mean_days_late), 11});
    table.columns.push_back({said(Word::column_points), 9});
    const bool rates = answer.of.has_rates();
    const auto rate = [&](const std::optional<int>& value) {
        return rates && value ? BookCell(BookRate{*value}) : BookCell();
    };
    for (const auto& line : answer.lines) {
        auto& cells = table.rows.emplace_back();
        cells.push_back(line.rank ? BookCell(std::int64_t{*line.rank}) : BookCell());
        cells.emplace_back(line.name);
        cells.emplace_back(std::int64_t{line.summary.expected});
        for (int i = 0; i < kRowStates; ++i) {
            cells.emplace_back(std::int64_t{line.summary.of(state_at(i).state)});
        }
        cells.push_back(rate(line.summary.reporting_rate()));
        cells.push_back(rate(line.summary.on_time_rate()));
        constexpr double kHundredths = 100;
        const auto mean = line.mean_days_late();
        cells.push_back(mean ? BookCell(static_cast<double>(*mean) / kHundredths) : BookCell());
        cells.push_back(line.points ? BookCell(*line.points) : BookCell());
    }
    return table;
}

}  // namespace

void write_rates_table(const RatesAnswer& answer, const TableStyle& style, const TextSink& sink) {
    RatesTable(answer, style, sink).write();
}

void write_rates_markdown(const RatesAnswer& answer, Language language, const TextSink& sink) {
    sink(fmt::format("# {}\n\n", escape_markdown(rates_title(answer, language))));
    for (const auto& remark : rates_remarks(answer, language)) {
        sink(fmt::format("> {}\n\n", escape_markdown(remark)));
    }
    std::string header =
        fmt::format("| {} | {} | {} |", say(Word::column_rank, language),
                    rates_by_heading(answer.by, language), say(Word::column_expected, language));
    std::string rule = "|---:|---|---:|";
    for (int i = 0; i < kRowStates; ++i) {
        header += fmt::format(" {} |", state_label(state_at(i).state, language));
        rule += "---:|";
    }
    sink(fmt::format("{} {} | {} | {} | {} |\n{}---:|---:|---:|---:|\n", header,
                     say(Word::reporting_rate, language), say(Word::on_time_rate, language),
                     say(Word::column_mean_days_late, language), say(Word::column_points, language),
                     rule));
    const bool rates = answer.of.has_rates();
    for (const auto& line : answer.lines) {
        std::string row = fmt::format("| {} | {} | {} |", rank_text(line),
                                      escape_markdown(line.name), line.summary.expected);
        for (int i = 0; i < kRowStates; ++i) {
            row += fmt::format(" {} |", line.summary.of(state_at(i).state));
        }
        sink(fmt::format("{} {} | {} | {} | {} |\n", row,
                         rates ? percent(line.summary.reporting_rate(), language) : "",
                         rates ? percent(line.summary.on_time_rate(), language) : "",
                         mean_days_late_text(line, language), points_text(line, language)));
    }
}

void write_rates_xlsx(const RatesAnswer& answer, Language language, const AtomicFile& file) {
    const auto table = book_table(answer, language);
    write_table_book(file, {&table, 1}, answer.of.as_of(), language);
}

}  // namespace plantool
