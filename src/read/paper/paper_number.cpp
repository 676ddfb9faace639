#include "read/paper/paper_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "read/paper/clean_text.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Without the blanks between groups of three digits; as it is where there are others.
std::string without_grouping_blanks(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ') {
            out += text[at];
            continue;
        }
        const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                          text.end(), is_digit);
        const auto digits = end - text.begin() - static_cast<std::ptrdiff_t>(at) - 1;
        std::ptrdiff_t before = 0;
        for (auto i = at; i > 0 && is_digit(text[i - 1]); --i) ++before;
        // The first group may have fewer digits; of more than three it would be none.
        if (digits != 3 || before < 1 || before > 3) return text;
    }
    return out;
}

/// Two places on: 0.9755 is 97.55. By its digits, so that nothing is rounded.
std::string times_hundred(const std::string& number) {
    if (number.find_first_of("eE") != std::string::npos) return number;
    auto digits = number;
    const bool negative = digits.starts_with('-');
    if (negative) digits.erase(0, 1);
    auto point = std::min(digits.find('.'), digits.size());
    if (point < digits.size()) digits.erase(point, 1);
    point += 2;
    if (digits.size() < point) digits.append(point - digits.size(), '0');
    auto whole = digits.substr(0, point);
    auto fraction = digits.substr(point);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    while (fraction.ends_with('0')) fraction.pop_back();
    return fmt::format("{}{}{}{}", negative ? "-" : "", whole, fraction.empty() ? "" : ".",
                       fraction);
}

std::optional<Day> day_of(std::string_view day, std::string_view month, std::string_view year) {
    return parse_day_month_year(fmt::format("{}/{}/{}", day, month, year));
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    // What stands behind a word belongs to the sentence.
    for (const char c : fold_name(text) + " ") {
        if (c != ' ' && c != ',' && c != ';' && c != '(' && c != ')') {
            word += c;
        } else if (!word.empty()) {
            out.push_back(std::exchange(word, {}));
        }
    }
    return out;
}

std::optional<Day> day_with_marks(std::string_view text) {
    if (const auto day = parse_date(text)) return day;
    while (!text.empty() && (text.back() == '.' || text.back() == ':')) text.remove_suffix(1);
    for (const char mark : {'/', '-', '.'}) {
        std::string slashed(text);
        if (std::count(slashed.begin(), slashed.end(), mark) != 2) continue;
        std::replace(slashed.begin(), slashed.end(), mark, '/');
        return parse_day_month_year(slashed);
    }
    return std::nullopt;
}

/// The day whose words begin at `at`, behind `ngày`; `at` moves behind it.
std::optional<Day> day_from(const std::vector<std::string>& words, std::size_t& at) {
    static const auto month = fold_name("tháng");
    static const auto year = fold_name("năm");
    if (at >= words.size()) return std::nullopt;
    if (const auto day = day_with_marks(words[at])) {
        ++at;
        return day;
    }
    if (at + 4 >= words.size() || words[at + 1] != month || words[at + 3] != year) {
        return std::nullopt;
    }
    std::string_view last = words[at + 4];
    while (!last.empty() && !is_digit(last.back())) last.remove_suffix(1);
    if (!all_digits(words[at]) || !all_digits(words[at + 2])) return std::nullopt;
    const auto day = day_of(words[at], words[at + 2], last);
    if (day) at += 5;
    return day;
}

}  // namespace

std::optional<PaperFigure> figure_in_text(std::string_view text, bool in_percent) {
    auto figure = one_line(text);
    if (in_percent && figure.ends_with('%'))
        figure = trim(std::string_view(figure).substr(0, figure.size() - 1));
    constexpr std::array<std::string_view, 7> kNone = {"", "-", "–", "—", "x", "X", "--"};
    if (std::find(kNone.begin(), kNone.end(), figure) != kNone.end()) return std::nullopt;
    figure = without_grouping_blanks(figure);
    if (figure.starts_with("−")) figure.replace(0, std::string_view("−").size(), "-");
    if (figure.size() == 2 && figure[0] == '0' && is_digit(figure[1])) figure.erase(0, 1);
    return PaperFigure{std::move(figure), true};
}

std::optional<PaperFigure> figure_in_cell(const SheetCell& cell, bool in_percent) {
    if (cell.kind == SheetCell::Kind::text) return figure_in_text(cell.text, in_percent);
    if (cell.kind != SheetCell::Kind::number) return PaperFigure{cell.text, true};
    const bool shown_in_percent = in_percent && cell.percent_format;
    return PaperFigure{shown_in_percent ? times_hundred(cell.text) : cell.text, false};
}

std::optional<Day> day_in_text(std::string_view text) {
    const auto written = one_line(text);
    if (const auto day = day_with_marks(written)) return day;
    auto words = words_of(written);
    static const auto day_word = fold_name("ngày");
    std::size_t at = !words.empty() && words[0] == day_word ? 1 : 0;
    const auto day = day_from(words, at);
    return day && at == words.size() ? day : std::nullopt;
}

std::optional<Day> day_within(std::string_view text) {
    static const auto day_word = fold_name("ngày");
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != day_word) continue;
        auto at = i + 1;
        if (const auto day = day_from(words, at)) return day;
    }
    return std::nullopt;
}

}  // namespace plantool
