#include "read/syntax/yaml/yaml_stream.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "read/syntax/yaml/yaml_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr auto kNone = std::string_view::npos;
/// In place of a backslash that the library is not to see. No UTF-8 has this byte.
constexpr char kHidden = '\xFD';
constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::size_t kHalf = 6;  ///< bytes of `\uD83D`

/// The number of `\uXXXX` that the text begins with, whatever stands for the backslash; 0: none.
std::uint32_t unit_at(std::string_view text) {
    if (text.size() < kHalf || text[1] != 'u') return 0;
    std::uint32_t unit = 0;
    const auto* const end = text.data() + kHalf;
    return std::from_chars(text.data() + 2, end, unit, 16).ptr == end ? unit : 0;
}

/// The letter of a surrogate pair that the text begins with; 0: none.
char32_t pair_at(std::string_view text) {
    const auto high = unit_at(text);
    if (high < 0xD800 || high > 0xDBFF) return 0;
    const auto second = text.substr(kHalf);
    const auto low = second.starts_with(text[0]) ? unit_at(second) : 0;
    if (low < 0xDC00 || low > 0xDFFF) return 0;
    return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
}

/// What `\_`, `\N`, `\L` and `\P` stand for.
char32_t letter_of(char c) {
    switch (c) {
        case '_':
            return 0x00A0;
        case 'N':
            return 0x0085;
        case 'L':
            return 0x2028;
        case 'P':
            return 0x2029;
        default:
            return 0;
    }
}

}  // namespace

YamlInput::YamlInput(std::string_view text) : text_(text) {
    hide_escapes();
    hide_marks();
}

std::string& YamlInput::own() {
    if (!own_) {
        own_.emplace(text_);
        text_ = *own_;
    }
    return *own_;
}

void YamlInput::hide_escapes() {
    for (auto at = text_.find('\\'); at < text_.size(); at = text_.find('\\', at)) {
        const auto escape = text_.substr(at);
        const bool known = escape.size() > 1 && letter_of(escape[1]) != 0;
        const bool pair = pair_at(escape) != 0;
        if (known || pair) {
            has_escapes_ = true;
            own()[at] = kHidden;
            if (pair) own()[at + kHalf] = kHidden;
        }
        at += pair ? 2 * kHalf : 2;
    }
}

/// Before a document, a mark is as good as blank lines.
void YamlInput::hide_marks() {
    for (auto at = text_.find(kMark); at != kNone; at = text_.find(kMark, at + kMark.size())) {
        if (at > 0 && text_[at - 1] != '\n') continue;
        const auto rest = text_.substr(at + kMark.size());
        const auto line = at == 0 ? 0 : line_start(text_, at - 1);
        const auto before = text_.substr(line, at - line);
        const bool begins = at == 0 || before.starts_with("---") || before.starts_with("...") ||
                            rest.starts_with("---") || rest.starts_with('%') ||
                            rest.starts_with('#');
        if (begins) own().replace(at, kMark.size(), kMark.size(), '\n');
    }
}

std::string YamlInput::meant(std::string value, bool in_double_quotes) const {
    if (!has_escapes_ || value.find(kHidden) == std::string::npos) return value;
    if (!in_double_quotes) {
        std::replace(value.begin(), value.end(), kHidden, '\\');
        return value;
    }
    std::string out;
    const std::string_view rest = value;
    for (std::size_t at = 0; at < rest.size();) {
        if (rest[at] != kHidden) {
            out += rest[at++];
            continue;
        }
        const auto pair = pair_at(rest.substr(at));
        append_code_point(out, pair != 0 ? pair : letter_of(rest[at + 1]));
        at += pair != 0 ? 2 * kHalf : 2;
    }
    return out;
}

}  // namespace plantool
