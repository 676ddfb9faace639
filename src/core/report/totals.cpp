#include "core/report/totals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "core/report/decimal_sum.hpp"

namespace plantool {
namespace {

/// The value with 15 significant digits, as many as a double holds of any decimal: 0.1 + 0.2 is
/// 0.3 again.
double without_noise(double value) {
    const auto text = fmt::format("{:.15g}", value);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// No total is better than one that is too large for a number.
std::optional<double> number_or_none(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// What one figure becomes of those that share `key_of`; keys ascend.
template <class Key, class KeyOf>
std::map<Key, double> fold(Total rule, const std::vector<FiledFigure>& figures, KeyOf key_of) {
    std::map<Key, std::vector<double>> grouped;
    for (const auto& figure : figures) grouped[key_of(figure)].push_back(figure.value);
    std::map<Key, double> folded;
    for (const auto& [key, values] : grouped) {
        if (const auto total = total_of(rule, values)) folded[key] = *total;
    }
    return folded;
}

}  // namespace

std::optional<double> total_of(Total rule, const std::vector<double>& figures) {
    if (figures.empty()) return std::nullopt;
    switch (rule) {
        case Total::sum:
            return number_or_none(decimal_sum(figures));
        case Total::max:
            return *std::max_element(figures.begin(), figures.end());
        case Total::mean:
            return number_or_none(
                without_noise(decimal_sum(figures) / static_cast<double>(figures.size())));
        case Total::last:
            return figures.back();
    }
    return std::nullopt;
}

IndicatorTable indicator_table(IndicatorIx indicator, Total rule,
                               std::vector<FiledFigure> figures) {
    IndicatorTable table;
    table.indicator = indicator;
    std::stable_sort(figures.begin(), figures.end(), [](const auto& a, const auto& b) {
        return std::tie(a.agency, a.task) < std::tie(b.agency, b.task);
    });
    for (const auto& f : figures) table.cells.push_back({f.agency, f.task, f.value});

    // From here on in the order of time, which `last` goes by; the other rules do not care.
    std::stable_sort(figures.begin(), figures.end(),
                     [](const auto& a, const auto& b) { return a.filed < b.filed; });
    std::vector<double> values;
    const auto by_agency = fold<AgencyIx>(rule, figures, [](const auto& f) { return f.agency; });
    for (const auto& [agency, value] : by_agency) {
        table.by_agency.push_back({agency, value});
        values.push_back(value);
    }
    const auto by_task = fold<ObligationIx>(rule, figures, [](const auto& f) { return f.task; });
    for (const auto& [task, value] : by_task) {
        if (task != kNoTask) table.by_task.push_back({task, value});
    }
    if (figures.empty()) return table;
    if (rule == Total::last) {
        table.last = figures.back().agency;
        values = {by_agency.at(*table.last)};  // which a last one always has
    }
    table.total = total_of(rule, values);
    return table;
}

}  // namespace plantool
