#include "write/kit/word/word_text.hpp"

#include "text/utf8.hpp"

namespace plantool::word {
namespace {

/// A line of a page holds some eighty letters; a digest, which people copy, has 64 and stays whole.
constexpr int kLongestWord = 72;
constexpr char32_t kZeroWidthSpace = 0x200B;

bool is_forbidden(char32_t c) {
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F);
    return control || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF);
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    int word = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto c = next_code_point(text, at);
        if (c == '\r') {
            if (at < text.size() && text[at] == '\n') continue;
            c = '\n';
        }
        if (is_forbidden(c)) continue;
        word = is_space(c) ? 0 : word + 1;
        if (word > kLongestWord) {
            append_code_point(out, kZeroWidthSpace);
            word = 1;
        }
        append_code_point(out, c);
    }
    return out;
}

}  // namespace plantool::word
