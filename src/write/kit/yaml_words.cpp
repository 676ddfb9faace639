#include "write/kit/yaml_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace plantool {
namespace {

/// What cannot be seen, or what some reader of YAML takes for the end of a line.
bool needs_escape(char32_t c) {
    return c < U' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
           c == 0xFFFE || c == 0xFFFF || is_invisible(c) || (c != U' ' && is_space(c));
}

bool has_escapes(std::string_view text, bool lines) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (needs_escape(c) && !(lines && c == U'\n')) return true;
    }
    return false;
}

bool begins_as_word(std::string_view text) {
    const char c = text.front();
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Words that YAML takes for something else than a text.
bool is_own_word(std::string_view text) {
    constexpr std::array<std::string_view, 6> kOwn = {"null", "true", "false", "yes", "no", "on"};
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::find(kOwn.begin(), kOwn.end(), lower) != kOwn.end();
}

/// `in_brackets`: the brackets and commas of lists and mappings end it.
bool is_plain(std::string_view text, bool in_brackets) {
    return !text.empty() && begins_as_word(text) && !is_own_word(text) && text.back() != ' ' &&
           text.back() != ':' && text.find(": ") == std::string_view::npos &&
           text.find(" #") == std::string_view::npos &&
           !(in_brackets && text.find_first_of(",[]{}:\"'") != std::string_view::npos) &&
           !has_escapes(text, false);
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto from = at;
        const auto c = next_code_point(text, at);
        if (c == U'"' || c == U'\\') {
            out += fmt::format("\\{}", static_cast<char>(c));
        } else if (c == U'\n') {
            out += "\\n";
        } else if (c == U'\t') {
            out += "\\t";
        } else if (!needs_escape(c)) {
            out += text.substr(from, at - from);
        } else if (c <= 0xFF) {
            out += fmt::format("\\x{:02X}", static_cast<std::uint32_t>(c));
        } else {
            const auto number = static_cast<std::uint32_t>(c);
            out +=
                c <= 0xFFFF ? fmt::format("\\u{:04X}", number) : fmt::format("\\U{:08X}", number);
        }
    }
    return out + "\"";
}

/// Whether the lines can stand one below the other: none is of blanks alone, the first does not
/// begin with one, and at most one line break ends them.
bool may_be_lines(std::string_view text) {
    if (text.find('\n') == std::string_view::npos || has_escapes(text, true)) return false;
    if (text.front() == '\n' || text.front() == ' ' || text.ends_with("\n\n")) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        if (!line.empty() && line.find_first_not_of(' ') == std::string_view::npos) return false;
        at = end + 1;
    }
    return true;
}

std::string as_lines(std::string_view text, int indent) {
    std::string out = text.ends_with('\n') ? "|" : "|-";
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        out += '\n';
        if (end > at) out.append(static_cast<std::size_t>(indent), ' ').append(text, at, end - at);
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string yaml_word(std::string_view text) {
    return is_plain(text, true) ? std::string(text) : quoted(text);
}

std::string yaml_text(std::string_view text, int indent) {
    if (is_plain(text, false)) return std::string(text);
    return may_be_lines(text) ? as_lines(text, indent + 2) : quoted(text);
}

std::vector<std::string> yaml_lines(const YamlFields& fields) {
    std::vector<std::string> lines;
    for (const auto& [key, text] : fields) {
        if (text.empty()) continue;
        // On one line each, so that whoever puts them into a file may indent them.
        const auto value = is_plain(text, false) ? text : quoted(text);
        lines.push_back(fmt::format("{}{}: {}", lines.empty() ? "- " : "  ", key, value));
    }
    return lines;
}

std::string yaml_flow(const YamlFields& fields) {
    std::string out;
    for (const auto& [key, text] : fields) {
        if (text.empty()) continue;
        out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", key, yaml_word(text));
    }
    return "{" + out + "}";
}

}  // namespace plantool
