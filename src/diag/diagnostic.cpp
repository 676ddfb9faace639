#include "diag/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

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
std::string excerpt_with_carets(const Diagnostic& d, const Style& style) {
    const auto number = fmt::format("{}", d.line);
    const std::string gutter(number.size(), ' ');
    const std::string_view dots = d.excerpt_column > 1 ? "…" : "";
    const std::string_view line = d.excerpt;
    const auto before = first_code_points(line, d.column - d.excerpt_column);
    const int length =
        d.end_line == d.line ? std::max(1, d.end_column - d.column) : kLongestExcerpt;
    const auto marked = first_code_points(line.substr(before.size()), length);
    const int indent = display_width(printable(before)) + display_width(dots);
    const int carets = std::max(1, display_width(printable(marked)));
    const auto bar = style("1;34", "|");
    return fmt::format(
        "{0} {1}\n{2} {1} {3}{4}\n{0} {1} {5}{6}\n", gutter, bar, style("1;34", number), dots,
        printable(line), std::string(static_cast<std::size_t>(indent), ' '),
        style(severity_color(d.severity), std::string(static_cast<std::size_t>(carets), '^')));
}

}  // namespace

void set_place(Diagnostic& diagnostic, const Span& span) {
    if (span.source == nullptr) return;
    const auto& source = *span.source;
    diagnostic.file = source.name();
    diagnostic.line = source.line_of(span.begin);
    diagnostic.column = source.column_of(span.begin);
    diagnostic.end_line = source.line_of(span.end);
    diagnostic.end_column = source.column_of(span.end);
    const int before = diagnostic.column > kFarRight ? kBefore : kFarRight;
    diagnostic.excerpt = source.excerpt(span.begin, before, kLongestExcerpt);
    diagnostic.excerpt_column = diagnostic.column > kFarRight ? diagnostic.column - kBefore : 1;
}

void Diagnostics::add(Finding finding) {
    Diagnostic diagnostic;
    diagnostic.code = finding.code;
    diagnostic.severity = info(finding.code).severity;
    diagnostic.message = std::move(finding.message);
    diagnostic.help = std::move(finding.help);
    diagnostic.path = std::move(finding.path);
    set_place(diagnostic, finding.span);
    add(std::move(diagnostic));
}

void Diagnostics::add(Diagnostic diagnostic) {
    found_.push_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics&& other) {
    std::move(other.found_.begin(), other.found_.end(), std::back_inserter(found_));
    other.found_.clear();
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(
        found_.begin(), found_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::vector<Code> Diagnostics::error_codes() const {
    std::vector<Code> codes;
    for (const auto& diagnostic : found_) {
        const bool listed = std::find(codes.begin(), codes.end(), diagnostic.code) != codes.end();
        if (diagnostic.severity == Severity::error && !listed) codes.push_back(diagnostic.code);
    }
    return codes;
}

void Diagnostics::regrade(const Severities& severities) {
    if (severities.empty()) return;
    std::erase_if(found_, [&](Diagnostic& d) {
        const auto given = severities.find(d.code);
        if (given == severities.end()) return false;
        d.severity = given->second.value_or(d.severity);
        return !given->second;
    });
}

void Diagnostics::sort() {
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.file, a.line, a.column, a.code) <
               std::tie(b.file, b.line, b.column, b.code);
    });
}

std::string to_text(const Diagnostic& d, bool color) {
    const Style style{color};
    const auto& code = info(d.code);
    const auto label = fmt::format("{}[{} {}]", severity_name(d.severity), code.id, code.slug);
    auto out = fmt::format("{}: {}\n", style(severity_color(d.severity), label),
                           style("1", printable(d.message)));
    if (!d.file.empty()) {
        out += fmt::format(" {} {}:{}:{}\n", style("1;34", "-->"), printable(d.file), d.line,
                           d.column);
        out += excerpt_with_carets(d, style);
    }
    if (!d.help.empty()) out += fmt::format("{}: {}\n", style("1;32", "help"), printable(d.help));
    return out;
}

}  // namespace plantool
