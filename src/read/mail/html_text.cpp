#include "read/mail/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string small(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What stands between & and ; as its letter; empty where it is none that is known.
std::string entity(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kNamed = {{
        {"amp", "&"},
        {"lt", "<"},
        {"gt", ">"},
        {"quot", "\""},
        {"apos", "'"},
        {"nbsp", " "},
        {"ndash", "–"},
        {"mdash", "—"},
        {"hellip", "…"},
        {"ldquo", "“"},
        {"rdquo", "”"},
        {"bull", "•"},
    }};
    for (const auto& [known, letter] : kNamed) {
        if (name == known) return std::string(letter);
    }
    std::string out;
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool hex = name.starts_with('x') || name.starts_with('X');
        if (hex) name.remove_prefix(1);
        unsigned code = 0;
        const auto* const end = name.data() + name.size();
        const auto read = std::from_chars(name.data(), end, code, hex ? 16 : 10);
        const bool letter = read.ec == std::errc() && read.ptr == end && code > 0 &&
                            code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        if (letter) append_code_point(out, code);
        return out;
    }
    // `&agrave;`: a letter and its mark
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kMarks = {
        {{"grave", "\u0300"}, {"acute", "\u0301"}, {"circ", "\u0302"}, {"tilde", "\u0303"}}};
    for (const auto& [mark, accent] : kMarks) {
        if (name.size() == mark.size() + 1 && name.substr(1) == mark) {
            return std::string(name.substr(0, 1)) + std::string(accent);
        }
    }
    return {};
}

}  // namespace

std::string text_of_html(std::string_view html) {
    constexpr std::array<std::string_view, 17> kLines = {
        "br", "p",  "div",   "tr", "li", "h1", "h2",         "h3", "h4",
        "h5", "h6", "table", "ul", "ol", "hr", "blockquote", "pre"};
    constexpr std::array<std::string_view, 4> kUnseen = {"script", "style", "head", "title"};
    constexpr std::size_t kLongestEntity = 12;
    std::string out;
    const auto blank = [&] {
        if (!out.empty() && out.back() != ' ' && out.back() != '\n' && out.back() != '\t')
            out += ' ';
    };
    const auto line = [&] {
        while (out.ends_with(' ')) out.pop_back();
        if (!out.empty() && out.back() != '\n') out += '\n';
    };
    // Found once, not again for each tag that is never closed.
    const auto whole = small(html);
    for (std::size_t at = 0; at < html.size();) {
        const char c = html[at];
        if (html.substr(at).starts_with("<!--")) {
            const auto end = html.find("-->", at);
            if (end == std::string_view::npos) break;
            at = end + 3;
        } else if (c == '<') {
            const auto end = html.find('>', at);
            if (end == std::string_view::npos) break;
            std::string_view tag = std::string_view(whole).substr(at + 1, end - at - 1);
            const bool closing = tag.starts_with('/');
            if (closing) tag.remove_prefix(1);
            const auto name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
            at = end + 1;
            if (!closing && is_one_of(name, kUnseen)) {
                const auto close = whole.find("</" + std::string(name), at);
                if (close == std::string::npos) break;
                at = close;
            } else if (is_one_of(name, kLines)) {
                line();
            } else if (name == "td" || name == "th") {
                if (closing) out += '\t';
            }
        } else if (c == '&') {
            const auto size = html.substr(at, kLongestEntity).find(';');
            const bool closed = size != std::string_view::npos;
            const auto letter = closed ? entity(html.substr(at + 1, size - 1)) : std::string();
            out += letter.empty() ? "&" : letter;
            at += letter.empty() ? 1 : size + 1;
        } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            blank();
            ++at;
        } else {
            out += c;
            ++at;
        }
    }
    return out;
}

}  // namespace plantool
