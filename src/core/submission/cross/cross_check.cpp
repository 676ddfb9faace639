#include "core/submission/cross/cross_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
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

std::string show_figure(double value, FigureType type) {
    if (type == FigureType::integer) return fmt::format("{:.0f}", value);
    return fmt::format("{:.4g}", value);
}

}  // namespace

std::optional<std::uint32_t> CrossNotes::add(const CheckedSubmission& submission) {
    if (!submission.valid() || !submission.paper.row) return std::nullopt;
    const auto first_figure = figures_.size();
    const auto first_text = texts_.size();
    const auto first_task = tasks_.size();
    const auto mark = [this](Mark& filed, const Span& span) {
        if (span.source == nullptr) return;
        const auto place = span.source->place_of(span.begin, span.end, hint_);
        filed.line = place.line;
        filed.column = place.column;
        filed.end_column = place.end_column;
    };
    for (const auto& result : submission.results) {
        tasks_.push_back(result.task);
        if (const auto print = print_of(result.raw->summary)) {
            auto& noted = texts_.emplace_back();
            noted.print = *print;
            noted.task = result.task;
            mark(noted, result.raw->task ? result.raw->task->span : result.raw->span);
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
    item.row = *submission.paper.row;
    item.sender = *submission.paper.agency;
    mark(item.at, submission.raw->agency->span);
    item.first_task = first_task;
    item.task_count = tasks_.size() - first_task;
    item.first_figure = first_figure;
    item.first_text = first_text;
    item.figure_count = figures_.size() - first_figure;
    item.text_count = texts_.size() - first_text;
    return static_cast<std::uint32_t>(items_.size() - 1);
}

Place CrossChecker::place_in(std::uint32_t file, const Mark& mark) const {
    Place place;
    place.file = files_[file];
    place.line = place.end_line = mark.line;
    place.column = mark.column;
    place.end_column = mark.end_column;
    return place;
}

Diagnostic CrossChecker::finding_in(std::uint32_t file, const Mark& mark, Code code) const {
    Diagnostic diagnostic;
    static_cast<Place&>(diagnostic) = place_in(file, mark);
    diagnostic.code = code;
    diagnostic.severity = info(code).severity;
    diagnostic.path = "/results";
    return diagnostic;
}

void CrossChecker::add_version(Filed& filed, const CrossNotes& notes, const CrossNotes::Item& item,
                               std::uint32_t file_ix, const FilingOrder& order, bool has_content) {
    const auto* const figures = notes.figures_.data() + item.first_figure;
    auto& version = filed.versions.emplace_back();
    version.order = order;
    version.sender = item.sender;
    version.file = file_ix;
    version.has_content = has_content;
    version.at = item.at;
    const auto* const tasks = notes.tasks_.data() + item.first_task;
    for (const auto task : std::span(tasks, item.task_count)) {
        version.parts.emplace_back(task, std::nullopt);
    }
    for (const auto& figure : std::span(figures, item.figure_count)) {
        version.parts.emplace_back(figure.task, figure.indicator);
    }
    std::sort(version.parts.begin(), version.parts.end());
}

void CrossChecker::add(const CrossNotes& notes, std::uint32_t number, const std::string& file,
                       const FilingOrder& order, bool has_content, bool is_content) {
    const auto& item = notes.items_[number];
    auto& filed = filed_[item.row];
    if (files_.empty() || files_.back() != file) files_.push_back(file);
    if (!filed) filed = std::make_unique<Filed>();
    const auto file_ix = static_cast<std::uint32_t>(files_.size() - 1);
    const auto* const figures = notes.figures_.data() + item.first_figure;
    filed->has_many = filed->has_many || filed->versions.size() == kMostVersions;
    if (filed->has_many) {
        filed->versions = {};
    } else {
        add_version(*filed, notes, item, file_ix, order, has_content);
    }
    if (!is_content) return;
    filed->file = file_ix;
    filed->at = item.at;
    filed->has_content = true;
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
        const auto period = words_of(worst->row);
        auto diagnostic = finding_at(whole->row, *whole->figure, Code::s_figure_below_part);
        diagnostic.message = {Word::figure_below_part,
                              indicator.id.value,
                              agency.id.value,
                              show_figure(whole->figure->value, indicator.type),
                              words_of(whole->row),
                              show_figure(worst->figure->value, indicator.type),
                              period};
        diagnostic.help = {Word::one_figure_is_wrong, period};
        diagnostic.notes.push_back(
            {{Word::figure_of_period, period}, place_of(worst->row, *worst->figure)});
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
            const auto period = words_of(first_row);
            auto diagnostic = finding_at(row, text, Code::s_repeated_text);
            const auto repeats = words_of(row);
            diagnostic.message =
                text.task == kNoTask
                    ? Message(Word::whole_text_repeated, repeats, period)
                    : Message(Word::task_text_repeated, plan_.obligations[text.task].id.value,
                              repeats, period);
            diagnostic.help = {Word::check_text_is_new};
            diagnostic.notes.push_back(
                {{Word::text_of_period, period}, place_of(first_row, *first_text)});
            found.add(std::move(diagnostic));
        }
    }
}

Diagnostics CrossChecker::findings() const {
    Diagnostics found;
    found.grade_by(plan_.severities);
    find_below_part(found);
    find_unusual(found);
    find_repeated_texts(found);
    find_several_senders(found);
    find_lacking(found);
    find_same_figures(found);
    return found;
}

}  // namespace plantool
