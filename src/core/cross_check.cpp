#include "core/cross_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "text/hash.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

// A set phrase such as `Không phát sinh` may well be sent twice.
constexpr std::size_t kShortestText = 40;

constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Whether single blanks are all the white space within the text: most are, and one look without a
/// branch tells.
bool is_evenly_spaced(std::string_view text) {
    const auto is_space = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    unsigned odd = text.empty() || is_space(text.front()) || is_space(text.back()) ? 1U : 0U;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(text[i + 1]);
        odd |=
            static_cast<unsigned>(c < ' ') | static_cast<unsigned>((c | next) == ' ' && c == next);
        odd |= static_cast<unsigned>(c == 0xC2 && next == 0xA0);
    }
    return odd == 0;
}

/// The text with single blanks for its white space.
std::string evenly_spaced(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto blank = [&] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    while (!text.empty()) {
        const bool wide = text.starts_with(kNoBreakSpace);
        if (wide || static_cast<unsigned char>(text[0]) <= ' ') {
            blank();
        } else {
            out += text[0];
        }
        text.remove_prefix(wide ? kNoBreakSpace.size() : 1);
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

/// Fingerprint of a text, however its white space runs; nothing for one too short to tell.
std::optional<std::uint64_t> print_of(std::string_view text) {
    if (text.size() < kShortestText) return std::nullopt;
    std::string made;
    if (!is_nfc(text)) text = made = to_nfc(text);
    if (!is_evenly_spaced(text)) text = made = evenly_spaced(text);
    const auto blanks = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    if (count_code_points(text) - blanks < kShortestText) return std::nullopt;
    return hash_text(text);
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

std::optional<std::uint32_t> CrossNotes::add(const CheckedSubmission& submission) {
    if (!submission.valid || !submission.row || !submission.received) return std::nullopt;
    const auto first_figure = figures_.size();
    const auto first_text = texts_.size();
    const auto mark = [](auto& filed, const Span& span) {
        if (span.source == nullptr) return;
        const auto place = span.source->place_of(span.begin, span.end);
        filed.line = place.line;
        filed.column = place.column;
        filed.end_column = place.end_column;
    };
    for (const auto& result : submission.results) {
        if (const auto print = print_of(result.raw->summary)) {
            auto& noted = texts_.emplace_back();
            noted.print = *print;
            noted.task = result.task;
            mark(noted, result.raw->task->span);
        }
        for (const auto& figure : submission.figures_of(result)) {
            auto& noted = figures_.emplace_back();
            noted.value = figure.value;
            noted.task = result.task;
            noted.indicator = figure.indicator;
            mark(noted, figure.span);
        }
    }
    auto& item = items_.emplace_back();
    item.row = *submission.row;
    item.received = *submission.received;
    item.first_figure = first_figure;
    item.first_text = first_text;
    item.figure_count = figures_.size() - first_figure;
    item.text_count = texts_.size() - first_text;
    return static_cast<std::uint32_t>(items_.size() - 1);
}

template <class Mark>
Place CrossChecker::place_of(RowIx row, const Mark& mark) const {
    Place place;
    place.file = files_[filed_[row]->file];
    place.line = place.end_line = mark.line;
    place.column = mark.column;
    place.end_column = mark.end_column;
    return place;
}

template <class Mark>
Diagnostic CrossChecker::finding_at(RowIx row, const Mark& mark, Code code) const {
    Diagnostic diagnostic;
    static_cast<Place&>(diagnostic) = place_of(row, mark);
    diagnostic.code = code;
    diagnostic.severity = info(code).severity;
    diagnostic.path = "/results";
    return diagnostic;
}

void CrossChecker::add(const CrossNotes& notes, std::uint32_t number, const std::string& file) {
    const auto& item = notes.items_[number];
    auto& filed = filed_[item.row];
    if (filed && item.received < filed->received) return;
    if (item.figure_count == 0 && item.text_count == 0) {
        filed.reset();
        return;
    }
    if (files_.empty() || files_.back() != file) files_.push_back(file);
    if (!filed) filed = std::make_unique<Filed>();
    filed->received = item.received;
    filed->file = static_cast<std::uint32_t>(files_.size() - 1);
    const auto* const figures = notes.figures_.data() + item.first_figure;
    filed->figures.assign(figures, figures + item.figure_count);
    const auto* const texts = notes.texts_.data() + item.first_text;
    filed->texts.assign(texts, texts + item.text_count);
}

std::vector<CrossChecker::Entry> CrossChecker::entries() const {
    std::vector<Entry> out;
    for (RowIx row = 0; row < filed_.size(); ++row) {
        if (!filed_[row]) continue;
        for (const auto& figure : filed_[row]->figures) out.push_back({&figure, row});
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
        auto diagnostic = finding_at(whole->row, *whole->figure, Code::s_figure_below_part);
        diagnostic.message =
            fmt::format("`{}` of `{}` is {} for {}, but was {} for {} alone", indicator.id.value,
                        agency.id.value, show_figure(whole->figure->value, indicator.type),
                        slot_of(whole->row).period.id,
                        show_figure(worst->figure->value, indicator.type), period);
        diagnostic.help = fmt::format("one of the two is wrong, or this one leaves {} out", period);
        diagnostic.notes.push_back(
            {fmt::format("the figure of {}", period), place_of(worst->row, *worst->figure)});
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
        auto diagnostic = finding_at(entry.row, *entry.figure, Code::s_unusual_figure);
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
    std::map<TextKind, std::pair<RowIx, const NotedText*>> first;
    for (RowIx row = 0; row < filed_.size(); ++row) {  // rows of an obligation run by period
        if (!filed_[row]) continue;
        const auto& expected = schedule_.rows[row];
        const auto obligation = schedule_.slots[expected.slot].obligation;
        for (const auto& text : filed_[row]->texts) {
            const auto [known, is_new] = first.try_emplace(
                TextKind(obligation, expected.agency, text.task, text.print), row, &text);
            const auto& [first_row, first_text] = known->second;
            if (is_new || first_row == row) continue;
            const auto& period = slot_of(first_row).period.id;
            auto diagnostic = finding_at(row, text, Code::s_repeated_text);
            diagnostic.message =
                fmt::format("the result of task {} for {} is word for word that of {}",
                            plan_.obligations[text.task].id.value, slot_of(row).period.id, period);
            diagnostic.help = "check that it was brought up to date";
            diagnostic.notes.push_back(
                {fmt::format("the text of {}", period), place_of(first_row, *first_text)});
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
