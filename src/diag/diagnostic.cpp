#include "diag/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/utf8.hpp"

namespace plantool {
namespace {

struct Style {
    bool color;

    std::string operator()(std::string_view codes, std::string_view text) const {
        return color ? fmt::format("\x1b[{}m{}\x1b[0m", codes, text) : std::string(text);
    }
};

std::string_view severity_color(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "1;31";
        case Severity::warning:
            return "1;33";
        case Severity::info:
            return "1;36";
    }
    return "1";
}

/// The first `count` code points of a text.
std::string_view first_code_points(std::string_view text, int count) {
    std::size_t at = 0;
    while (count-- > 0 && at < text.size()) next_code_point(text, at);
    return text.substr(0, at);
}

// A line longer than this is shown in part: a data file may keep a whole report in one line.
constexpr int kLongestExcerpt = 160;
constexpr int kFarRight = 120;  ///< columns from here on are shown with so many before them:
constexpr int kBefore = 40;

/// The excerpt and, below it, carets under the span.
std::string excerpt_with_carets(const Place& place, std::string_view color, const Style& style) {
    const auto number = fmt::format("{}", place.line);
    const std::string gutter(number.size(), ' ');
    const std::string_view dots = place.excerpt_column > 1 ? "…" : "";
    const std::string_view line = place.excerpt;
    const auto before = first_code_points(line, place.column - place.excerpt_column);
    const int length = place.end_line == place.line ? std::max(1, place.end_column - place.column)
                                                    : kLongestExcerpt;
    const auto marked = first_code_points(line.substr(before.size()), length);
    const int indent = display_width(printable(before)) + display_width(dots);
    const int carets = std::max(1, display_width(printable(marked)));
    const auto bar = style("1;34", "|");
    return fmt::format("{0} {1}\n{2} {1} {3}{4}\n{0} {1} {5}{6}\n", gutter, bar,
                       style("1;34", number), dots, printable(line),
                       std::string(static_cast<std::size_t>(indent), ' '),
                       style(color, std::string(static_cast<std::size_t>(carets), '^')));
}

std::string place_to_text(const Place& place, std::string_view color, const Style& style) {
    if (place.file.empty()) return {};
    const auto where = fmt::format(" {} {}:{}:{}\n", style("1;34", "-->"), printable(place.file),
                                   place.line, place.column);
    if (place.excerpt.empty()) return where;
    return where + excerpt_with_carets(place, color, style);
}

}  // namespace

std::string severity_word(Severity severity, Language language) {
    switch (severity) {
        case Severity::error:
            return say(Word::severity_error, language);
        case Severity::warning:
            return say(Word::severity_warning, language);
        case Severity::info:
            return say(Word::severity_info, language);
    }
    return {};
}

Place place_of(const Span& span) {
    Place place;
    if (span.source == nullptr) return place;
    const auto& source = *span.source;
    place.file = source.name();
    place.line = source.line_of(span.begin);
    place.column = source.column_of(span.begin);
    place.end_line = source.line_of(span.end);
    place.end_column = source.column_of(span.end);
    const bool far = place.column > kFarRight;
    // A row may be refused for another reason before its bytes are looked at.
    place.excerpt =
        with_valid_utf8(source.excerpt(span.begin, far ? kBefore : kFarRight, kLongestExcerpt));
    place.excerpt_column = far ? place.column - kBefore : 1;
    return place;
}

void Diagnostics::add(Finding finding) {
    Diagnostic diagnostic;
    diagnostic.code = finding.code;
    diagnostic.severity = info(finding.code).severity;
    diagnostic.message = std::move(finding.message);
    diagnostic.help = std::move(finding.help);
    diagnostic.path = std::move(finding.path);
    static_cast<Place&>(diagnostic) = place_of(finding.span);
    for (auto& [message, span] : finding.notes) {
        diagnostic.notes.push_back({std::move(message), place_of(span)});
    }
    add(std::move(diagnostic));
}

void Diagnostics::add(Diagnostic diagnostic) {
    if (grade(diagnostic)) found_.push_back(std::move(diagnostic));
}

bool Diagnostics::grade(Diagnostic& d) const {
    if (severities_ == nullptr || severities_->empty()) return true;
    const auto given = severities_->find(d.code);
    if (given == severities_->end()) return true;
    d.severity = given->second.value_or(d.severity);
    return given->second.has_value();
}

void Diagnostics::append(Diagnostics&& other) {
    std::move(other.found_.begin(), other.found_.end(), std::back_inserter(found_));
    other.found_.clear();
    for (std::size_t i = 0; i < counted_only_.size(); ++i) {
        counted_only_[i] += std::exchange(other.counted_only_[i], 0);
    }
}

std::size_t Diagnostics::count(Severity severity) const {
    const auto kept = std::count_if(found_.begin(), found_.end(),
                                    [&](const Diagnostic& d) { return d.severity == severity; });
    return static_cast<std::size_t>(kept) + counted_only_[static_cast<std::size_t>(severity)];
}

std::vector<Code> Diagnostics::error_codes() const {
    std::vector<Code> codes;
    for (const auto& diagnostic : found_) {
        const bool listed = std::find(codes.begin(), codes.end(), diagnostic.code) != codes.end();
        if (diagnostic.severity == Severity::error && !listed) codes.push_back(diagnostic.code);
    }
    return codes;
}

void Diagnostics::grade_by(const Severities& severities) {
    severities_ = &severities;
    if (!severities.empty()) std::erase_if(found_, [&](Diagnostic& d) { return !grade(d); });
}

void Diagnostics::sort() {
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.file, a.line, a.column, a.code) <
               std::tie(b.file, b.line, b.column, b.code);
    });
}

std::string to_text(const Diagnostic& d, bool color, Language language) {
    const Style style{color};
    const auto& code = info(d.code);
    const auto label =
        fmt::format("{}[{} {}]", severity_word(d.severity, language), code.id, code.slug);
    const auto said = [&](const Message& message) { return printable(say(message, language)); };
    auto out = fmt::format("{}: {}\n", style(severity_color(d.severity), label),
                           style("1", said(d.message)));
    out += place_to_text(d, severity_color(d.severity), style);
    for (const auto& note : d.notes) {
        out += fmt::format("{}: {}\n", style("1;34", say(Word::finding_note, language)),
                           said(note.message));
        out += place_to_text(note.place, "1;34", style);
    }
    if (!d.help.empty()) {
        out +=
            fmt::format("{}: {}\n", style("1;32", say(Word::finding_help, language)), said(d.help));
    }
    return out;
}

}  // namespace plantool
