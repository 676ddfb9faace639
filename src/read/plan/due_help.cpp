#include "read/plan/due_help.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/time/date.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// `30/6`, `30-6` or with the month first where ISO has it: `06-30`.
std::string month_day_meant(std::string_view text) {
    if (text.size() == 5 && parse_date(fmt::format("2024-{}", text))) return std::string(text);
    const auto slash = text.find_first_of("/-.");
    if (slash == std::string_view::npos) return {};
    const auto leap = fmt::format("{}/{}/2024", text.substr(0, slash), text.substr(slash + 1));
    const auto day = parse_day_month_year(leap);
    return day ? format_date(*day).substr(5) : std::string();
}

}  // namespace

std::string due_day_meant(std::string_view text) {
    if (const auto day = parse_day_month_year(text)) return format_date(*day);
    if (parse_date(text)) return std::string(text);
    return month_day_meant(text);
}

Message help_for_day(std::string_view text) {
    const auto meant = due_day_meant(text);
    if (!meant.empty()) return {Word::write_this, meant};
    return {Word::write_due_day_forms};
}

Message help_for_rule(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kForms = {{
        {"trước ngày", "before"},
        {"trước", "before"},
        {"chậm nhất ngày", "by"},
        {"chậm nhất", "by"},
        {"before", "before"},
        {"by", "by"},
    }};
    const auto folded = fold_name(text);
    std::string_view form = "by";
    std::string_view rest = folded;
    for (const auto& [word, key] : kForms) {
        const auto start = fold_name(word) + " ";
        if (!folded.starts_with(start)) continue;
        form = key;
        rest = std::string_view(folded).substr(start.size());
        break;
    }
    if (rest.starts_with(fold_name("ngày") + " ")) rest.remove_prefix(fold_name("ngày").size() + 1);
    if (rest == "period-end") return {Word::write_due_at_period_end};
    const auto meant = due_day_meant(rest);
    if (!meant.empty()) return {Word::write_due_rule, form, meant};
    return {Word::write_due_rule_forms};
}

}  // namespace plantool
