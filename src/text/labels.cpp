#include "text/labels.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};
constexpr double kTooLarge = 1e15;  ///< from here on a double does not hold every decimal

struct CivilDay {
    int year;
    unsigned month;
    unsigned day;
};

CivilDay civil_day(std::chrono::sys_days day) {
    const std::chrono::year_month_day ymd(day);
    return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
            static_cast<unsigned>(ymd.day())};
}

/// The number of a month as official papers write it: 01, 02, 3, …
std::string official_month(unsigned month) {
    return month <= 2 ? fmt::format("{:02}", month) : fmt::format("{}", month);
}

struct Marks {
    char group;
    char decimal;
};

Marks marks(Language language) {
    return language == Language::vi ? Marks{'.', ','} : Marks{',', '.'};
}

/// Plain digits with an optional sign and a decimal point, in the marks of the language.
std::string with_marks(std::string_view plain, Language language) {
    const auto [group, decimal] = marks(language);
    const auto point = std::min(plain.find('.'), plain.size());
    std::string out;
    for (std::size_t i = 0; i < point; ++i) {
        const bool after_digit = i > 0 && plain[i - 1] != '-';
        if (after_digit && (point - i) % 3 == 0) out += group;
        out += plain[i];
    }
    if (point < plain.size()) {
        out += decimal;
        out += plain.substr(point + 1);
    }
    return out;
}

}  // namespace

std::optional<Language> parse_language(std::string_view text) {
    if (text == "vi") return Language::vi;
    if (text == "en") return Language::en;
    return std::nullopt;
}

std::string_view language_id(Language language) {
    return language == Language::vi ? "vi" : "en";
}

std::string official_date(std::chrono::sys_days day, Language language) {
    const auto [y, m, d] = civil_day(day);
    if (language == Language::en) return fmt::format("{} {} {}", d, kMonths.at(m - 1), y);
    return fmt::format("ngày {:02} tháng {} năm {}", d, official_month(m), y);
}

std::string short_date(std::chrono::sys_days day, Language language) {
    const auto [y, m, d] = civil_day(day);
    if (language == Language::en) {
        return fmt::format("{} {:.3} {}", d, kMonths.at(m - 1), y);
    }
    return fmt::format("{:02}/{}/{}", d, official_month(m), y);
}

std::string format_integer(std::int64_t value, Language language) {
    return with_marks(fmt::format("{}", value), language);
}

std::string format_number(double value, int decimals, Language language) {
    if (!(std::abs(value) < kTooLarge)) return fmt::format("{:.15g}", value);
    // Half away from zero, on the decimal digits that people see: 0.125 and 2.675 both round up.
    const double scale = std::pow(10.0, decimals);
    const double scaled = std::abs(value) * scale;
    const double rounded = scaled < kTooLarge ? std::floor(scaled + 0.5 + 1e-7) / scale : value;
    const bool negative = value < 0 && rounded != 0;
    const auto plain = fmt::format("{:.{}f}", std::abs(rounded), decimals);
    return with_marks((negative ? "-" : "") + plain, language);
}

int decimals_of(double value) {
    constexpr int kMost = 6;
    if (value == std::floor(value)) return 0;
    auto plain = fmt::format("{:.{}f}", value, kMost);
    while (plain.ends_with('0')) plain.pop_back();
    return static_cast<int>(plain.size() - plain.find('.') - 1);
}

std::string format_percent(int ten_thousandths, Language language) {
    constexpr int kWhole = 10000;
    constexpr int kBelowWhole = 9990;
    if (ten_thousandths == kWhole) return "100%";
    const int shown =
        ten_thousandths < kWhole ? std::min(ten_thousandths, kBelowWhole) : ten_thousandths;
    return format_number(shown / 100.0, 1, language) + "%";
}

namespace {

std::string with_each(std::string_view text, utf8proc_int32_t (*change)(utf8proc_int32_t)) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto code_point = next_code_point(text, at);
        append_code_point(out,
                          static_cast<char32_t>(change(static_cast<utf8proc_int32_t>(code_point))));
    }
    return out;
}

}  // namespace

std::string to_upper(std::string_view text) {
    return with_each(text, &utf8proc_toupper);
}

std::string to_lower(std::string_view text) {
    return with_each(text, &utf8proc_tolower);
}

std::string capitalised(std::string_view text) {
    std::size_t at = 0;
    if (!text.empty()) next_code_point(text, at);
    return to_upper(text.substr(0, at)).append(text.substr(at));
}

std::string listed(const std::vector<std::string>& names) {
    const bool commas = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.find(',') != std::string::npos;
    });
    std::string out;
    for (const auto& name : names) {
        if (!out.empty()) out += commas ? "; " : ", ";
        out += name;
    }
    return out;
}

}  // namespace plantool
