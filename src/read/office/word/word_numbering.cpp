#include "read/office/word/word_numbering.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string roman(int number) {
    constexpr std::array<std::pair<int, std::string_view>, 13> kSigns = {{{1000, "M"},
                                                                          {900, "CM"},
                                                                          {500, "D"},
                                                                          {400, "CD"},
                                                                          {100, "C"},
                                                                          {90, "XC"},
                                                                          {50, "L"},
                                                                          {40, "XL"},
                                                                          {10, "X"},
                                                                          {9, "IX"},
                                                                          {5, "V"},
                                                                          {4, "IV"},
                                                                          {1, "I"}}};
    std::string out;
    for (const auto& [value, sign] : kSigns) {
        for (; number >= value; number -= value) out += sign;
    }
    return out;
}

/// a, b, … z, aa, bb: as Word goes on.
std::string letters(int number) {
    const auto times = static_cast<std::size_t>((number - 1) / 26 + 1);
    return std::string(times, static_cast<char>('A' + (number - 1) % 26));
}

std::string small(std::string text) {
    for (auto& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return text;
}

/// The sign of a list: what symbol fonts have is a dash to us.
std::string bullet(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if ((c >= 0xE000 && c <= 0xF8FF) || c == U'o') return "-";
    }
    return std::string(text);
}

}  // namespace

std::string number_in_format(int number, std::string_view format) {
    constexpr int kMostSpelt = 3999;
    const bool spelt = number >= 1 && number <= kMostSpelt;
    if (format == "none") return {};
    if (spelt && format == "upperRoman") return roman(number);
    if (spelt && format == "lowerRoman") return small(roman(number));
    if (spelt && format == "upperLetter") return letters(number);
    if (spelt && format == "lowerLetter") return small(letters(number));
    const auto digits = std::to_string(number);
    return format == "decimalZero" && number >= 0 && number < 10 ? "0" + digits : digits;
}

void WordNumbering::read_level(pugi::xml_node node, Levels& levels) {
    const auto index = static_cast<std::size_t>(number_named(node, "ilvl", -1));
    if (index >= kLevels) return;
    auto& level = levels[index];
    level = {};
    level.start = number_named(child_named(node, "start"), "val", 0);
    if (const auto format = child_named(node, "numFmt")) {
        level.format = attribute_named(format, "val");
    }
    level.text = attribute_named(child_named(node, "lvlText"), "val");
    level.style = attribute_named(child_named(node, "pStyle"), "val");
    level.restarts_after = number_named(child_named(node, "lvlRestart"), "val", -1);
    level.arabic = is_on(child_named(node, "isLgl"));
}

WordNumbering::WordNumbering(pugi::xml_node numbering) {
    std::map<std::string, Levels, std::less<>> makes;
    std::map<std::string, std::string> by_style;      // the make that a style of lists names
    std::map<std::string, std::string> linked_style;  // the style that a make refers to
    for (const auto node : numbering.children()) {
        if (!is_named(node, "abstractNum")) continue;
        const std::string id(attribute_named(node, "abstractNumId"));
        auto& levels = makes[id];
        for (const auto child : node.children()) {
            if (is_named(child, "lvl")) read_level(child, levels);
            if (is_named(child, "styleLink"))
                by_style[std::string(attribute_named(child, "val"))] = id;
            if (is_named(child, "numStyleLink")) linked_style[id] = attribute_named(child, "val");
        }
    }
    for (const auto node : numbering.children()) {
        if (!is_named(node, "num")) continue;
        List list;
        list.counted_as = attribute_named(child_named(node, "abstractNumId"), "val");
        if (const auto link = linked_style.find(list.counted_as); link != linked_style.end()) {
            const auto make = by_style.find(link->second);
            if (make != by_style.end()) list.counted_as = make->second;
        }
        if (const auto make = makes.find(list.counted_as); make != makes.end()) {
            list.levels = make->second;
        }
        for (const auto child : node.children()) {
            if (!is_named(child, "lvlOverride")) continue;
            const auto index = static_cast<std::size_t>(number_named(child, "ilvl", -1));
            if (index >= kLevels) continue;
            if (const auto level = child_named(child, "lvl")) read_level(level, list.levels);
            if (const auto start = child_named(child, "startOverride")) {
                list.levels[index].start = number_named(start, "val", 1);
                list.starts_anew[index] = true;
            }
        }
        lists_[std::string(attribute_named(node, "numId"))] = std::move(list);
    }
}

int WordNumbering::level_of_style(std::string_view list, std::string_view style) const {
    const auto found = lists_.find(list);
    if (found == lists_.end() || style.empty()) return 0;
    for (std::size_t i = 0; i < kLevels; ++i) {
        if (found->second.levels[i].style == style) return static_cast<int>(i);
    }
    return 0;
}

std::string WordNumbering::next(std::string_view list, int level) {
    const auto found = lists_.find(list);
    if (found == lists_.end() || level < 0 || level >= static_cast<int>(kLevels)) return {};
    auto& [counted_as, levels, starts_anew] = found->second;
    const auto at = static_cast<std::size_t>(level);
    auto& counts = counts_[counted_as];
    for (std::size_t i = 0; i <= at; ++i) {
        if (!std::exchange(starts_anew[i], false)) continue;
        counts.begun[i] = false;
    }
    counts.value[at] = counts.begun[at] ? counts.value[at] + 1 : levels[at].start;
    counts.begun[at] = true;
    for (std::size_t i = 0; i < at; ++i) {  // higher levels that were never there count as begun
        if (!std::exchange(counts.begun[i], true)) counts.value[i] = levels[i].start;
    }
    for (auto i = at + 1; i < kLevels; ++i) {
        const int after = levels[i].restarts_after;
        if (after < 0 || level < after) counts.begun[i] = false;
    }
    if (levels[at].format == "bullet") return bullet(levels[at].text);
    std::string out;
    const auto& text = levels[at].text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!place) {
            out += text[i];
            continue;
        }
        const auto which = static_cast<std::size_t>(text[++i] - '1');
        const auto format = levels[at].arabic ? "decimal" : std::string_view(levels[which].format);
        out += number_in_format(counts.value[which], format);
    }
    return out;
}

}  // namespace plantool
