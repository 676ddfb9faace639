#include "core/submission/paper_figure.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// With a plain blank for whatever blank stands there, none at the ends.
std::string with_plain_blanks(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (is_invisible(c)) continue;
        append_code_point(out, is_space(c) ? U' ' : c == U'\u2212' ? U'-' : c);
    }
    return std::string(trim(out));
}

bool says_none(std::string_view text) {
    return text.empty() || text == "-" || text == "–" || text == "—" || text == "x" || text == "X";
}

/// `1 234 567`, with whatever follows a comma, without its blanks; as it is where they part
/// anything but thousands.
std::string without_blanks_of_thousands(const std::string& text) {
    if (text.find(' ') == std::string::npos || text.find('.') != std::string::npos) return text;
    const auto whole = text.substr(0, text.find(','));
    const std::size_t sign = whole.starts_with('-') ? 1 : 0;
    std::size_t run = 0;
    bool first = true;
    for (auto at = sign; at <= whole.size(); ++at) {
        if (at < whole.size() && is_digit(whole[at])) {
            ++run;
            continue;
        }
        if (at < whole.size() && whole[at] != ' ') return text;
        if (first ? run == 0 || run > 3 : run != 3) return text;
        first = false;
        run = 0;
    }
    auto out = whole;
    std::erase(out, ' ');
    return out + text.substr(whole.size());
}

/// Official papers put a zero before numbers below ten.
std::string without_zero(std::string text) {
    if (text.size() == 2 && text[0] == '0' && is_digit(text[1])) text.erase(0, 1);
    return text;
}

}  // namespace

PaperFigure read_paper_figure(std::string_view text, const Indicator& indicator) {
    auto written = with_plain_blanks(text);
    PaperFigure out;
    out.absent = says_none(written);
    if (out.absent) return out;
    if (indicator.unit.value == "%" && written.ends_with('%')) {
        written.pop_back();
        written = std::string(trim(written));
    }
    written = without_zero(without_blanks_of_thousands(written));
    auto read = parse_vietnamese_figure(written, indicator.type);
    if (!read.value) {
        out.fault = std::move(read.fault);
        out.help = std::move(read.help);
        return out;
    }
    std::erase(written, '.');
    std::replace(written.begin(), written.end(), ',', '.');
    out.number = std::move(written);
    return out;
}

}  // namespace plantool
