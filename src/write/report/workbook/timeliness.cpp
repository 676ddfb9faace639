#include <fmt/format.h>

#include <algorithm>

#include "text/words.hpp"
#include "write/kit/book/book_text.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"
#include "write/status/wording.hpp"

namespace plantool::xlsx {
namespace {

using Layout = TimelinessLayout;

constexpr Col kRates = 4;              // accountable, on time, two rates
constexpr Col kReceipt = 3;            // received, document, note
constexpr double kDays = 8;            // as a column's width
constexpr double kUpwardTitle = 36;    // as a column's width
constexpr double kUpwardHeight = 200;  // points, of as much

Style centred() {
    return with(cell_style(), [](Style& s) { s.align = Align::center; });
}

Style number_centred() {
    return with(number_style(), [](Style& s) { s.align = Align::center; });
}

Style rate_style() {
    return with(number_style(), [](Style& s) {
        s.align = Align::center;
        s.number = percent_format();
    });
}

/// In columns whose titles are written upwards.
Style small_rate_style() {
    return with(rate_style(), [](Style& s) { s.size = 9; });
}

constexpr std::string_view kWidestRate = "99,9%";

/// The sheet of who sent what in time.
class TimelinessSheet {
  public:
    explicit TimelinessSheet(const Context& context)
        : c_(context),
          report_(context.report),
          table_(context.report.timeliness),
          at_(timeliness_layout(context.report)),
          sheet_(open_sheet(context, SheetId::timeliness)) {}

    void write() {
        sheet_.landscape();
        set_widths();
        add_links(c_, sheet_, SheetId::timeliness, 1);
        add_sheet_top(c_, sheet_, say(Word::timeliness_title, c_.language), at_.last_col, legend());
        header();
        for (std::size_t i = 0; i < table_.rows.size(); ++i) agency(i);
        if (table_.rows.empty()) {
            sheet_.merged(Layout::kFirst, 0, at_.last_col, say(Word::none_expected, c_.language),
                          cell_style());
        } else {
            rates();
            key();
        }
        tints();
        sheet_.freeze(Layout::kFirst, Layout::kFirstSlot);
        sheet_.repeat(Layout::kHeader, Layout::kHeader);
        if (!table_.rows.empty()) sheet_.filter(Layout::kHeader, at_.last, at_.last_col);
        sheet_.print(Top::kTitle, table_.rows.empty() ? Layout::kFirst : at_.key + 1, at_.last_col);
    }

  private:
    std::string symbol(State state) const { return std::string(state_symbol(state, c_.language)); }

    /// More periods than a page has room for stand with their titles written upwards.
    bool upward() const {
        constexpr std::size_t kMostAcross = 7;
        return table_.columns.size() > kMostAcross;
    }

    void set_widths() {
        std::vector<double> widths{5, 40};
        for (const auto& column : table_.columns) {
            constexpr double kAcross = 13.5;
            constexpr double kOfLine = 2.5;  // of a title that is written upwards
            const auto lines = lines_in(slot_title(column), kUpwardTitle, slot_style());
            const double narrow = kOfLine * static_cast<double>(lines) + 1;
            constexpr double kLeast = 7;
            const double of_rate = width_for(kWidestRate, small_rate_style());
            widths.push_back(upward() ? std::max({narrow, of_rate, kLeast}) : kAcross);
            if (column.of_report) widths.push_back(kDays);
        }
        for (const double width : {9.0, 9.0, 10.0, 10.0, 13.0, 20.0, 22.0}) widths.push_back(width);
        sheet_.widths(widths);
        if (upward()) sheet_.height(Layout::kHeader, kUpwardHeight);
    }

    Style slot_style() const {
        return with(header_style(), [&](Style& s) {
            s.size = 11;
            s.upward = upward();
        });
    }

    std::string legend() const {
        std::string text = say(Word::legend_before, c_.language);
        for (const auto& state : all_states().first<kRowStates>()) {
            if (state.state != State::on_time) text += "; ";
            text += symbol(state.state) + " " + std::string(state_label(state.state, c_.language));
        }
        return text + ".";
    }

    std::string slot_title(const Timeliness::Column& column) const {
        const auto& slot = report_.schedule().slots[column.slot];
        const auto& o = report_.plan().obligations[slot.obligation];
        const bool task = o.kind == ObligationKind::task;
        return fmt::format("{}\n{}{}{} {}", task ? o.id.value : o.title.value,
                           slot_period(report_, column.slot, c_.language), upward() ? ", " : "\n",
                           say(Word::due, c_.language), short_date(slot.due.due, c_.language));
    }

    void header() {
        const auto style = with(header_style(), [](Style& s) { s.size = 11; });
        const auto slot = slot_style();
        const auto own = with(slot, [](Style& s) { s.fill = 0xAFC1D6; });
        sheet_.text(Layout::kHeader, 0, say(Word::ordinal, c_.language), style);
        sheet_.text(Layout::kHeader, 1, say(Word::agency_or_unit, c_.language), style);
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const auto& column = table_.columns[i];
            sheet_.text(Layout::kHeader, at_.slots[i], slot_title(column),
                        column.of_report ? own : slot);
            if (!column.of_report) continue;
            sheet_.text(Layout::kHeader, at_.slots[i] + 1, say(Word::column_days_late, c_.language),
                        own);
        }
        Col col = at_.first_rate;
        for (const auto& title :
             {say(Word::due_by_now, c_.language), say(Word::on_time, c_.language),
              say(Word::reporting_rate, c_.language), say(Word::on_time_rate, c_.language),
              say(Word::day_received, c_.language), say(Word::document_number, c_.language),
              say(Word::note, c_.language)}) {
            sheet_.text(Layout::kHeader, col++, title, style);
        }
    }

    /// How many cells of the range begin with one of the states' symbols.
    std::string count_of(const std::string& range, std::initializer_list<State> states) const {
        std::string sum;
        for (const auto state : states) {
            sum +=
                fmt::format("{}COUNTIF({},\"{}*\")", sum.empty() ? "" : "+", range, symbol(state));
        }
        return sum;
    }

    std::string accountable_in(const std::string& range) const {
        return count_of(range, {State::on_time, State::late, State::overdue, State::missing});
    }

    void rate(Row row, Col col, const std::string& part, const std::string& whole,
              std::optional<int> value, const Style& style) {
        const auto formula = fmt::format("=IF(({1})=0,\"–\",ROUND(({0})/({1}),4))", part, whole);
        if (value) {
            sheet_.formula(row, col, formula, *value / 10000.0, style);
        } else {
            sheet_.formula(row, col, formula, "–", style);
        }
    }

    void agency(std::size_t i) {
        const auto& line = table_.rows[i];
        const auto row = static_cast<Row>(Layout::kFirst + i);
        sheet_.number(row, 0, static_cast<double>(i + 1), centred());
        sheet_.text(row, 1, agency_name(report_, line.agency), cell_style());
        for (std::size_t k = 0; k < line.cells.size(); ++k) {
            const auto& cell = line.cells[k];
            sheet_.text(row, at_.slots[k], cell ? symbol(cell->state) : "", centred());
            if (!table_.columns[k].of_report) continue;
            const int late = cell ? cell->days_late.value_or(0) : 0;
            if (late > 0) {
                sheet_.number(row, at_.slots[k] + 1, late, number_centred());
            } else {
                sheet_.blank(row, at_.slots[k] + 1, number_centred());
            }
        }
        Col col = at_.first_rate;
        const auto range = range_name(row, Layout::kFirstSlot, row, at_.first_rate - 1);
        const auto whole = cell_name(row, col);
        const auto on_time = cell_name(row, col + 1);
        const auto& summary = line.summary;
        sheet_.formula(row, col++, "=" + accountable_in(range), summary.accountable(),
                       number_centred());
        sheet_.formula(row, col++, "=" + count_of(range, {State::on_time}),
                       summary.of(State::on_time), number_centred());
        rate(row, col++, count_of(range, {State::on_time, State::late}), whole,
             summary.reporting_rate(), rate_style());
        rate(row, col++, on_time, whole, summary.on_time_rate(), rate_style());
        receipt(row, col, line);
    }

    /// When and with what document this report came; a line each where there are several.
    void receipt(Row row, Col col, const Timeliness::Row& line) {
        std::vector<const Filing*> filings;
        std::string notes;
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            if (!table_.columns[i].of_report || !line.cells[i]) continue;
            const auto& status = *line.cells[i];
            const auto& first = report_.assessment->receipt(status.row).first;
            if (first) filings.push_back(&*first);
            const auto note = row_note(*report_.assessment, status, c_.language);
            if (!note.empty()) notes += (notes.empty() ? "" : "\n") + note;
        }
        std::string days;
        std::string documents;
        for (const auto* filing : filings) {
            days += (days.empty() ? "" : "\n") + short_date(filing->received.day, c_.language);
            documents += (documents.empty() ? "" : "\n") + filing->document;
        }
        if (filings.size() == 1) {
            sheet_.date(row, col, filings.front()->received.day, cell_style());
        } else {
            sheet_.text(row, col, days, centred());
        }
        sheet_.text(row, col + 1, documents, cell_style());
        sheet_.text(row, col + 2, notes, cell_style());
    }

    void rates() {
        const auto style = with(header_style(), [](Style& s) { s.align = Align::left; });
        for (Row i = 0; i < 2; ++i) {
            sheet_.blank(at_.rates + i, 0, style);
            sheet_.text(at_.rates + i, 1,
                        i == 0 ? say(Word::reporting_rate, c_.language)
                               : say(Word::on_time_rate, c_.language),
                        style);
        }
        const auto number = upward() ? small_rate_style() : rate_style();
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const auto& column = table_.columns[i];
            const auto col = at_.slots[i];
            const auto range = range_name(Layout::kFirst, col, at_.last, col);
            rate(at_.rates, col, count_of(range, {State::on_time, State::late}),
                 accountable_in(range), column.summary.reporting_rate(), number);
            rate(at_.rates + 1, col, count_of(range, {State::on_time}), accountable_in(range),
                 column.summary.on_time_rate(), number);
        }
    }

    void tints() {
        for (const auto& state : all_states().first<kRowStates>()) {
            const auto style = state_style(state.state);
            if (style.fill == LXW_COLOR_UNSET) continue;
            sheet_.tint(Layout::kFirst, Layout::kFirstSlot, at_.last, at_.first_rate - 1,
                        symbol(state.state), style);
        }
    }

    /// The colours with their names, and this report's numbers, in two rows below the table.
    void key() {
        static const auto label = with(header_style(), [](Style& s) { s.align = Align::left; });
        sheet_.merged(at_.key, 0, 1, say(Word::legend, c_.language), label);
        sheet_.merged(at_.key + 1, 0, 1, say(Word::this_report_count, c_.language), label);
        const auto states = all_states().first<kRowStates>();
        const auto last_col = sheet_.first_page(at_.last_col);
        const auto columns = static_cast<std::size_t>(last_col - Layout::kFirstSlot) + 1;
        for (std::size_t i = 0; i < states.size(); ++i) {
            // Each takes an equal part of the columns.
            const auto begin = [&](std::size_t part) {
                return static_cast<Col>(Layout::kFirstSlot + part * columns / states.size());
            };
            const auto state = states[i].state;
            const auto first = begin(i);
            const auto last = static_cast<Col>(begin(i + 1) - 1);
            across(at_.key, first, last,
                   symbol(state) + " " + std::string(state_label(state, c_.language)),
                   state_style(state));
            if (last > first) across(at_.key + 1, first, last, "", centred());
            sheet_.formula(at_.key + 1, first,
                           "=" + count_of_report(report_, symbol(state), c_.language),
                           report_.status.summary.of(state), centred());
        }
        sheet_.keep_together(at_.last, at_.key + 1);
    }

    void across(Row row, Col first, Col last, const std::string& text, const Style& style) {
        if (first == last) {
            sheet_.text(row, first, text, style);
        } else {
            sheet_.merged(row, first, last, text, style);
        }
    }

    const Context& c_;
    const Report& report_;
    const Timeliness& table_;
    Layout at_;
    Sheet sheet_;
};

}  // namespace

TimelinessLayout timeliness_layout(const Report& report) {
    Layout at;
    const auto agencies = std::max<std::size_t>(report.timeliness.rows.size(), 1);
    Col next = Layout::kFirstSlot;
    for (const auto& column : report.timeliness.columns) {
        at.slots.push_back(next);
        next = static_cast<Col>(next + (column.of_report ? 2 : 1));
    }
    at.first_rate = next;
    at.last_col = at.first_rate + kRates + kReceipt - 1;
    at.last = Layout::kFirst + static_cast<Row>(agencies) - 1;
    at.rates = at.last + 1;
    at.key = at.rates + 2 + 1;
    return at;
}

std::string count_of_report(const Report& report, std::string_view symbol, Language language) {
    const auto at = timeliness_layout(report);
    std::string sum;
    for (std::size_t i = 0; i < report.timeliness.columns.size(); ++i) {
        if (!report.timeliness.columns[i].of_report) continue;
        const auto col = at.slots[i];
        sum += fmt::format("{}COUNTIF('{}'!{},\"{}*\")", sum.empty() ? "" : "+",
                           sheet_name(SheetId::timeliness, language),
                           range_name(Layout::kFirst, col, at.last, col), symbol);
    }
    return sum;
}

void add_timeliness_sheet(const Context& context) {
    TimelinessSheet(context).write();
}

}  // namespace plantool::xlsx
