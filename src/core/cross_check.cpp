#include "core/cross_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "text/utf8.hpp"

namespace plantool {
namespace {

// A set phrase such as `Không phát sinh` may well be sent twice.
constexpr std::size_t kShortestText = 40;

/// Fingerprint of a text, however its white space runs; nothing for one too short to tell.
std::optional<std::uint64_t> print_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0) continue;
        ++letters;
        hash = (hash ^ c) * 0x100000001B3ULL;
    }
    if (letters < kShortestText) return std::nullopt;
    return hash;
}

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

CrossChecker::Mark CrossChecker::mark_of(const Span& span) {
    Mark mark;
    if (span.source == nullptr) return mark;
    const auto& source = *span.source;
    // Files are read one after the other.
    if (files_.empty() || files_.back() != source.name()) files_.push_back(source.name());
    mark.file = static_cast<std::uint32_t>(files_.size() - 1);
    mark.line = source.line_of(span.begin);
    mark.column = source.column_of(span.begin);
    mark.end_line = source.line_of(span.end);
    mark.end_column = source.column_of(span.end);
    return mark;
}

Place CrossChecker::place_of(const Mark& mark) const {
    Place place;
    place.file = mark.file < files_.size() ? files_[mark.file] : "";
    place.line = mark.line;
    place.column = mark.column;
    place.end_line = mark.end_line;
    place.end_column = mark.end_column;
    return place;
}

Diagnostic CrossChecker::finding_at(const Mark& mark, Code code) const {
    Diagnostic diagnostic;
    static_cast<Place&>(diagnostic) = place_of(mark);
    diagnostic.code = code;
    diagnostic.severity = info(code).severity;
    diagnostic.path = "/results";
    return diagnostic;
}

void CrossChecker::add(const Submission& submission) {
    if (!submission.valid || !submission.row || !submission.received) return;
    auto& filed = filed_[*submission.row];
    const bool first = filed.figures.empty() && filed.texts.empty();
    if (!first && *submission.received < filed.received) return;
    filed = {*submission.received, {}, {}};
    for (const auto& result : submission.results) {
        for (const auto& figure : result.figures) {
            filed.figures.push_back(
                {result.task, figure.indicator, figure.value, mark_of(figure.span)});
        }
        if (const auto print = print_of(result.summary)) {
            filed.texts.push_back({result.task, *print, mark_of(result.span)});
        }
    }
}

std::vector<CrossChecker::Entry> CrossChecker::entries() const {
    std::vector<Entry> out;
    for (const auto& [row, filed] : filed_) {
        for (const auto& figure : filed.figures) out.push_back({&figure, row});
    }
    return out;
}

void CrossChecker::find_below_part(Diagnostics& found) const {
    auto all = entries();
    std::erase_if(all, [&](const Entry& entry) {
        const auto& slot = slot_of(entry.row);
        return plan_.indicators[entry.figure->indicator].total != Total::sum ||
               entry.figure->value < 0 || slot.event != nullptr ||
               plan_.obligations[slot.obligation].cadence.value == Cadence::once;
    });
    const auto whose = [&](const Entry& entry) {
        return std::tuple(schedule_.rows[entry.row].agency, entry.figure->task,
                          entry.figure->indicator);
    };
    // Within an agency's figures of one kind, a window comes before those that it holds.
    const auto key = [&](const Entry& entry) {
        const auto& window = slot_of(entry.row).window;
        return std::tuple(whose(entry), window.from, -window.to.time_since_epoch(), entry.row);
    };
    std::sort(all.begin(), all.end(),
              [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    for (auto whole = all.begin(); whole != all.end(); ++whole) {
        const auto& window = slot_of(whole->row).window;
        const Entry* worst = nullptr;
        for (auto part = std::next(whole); part != all.end() && whose(*part) == whose(*whole);
             ++part) {
            const auto& inner = slot_of(part->row).window;
            if (inner.from > window.to) break;
            if (inner.to > window.to || (inner.from == window.from && inner.to == window.to)) {
                continue;
            }
            const double most = worst == nullptr ? whole->figure->value : worst->figure->value;
            if (part->figure->value > most) worst = &*part;
        }
        if (worst == nullptr) continue;
        const auto& indicator = plan_.indicators[whole->figure->indicator];
        const auto& agency = plan_.agencies[schedule_.rows[whole->row].agency];
        const auto& period = slot_of(worst->row).period.id;
        auto diagnostic = finding_at(whole->figure->mark, Code::s_figure_below_part);
        diagnostic.message =
            fmt::format("`{}` of `{}` is {} for {}, but was {} for {} alone", indicator.id.value,
                        agency.id.value, show_figure(whole->figure->value, indicator.type),
                        slot_of(whole->row).period.id,
                        show_figure(worst->figure->value, indicator.type), period);
        diagnostic.help = fmt::format("one of the two is wrong, or this one leaves {} out", period);
        diagnostic.notes.push_back(
            {fmt::format("the figure of {}", period), place_of(worst->figure->mark)});
        found.add(std::move(diagnostic));
    }
}

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
        auto diagnostic = finding_at(entry.figure->mark, Code::s_unusual_figure);
        diagnostic.message = fmt::format(
            "`{}` is {}, {}: {} to {}, median {}", indicator.id.value, show(entry.figure->value),
            by_history ? fmt::format("far from what `{}` usually sends",
                                     plan_.agencies[schedule_.rows[entry.row].agency].id.value)
                       : fmt::format("far from the usual of {}", slot_of(entry.row).period.id),
            show(indicator.min ? std::max(usual.least, *indicator.min) : usual.least),
            show(usual.most), show(usual.middle));
        diagnostic.help = "look for a digit too many or another unit; it may be right all the same";
        found.add(std::move(diagnostic));
    }
}

void CrossChecker::find_repeated_texts(Diagnostics& found) const {
    using TextKind = std::tuple<ObligationIx, AgencyIx, ObligationIx, std::uint64_t>;
    std::map<TextKind, std::pair<RowIx, const FiledText*>> first;
    for (const auto& [row, filed] : filed_) {  // rows of an obligation run by period
        const auto& expected = schedule_.rows[row];
        const auto obligation = schedule_.slots[expected.slot].obligation;
        for (const auto& text : filed.texts) {
            const auto [known, is_new] = first.try_emplace(
                TextKind(obligation, expected.agency, text.task, text.print), row, &text);
            const auto& [first_row, first_text] = known->second;
            if (is_new || first_row == row) continue;
            const auto& period = slot_of(first_row).period.id;
            auto diagnostic = finding_at(text.mark, Code::s_repeated_text);
            diagnostic.message =
                fmt::format("the result of task {} for {} is word for word that of {}",
                            plan_.obligations[text.task].id.value, slot_of(row).period.id, period);
            diagnostic.help = "check that it was brought up to date";
            diagnostic.notes.push_back(
                {fmt::format("the text of {}", period), place_of(first_text->mark)});
            found.add(std::move(diagnostic));
        }
    }
}

Diagnostics CrossChecker::findings() const {
    Diagnostics found;
    find_below_part(found);
    find_unusual(found);
    find_repeated_texts(found);
    return found;
}

}  // namespace plantool
