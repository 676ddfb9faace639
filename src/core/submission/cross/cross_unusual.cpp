// Figures far from what is usual.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "core/submission/cross/cross_check.hpp"

namespace plantool {
namespace {

// The usual range of figures. Counts of agencies large and small spread by factors, not by sums, so
// they are compared as logarithms; the modified z-score (Iglewicz and Hoaglin 1993) stands up to
// the very figures that it looks for. Agencies honestly differ by a few times: what is to be seen
// is a digit too many or another unit, so nothing within eight times of the median is far
// (exp(3.5 * 0.6) is 8.2), and small counts have the room that chance gives them.
constexpr std::size_t kFewest = 6;
constexpr double kFar = 3.5;
constexpr double kDeviations = 1.4826;  ///< of a normal distribution, in one median deviation
constexpr double kLeastDeviation = 0.6;

double logarithm(double value) {
    return std::copysign(std::log1p(std::abs(value)), value);
}

double exponential(double value) {
    return std::copysign(std::expm1(std::abs(value)), value);
}

double median(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

struct Usual {
    double least = 0;
    double middle = 0;
    double most = 0;

    bool holds(double value) const { return least <= value && value <= most; }
};

std::optional<Usual> usual_range(std::vector<double> figures) {
    if (figures.size() < kFewest) return std::nullopt;
    for (auto& value : figures) value = logarithm(value);
    const double middle = median(figures);
    for (auto& value : figures) value = std::abs(value - middle);
    const double chance = 1 / (1 + std::abs(exponential(middle)));
    const double deviation = std::max(kDeviations * median(figures),
                                      std::sqrt(kLeastDeviation * kLeastDeviation + chance));
    return Usual{exponential(middle - kFar * deviation), exponential(middle),
                 exponential(middle + kFar * deviation)};
}

std::string show_figure(double value, FigureType type) {
    if (type == FigureType::integer) return fmt::format("{:.0f}", value);
    return fmt::format("{:.4g}", value);
}

}  // namespace

void CrossChecker::find_unusual(Diagnostics& found) const {
    const auto all = entries();
    using FigureKind = std::tuple<ObligationIx, ObligationIx, IndicatorIx, std::uint32_t>;
    const auto ranges = [&](auto&& of) {
        std::map<FigureKind, std::vector<double>> figures;
        for (const auto& entry : all) figures[of(entry)].push_back(entry.figure->value);
        std::map<FigureKind, Usual> out;
        for (auto& [group, values] : figures) {
            if (const auto usual = usual_range(std::move(values))) out.emplace(group, *usual);
        }
        return out;
    };
    const auto by = [&](const Entry& entry, std::uint32_t last) {
        return FigureKind(slot_of(entry.row).obligation, entry.figure->task,
                          entry.figure->indicator, last);
    };
    const auto own = [&](const Entry& e) { return by(e, schedule_.rows[e.row].agency); };
    const auto of_period = [&](const Entry& e) { return by(e, schedule_.rows[e.row].slot); };
    const auto histories = ranges(own);
    const auto periods = ranges(of_period);
    for (const auto& entry : all) {
        const auto history = histories.find(own(entry));
        const auto period = periods.find(of_period(entry));
        const bool by_history = history != histories.end();
        if (!by_history && period == periods.end()) continue;
        const auto& usual = by_history ? history->second : period->second;
        if (usual.holds(entry.figure->value)) continue;
        const auto& indicator = plan_.indicators[entry.figure->indicator];
        const auto show = [&](double value) { return show_figure(value, indicator.type); };
        auto diagnostic = finding_at(entry.row, *entry.figure, Code::s_unusual_figure);
        diagnostic.message = {
            by_history ? WordWith<6>(Word::unusual_for_agency) : Word::unusual_for_period,
            indicator.id.value,
            show(entry.figure->value),
            by_history
                ? Message::verbatim(plan_.agencies[schedule_.rows[entry.row].agency].id.value)
                : words_of(entry.row),
            show(indicator.min ? std::max(usual.least, *indicator.min) : usual.least),
            show(usual.most),
            show(usual.middle)};
        diagnostic.help = {Word::look_for_digit};
        found.add(std::move(diagnostic));
    }
}

}  // namespace plantool
