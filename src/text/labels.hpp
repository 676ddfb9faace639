// How numbers and days are written for people, in the two languages of the tool. What machines
// read (JSON, CSV) never comes from here.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plantool {

enum class Language { vi, en };

/// `vi` or `en`, nothing else.
std::optional<Language> parse_language(std::string_view text);
/// `vi` or `en`.
std::string_view language_id(Language language);

/// The day of an official paper: "ngày 05 tháng 7 năm 2022", "5 July 2022". Official Vietnamese
/// puts a zero before days 1 to 9 and months 1 and 2 alone.
std::string official_date(std::chrono::sys_days day, Language language);
/// The day in a table: "05/7/2022", "5 Jul 2022".
std::string short_date(std::chrono::sys_days day, Language language);

/// "1.234" or "1,234".
std::string format_integer(std::int64_t value, Language language);
/// The value rounded to so many decimals, half away from zero, with groups of thousands: "12.345,7"
/// or "12,345.7". Too large for that (from 10^15), it is written with an exponent.
std::string format_number(double value, int decimals, Language language);
/// How many decimals the value needs to be shown whole, 6 at most.
int decimals_of(double value);
/// Ten-thousandths as percent with one decimal: 8519 is "85,2%". The whole alone is "100%"; what is
/// less is never rounded up to it.
std::string format_percent(int ten_thousandths, Language language);

/// The text in capitals, each code point for itself.
std::string to_upper(std::string_view text);
/// The text in small letters, in the same way.
std::string to_lower(std::string_view text);
/// The text with a capital at its beginning.
std::string capitalised(std::string_view text);
/// Names one after the other: with commas, or with semicolons where a name has a comma of its own.
std::string listed(const std::vector<std::string>& names);
/// What is to be written as it stands, ids and the like: "`a`, `b`"; empty where there is none.
template <class Codes>
std::string in_backquotes(const Codes& codes) {
    return codes.empty() ? std::string() : fmt::format("`{}`", fmt::join(codes, "`, `"));
}

}  // namespace plantool
