#include "read/submission/csv/csv_header.hpp"

#include <algorithm>

#include "text/string_map.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

constexpr std::string_view kFigurePrefix = "figure:";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool starts_with_any_case(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(),
                      [](char wanted, char c) { return wanted == lower(c); });
}

/// A line without any text.
bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t\r\n,;\"") == std::string_view::npos;
}

/// One past the line that begins at `at`; a quoted name may hold line breaks. Nothing where the
/// text ends within it.
std::optional<std::size_t> line_end(std::string_view text, std::size_t at, bool ended) {
    constexpr std::size_t kLongestName = 1000;  // a quote open for longer was never meant as one
    bool quoted = false;
    std::size_t opened = 0;
    for (auto i = at; i < text.size(); ++i) {
        if (text[i] == '"') {
            quoted = !quoted;
            opened = i;
        } else if (text[i] == '\n') {
            if (!quoted) return i + 1;
            if (i - opened > kLongestName) break;
        }
    }
    if (!quoted || (!ended && text.size() - opened <= kLongestName)) return std::nullopt;
    const auto first = text.find('\n', at);
    if (first == std::string_view::npos) return std::nullopt;
    return first + 1;
}

}  // namespace

std::optional<CsvField> csv_field(std::string_view name) {
    for (std::size_t i = 0; i < kCsvFields; ++i) {
        if (kCsvNames[i].id == name) return static_cast<CsvField>(i);
    }
    static const auto by_folded_name = [] {
        StringMap<CsvField> fields;
        for (std::size_t i = 0; i < kCsvFields; ++i) {
            fields.emplace(fold_name(kCsvNames[i].id), static_cast<CsvField>(i));
            fields.emplace(fold_name(kCsvNames[i].vi), static_cast<CsvField>(i));
        }
        return fields;
    }();
    constexpr std::size_t kLongest = 100;  // bytes: no name comes near it
    if (name.empty() || name.size() > kLongest) return std::nullopt;
    const auto found = by_folded_name.find(fold_name(name));
    if (found == by_folded_name.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string_view> csv_figure(std::string_view name) {
    if (!starts_with_any_case(name, kFigurePrefix)) return std::nullopt;
    return trim(name.substr(kFigurePrefix.size()));
}

bool is_csv_column(std::string_view name) {
    return csv_figure(name) || csv_field(name);
}

std::optional<char> csv_told_delimiter(std::string_view line) {
    if (line.starts_with('"')) line.remove_prefix(1);
    constexpr std::string_view kSep = "sep=";
    if (!starts_with_any_case(line, kSep) || line.size() == kSep.size()) return std::nullopt;
    // Behind it nothing stands but what a spreadsheet adds for its other columns.
    if (!is_blank_line(line.substr(kSep.size() + 1))) return std::nullopt;
    return line[kSep.size()];
}

CsvHead csv_head(std::string_view text, bool ended) {
    CsvHead head;
    while (head.names < text.size()) {
        const auto end = line_end(text, head.names, ended);
        if (!end && !ended) return head;
        const auto line = text.substr(head.names, end.value_or(text.size()) - head.names);
        const auto told = csv_told_delimiter(line);
        if (!told && !is_blank_line(line)) {
            head.end = head.names + line.size();
            return head;
        }
        if (told) head.delimiter = told;
        head.names += line.size();
    }
    head.end = ended ? text.size() : 0;
    return head;
}

CsvParted csv_parted(std::string_view line, char delimiter) {
    constexpr std::size_t kMostAsked = 64;
    CsvParted parted;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] == '"') quoted = !quoted;
        if (at < line.size() && (quoted || line[at] != delimiter)) continue;
        auto name = trim(line.substr(begin, at - begin));
        if (name.size() > 1 && name.starts_with('"') && name.ends_with('"')) {
            name = trim(name.substr(1, name.size() - 2));
        }
        if (parted.fields++ < kMostAsked && is_csv_column(name)) ++parted.names;
        begin = at + 1;
    }
    return parted;
}

char csv_delimiter(std::string_view line) {
    char best = kCsvDelimiters.front();
    auto most = csv_parted(line, best);
    for (const char delimiter : kCsvDelimiters.substr(1)) {
        const auto parted = csv_parted(line, delimiter);
        if (parted <= most) continue;
        best = delimiter;
        most = parted;
    }
    return best;
}

}  // namespace plantool
