#include "core/schedule/period_title.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace plantool {
namespace {

constexpr std::array kRoman = {"I", "II", "III", "IV"};
constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};

/// The number at the end of a canonical id: 3 of `2022-Q3`, 5 of `2022-W05`.
std::size_t last_number(const std::string& id) {
    const auto start = id.find_last_not_of("0123456789") + 1;
    std::size_t number = 0;
    std::from_chars(id.data() + start, id.data() + id.size(), number);
    return number;
}

/// The month that the period begins in where years begin in January; 0 where that says nothing.
unsigned calendar_month(Cadence cadence, std::size_t number) {
    switch (cadence) {
        case Cadence::quarterly:
            return static_cast<unsigned>(3 * number - 2);
        case Cadence::semiannual:
            return static_cast<unsigned>(6 * number - 5);
        case Cadence::nine_month:
        case Cadence::annual:
            return 1;
        default:
            return 0;
    }
}

/// `2022`, or `2026-2027` where the plan's year is not the calendar's: nobody should take its first
/// quarter for January to March.
std::string year_name(Cadence cadence, const Period& period) {
    const auto month = calendar_month(cadence, last_number(period.id));
    const auto from = civil(period.span.from);
    const bool of_calendar = month == 0 || (static_cast<unsigned>(from.month()) == month &&
                                            static_cast<int>(from.year()) == period.year);
    if (of_calendar) return fmt::format("{}", period.year);
    return fmt::format("{}-{}", period.year, period.year + 1);
}

std::string vietnamese(Cadence cadence, const Period& period) {
    const auto number = last_number(period.id);
    const auto year = year_name(cadence, period);
    switch (cadence) {
        case Cadence::weekly:
            return fmt::format("tuần {:02} năm {}", number, year);
        case Cadence::monthly:
            return fmt::format("tháng {} năm {}", number, year);
        case Cadence::quarterly:
            return fmt::format("quý {} năm {}", kRoman.at(number - 1), year);
        case Cadence::semiannual:
            return fmt::format("6 tháng {} năm {}", number == 1 ? "đầu" : "cuối", year);
        case Cadence::nine_month:
            return fmt::format("9 tháng đầu năm {}", year);
        case Cadence::annual:
            return fmt::format("năm {}", year);
        case Cadence::once:
            return "toàn bộ thời gian thực hiện kế hoạch";
        default:
            return period.id;
    }
}

std::string english(Cadence cadence, const Period& period) {
    const auto number = last_number(period.id);
    const auto year = year_name(cadence, period);
    switch (cadence) {
        case Cadence::weekly:
            return fmt::format("week {} of {}", number, year);
        case Cadence::monthly:
            return fmt::format("{} {}", kMonths.at(number - 1), year);
        case Cadence::quarterly:
            return fmt::format("quarter {} of {}", number, year);
        case Cadence::semiannual:
            return fmt::format("the {} half of {}", number == 1 ? "first" : "second", year);
        case Cadence::nine_month:
            return fmt::format("the first nine months of {}", year);
        case Cadence::annual:
            return fmt::format("the year {}", year);
        case Cadence::once:
            return "the whole plan";
        default:
            return period.id;
    }
}

}  // namespace

std::string period_title(Cadence cadence, const Period& period, Language language) {
    return language == Language::vi ? vietnamese(cadence, period) : english(cadence, period);
}

std::string period_title(const Plan& plan, const Slot& slot, Language language) {
    if (slot.event != nullptr) return slot.event->title.value;
    if (slot.listed != nullptr) {
        return slot.listed->title.empty() ? slot.period.id : slot.listed->title.value;
    }
    return period_title(plan.obligations[slot.obligation].cadence.value, slot.period, language);
}

}  // namespace plantool
