#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "read/mail/headers.hpp"

namespace plantool {
namespace {

using namespace std::chrono;

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \t,"), text.size());
        if (end > 0) out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto* const end = text.data() + text.size();
    const bool digits = !text.empty() && text.size() <= 4 &&
                        text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || std::from_chars(text.data(), end, value).ptr != end) return std::nullopt;
    return value;
}

bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

std::optional<unsigned> month_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
    for (unsigned i = 0; i < kMonths.size(); ++i) {
        if (same_letters(word.substr(0, 3), kMonths[i])) return i + 1;
    }
    return std::nullopt;
}

/// `08:15:00` or `08:15`.
std::optional<seconds> time_of(std::string_view word) {
    const auto first = word.find(':');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = std::min(word.find(':', first + 1), word.size());
    const auto hour = number(word.substr(0, first));
    const auto minute = number(word.substr(first + 1, second - first - 1));
    const auto second_of =
        second < word.size() ? number(word.substr(second + 1, 2)) : std::optional(0);
    if (!hour || !minute || !second_of || *hour > 23 || *minute > 59 || *second_of > 60) {
        return std::nullopt;
    }
    return hours{*hour} + minutes{*minute} + seconds{*second_of};
}

/// East of Greenwich; what is not known counts as there, as the rule has it.
seconds zone_of(std::string_view word) {
    struct Named {
        std::string_view name;
        int hours;
    };
    constexpr std::array<Named, 9> kNamed = {{{"EST", -5},
                                              {"EDT", -4},
                                              {"CST", -6},
                                              {"CDT", -5},
                                              {"MST", -7},
                                              {"MDT", -6},
                                              {"PST", -8},
                                              {"PDT", -7},
                                              {"ICT", 7}}};
    if (word.size() == 5 && (word[0] == '+' || word[0] == '-')) {
        const auto clock = number(word.substr(1));
        if (!clock) return seconds{0};
        const seconds east = hours{*clock / 100} + minutes{*clock % 100};
        return word[0] == '-' ? -east : east;
    }
    for (const auto& [name, east] : kNamed) {
        if (same_letters(word, name)) return hours{east};
    }
    return seconds{0};
}

}  // namespace

std::optional<sys_seconds> header_instant(std::string_view value) {
    auto words = words_of(value.substr(0, value.find('(')));
    if (!words.empty() && !number(words[0])) words.erase(words.begin());  // the weekday
    if (words.size() < 4) return std::nullopt;
    const auto day = number(words[0]);
    const auto month = month_of(words[1]);
    auto year = number(words[2]);
    const auto time = time_of(words[3]);
    if (!day || !month || !year || !time) return std::nullopt;
    if (words[2].size() == 2) *year += *year < 50 ? 2000 : 1900;
    const year_month_day civil_day{std::chrono::year{*year}, std::chrono::month{*month},
                                   std::chrono::day{static_cast<unsigned>(*day)}};
    if (!civil_day.ok()) return std::nullopt;
    const auto zone = words.size() > 4 ? zone_of(words[4]) : seconds{0};
    return sys_seconds{sys_days{civil_day}} + *time - zone;
}

}  // namespace plantool
