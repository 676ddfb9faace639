#include "read/syntax/yaml/yaml_text.hpp"

#include <algorithm>

namespace plantool {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\n";

}  // namespace

std::size_t line_start(std::string_view text, std::size_t at) {
    return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    auto end = std::min(text.find('\n', at), text.size());
    while (end > at && (text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
    return end;
}

std::size_t first_letter(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t", line_start(text, at)), text.size());
}

std::size_t indent_of(std::string_view text, std::size_t at) {
    return first_letter(text, at) - line_start(text, at);
}

bool is_blank(std::string_view text, std::size_t at) {
    return at >= text.size() || std::string_view(" \t\r\n").find(text[at]) != kNone;
}

bool is_mark(std::string_view text, std::size_t at, char mark) {
    return at < text.size() && text[at] == mark && is_blank(text, at + 1);
}

std::size_t end_of_quoted(std::string_view text, std::size_t quote) {
    for (auto at = quote + 1; at < text.size(); ++at) {
        if (text[quote] == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == text[quote]) {
            if (text[at] == '"' || at + 1 >= text.size() || text[at + 1] != '\'') return at + 1;
            ++at;
        }
    }
    return text.size();
}

std::size_t low_line(std::string_view text, std::size_t begin, std::size_t end, int base) {
    const auto range = text.substr(0, end);  // no further: the rest may be one long line
    for (auto at = range.find('\n', begin); at < end; at = range.find('\n', at + 1)) {
        const auto letter = range.find_first_not_of(" \r", at + 1);
        if (letter >= end || range[letter] == '\n') continue;
        if (static_cast<int>(letter - at - 1) <= base) return letter;
    }
    return kNone;
}

std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
    auto at = begin;
    for (const char c : value) {
        if (kBlanks.find(c) != kNone) continue;
        at = std::min(text.find_first_not_of(kBlanks, at), text.size());
        at = std::min(at + 1, text.size());
    }
    return at;
}

std::size_t end_of_block(std::string_view text, std::size_t begin, int base) {
    const auto next = low_line(text, begin, text.size(), base);
    const auto line = next == kNone ? text.size() : text.rfind('\n', next);
    return begin + text.substr(begin, line - begin).find_last_not_of(kBlanks) + 1;
}

bool blank_missing(std::string_view line) {
    const auto colon = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
    return colon != kNone && colon > 0 && line[colon] == ':' && !is_blank(line, colon + 1) &&
           line[colon + 1] != '/';
}

std::optional<std::uint32_t> first_control(std::string_view text) {
    const auto at = std::find_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
    if (at == text.end()) return std::nullopt;
    return static_cast<std::uint32_t>(at - text.begin());
}

}  // namespace plantool
