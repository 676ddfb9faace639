#include "core/period_title.hpp"

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

std::string vietnamese(Cadence cadence, const Period& period) {
    const auto number = last_number(period.id);
    const int year = period.year;
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
    const int year = period.year;
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
    return period_title(plan.obligations[slot.obligation].cadence.value, slot.period, language);
}

}  // namespace plantool
