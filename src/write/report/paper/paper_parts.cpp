#include "write/report/paper/paper_parts.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "text/words.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {

std::string Context::see(Annex annex) const {
    const auto& name = name_of(annex);
    return name.empty() ? std::string() : say(Word::paper_see, language, name);
}

bool Context::counts_units() const {
    std::set<AgencyIx> agencies;
    for (const auto& row : report.status.rows) agencies.insert(agency_of(report, row.row));
    return agencies.size() == report.status.rows.size();
}

namespace {

/// Official Vietnamese writes a zero before numbers below ten.
std::string padded(const std::string& text, std::int64_t count, Language language) {
    return language == Language::vi && count > 0 && count < 10 ? "0" + text : text;
}

std::string percent(double value, Language language) {
    const double shown = std::abs(value) < 10 ? std::round(value * 10) / 10 : std::round(value);
    return format_number(shown, decimals_of(shown), language) + "%";
}

}  // namespace

std::string Context::count(int units) const {
    return padded(counts_units() ? say_count(Word::paper_units, language, units)
                                 : say_count(Word::paper_reports, language, units),
                  units, language);
}

std::string Context::days(int days) const {
    return padded(say_count(Word::paper_days, language, days), days, language);
}

PaperBlock paragraph(std::string text) {
    return {.text = std::move(text)};
}

PaperBlock intro(std::string text) {
    return {.kind = PaperBlock::Kind::intro, .text = std::move(text)};
}

PaperBlock heading(std::string text) {
    return {.kind = PaperBlock::Kind::heading, .text = std::move(text)};
}

PaperBlock dash(std::string lead, std::string text) {
    return {.kind = PaperBlock::Kind::dash, .lead = std::move(lead), .text = std::move(text)};
}

PaperBlock quotation(std::string lead, std::string text) {
    auto block = dash(std::move(lead), std::move(text));
    block.quoted = true;
    return block;
}

PaperBlock remark(std::string text) {
    return {.kind = PaperBlock::Kind::remark, .text = std::move(text)};
}

PaperBlock table(PaperTable table) {
    return {.kind = PaperBlock::Kind::table, .table = std::move(table)};
}

std::string period_in_sentence(const Context& context, SlotIx slot) {
    return with_small_start(slot_period(context.report, slot, context.language));
}

std::string capped(const Context& context, const std::vector<std::string>& items,
                   std::size_t most) {
    const auto shown = std::min(items.size(), most);
    auto text = joined({items.begin(), items.begin() + static_cast<std::ptrdiff_t>(shown)}, "; ");
    if (shown == items.size()) return text;
    const auto more = context.count(static_cast<int>(items.size() - shown));
    return text + say(Word::paper_and_more, context.language, more);
}

std::string capped(const Context& context, const std::vector<std::string>& items, std::size_t most,
                   Annex annex) {
    auto text = capped(context, items, most);
    return items.size() > most ? text + context.see(annex) : text;
}

std::string change_phrase(const Context& context, const IndicatorTable& table, double value,
                          std::optional<double> before) {
    const auto language = context.language;
    if (!before) return {};
    if (value == *before) return say(Word::paper_same, language);
    const auto& indicator = context.report.plan().indicators[table.indicator];
    std::string by;
    if (indicator.unit.value == "%") {
        const int decimals = total_decimals(context.report, table);
        by = say(Word::paper_points, language,
                 format_number(std::abs(value - *before), decimals, language));
    } else {
        if (*before == 0) return {};
        by = percent(std::abs((value - *before) / *before) * 100, language);
    }
    return value > *before ? say(Word::paper_up, language, by)
                           : say(Word::paper_down, language, by);
}

std::string total_phrase(const Context& context, const IndicatorTable& table, double value) {
    const auto language = context.language;
    const auto& indicator = context.report.plan().indicators[table.indicator];
    const bool sum = indicator.total == Total::sum;
    const int decimals =
        sum ? table_decimals(context.report, table) : total_decimals(context.report, table);
    auto number = format_number(value, decimals, language);
    if (value >= 1 && value < 10 && decimals == 0) {
        number = paper_number(static_cast<std::int64_t>(value), language);
    }
    const std::string_view name = indicator.name.value;
    constexpr std::string_view kNumberOf = "Số ";
    const bool counted = language == Language::vi && sum && name.starts_with(kNumberOf);
    std::string phrase;
    if (counted) {
        phrase = number + " " + std::string(name.substr(kNumberOf.size()));
    } else {
        const auto& unit = indicator.unit.value;
        if (!unit.empty()) number += unit == "%" ? unit : " " + unit;
        const auto small = with_small_start(name);
        switch (indicator.total) {
            case Total::sum:
                phrase = say(Word::paper_plain, language, small, number);
                break;
            case Total::max:
                phrase = say(Word::paper_max, language, small, number);
                break;
            case Total::mean:
                phrase = say(Word::paper_mean, language, small, number);
                break;
            case Total::last:
                phrase = say(Word::paper_last, language, small, number);
                break;
        }
    }
    return phrase;
}

}  // namespace plantool::paper
