#include "core/schedule/period_title.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "text/words.hpp"

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

std::string after_blank(const std::string& text) {
    return text.empty() ? text : " " + text;
}

/// With an empty year, as it is in any year.
std::string vietnamese(Cadence cadence, const Period& period, const std::string& year) {
    const auto number = last_number(period.id);
    const auto of_year = year.empty() ? std::string() : " năm " + year;
    switch (cadence) {
        case Cadence::weekly:
            return fmt::format("tuần {:02}{}", number, of_year);
        case Cadence::monthly:
            return fmt::format("tháng {}{}", number, of_year);
        case Cadence::quarterly:
            return fmt::format("quý {}{}", kRoman.at(number - 1), of_year);
        case Cadence::semiannual:
            return fmt::format("6 tháng {} năm{}", number == 1 ? "đầu" : "cuối", after_blank(year));
        case Cadence::nine_month:
            return "9 tháng đầu năm" + after_blank(year);
        case Cadence::annual:
            return "năm" + after_blank(year);
        case Cadence::once:
            return "toàn bộ thời gian thực hiện kế hoạch";
        default:
            return period.id;
    }
}

std::string english(Cadence cadence, const Period& period, const std::string& year) {
    const auto number = last_number(period.id);
    const auto of_year = year.empty() ? std::string() : " of " + year;
    switch (cadence) {
        case Cadence::weekly:
            return fmt::format("week {}{}", number, of_year);
        case Cadence::monthly:
            return kMonths.at(number - 1) + after_blank(year);
        case Cadence::quarterly:
            return fmt::format("quarter {}{}", number, of_year);
        case Cadence::semiannual:
            return fmt::format("the {} half{}", number == 1 ? "first" : "second", of_year);
        case Cadence::nine_month:
            return "the first nine months" + of_year;
        case Cadence::annual:
            return "the year" + after_blank(year);
        case Cadence::once:
            return "the whole plan";
        default:
            return period.id;
    }
}

std::string title_of(Cadence cadence, const Period& period, const std::string& year,
                     Language language) {
    return language == Language::vi ? vietnamese(cadence, period, year)
                                    : english(cadence, period, year);
}

/// How many periods a year has, where its periods are called by their numbers.
std::optional<std::size_t> most_in_a_year(Cadence cadence) {
    switch (cadence) {
        case Cadence::weekly:
            return 53;
        case Cadence::monthly:
            return kMonths.size();
        case Cadence::quarterly:
            return kRoman.size();
        case Cadence::semiannual:
            return 2;
        default:
            return std::nullopt;
    }
}

/// "Quý I/2022": how tables write a month or a quarter.
std::string with_slash(std::string title, Language language) {
    constexpr std::string_view kYear = " năm ";
    const bool numbered = title.starts_with("quý ") || title.starts_with("tháng ");
    const auto at = title.find(kYear);
    if (language == Language::vi && numbered && at != std::string::npos) {
        title.replace(at, kYear.size(), "/");
    }
    return title;
}

}  // namespace

std::string period_title(Cadence cadence, const Period& period, Language language) {
    return title_of(cadence, period, year_name(cadence, period), language);
}

std::string period_title(const Plan& plan, const Slot& slot, Language language) {
    if (slot.event != nullptr) {
        return slot.event->title.empty() ? slot.period.id : slot.event->title.value;
    }
    if (slot.listed != nullptr) {
        return slot.listed->title.empty() ? slot.period.id : slot.listed->title.value;
    }
    return period_title(plan.obligations[slot.obligation].cadence.value, slot.period, language);
}

Message period_words(const Plan& plan, const Slot& slot) {
    return Message::in_each(period_title(plan, slot, Language::vi),
                            period_title(plan, slot, Language::en));
}

std::string period_heading(const Plan& plan, const Slot& slot, Language language) {
    const auto cadence = plan.obligations[slot.obligation].cadence.value;
    const bool own = slot.event != nullptr || slot.listed != nullptr;
    if (own) return period_title(plan, slot, language);
    if (cadence == Cadence::once) return capitalised(say(Word::once, language));
    auto title = with_slash(period_title(plan, slot, language), language);
    constexpr std::string_view kArticle = "the ";
    if (title.starts_with(kArticle)) title.erase(0, kArticle.size());
    return capitalised(title);
}

std::string period_key_title(Cadence cadence, std::string_view key, Language language) {
    const auto id = canonical_period_id(cadence, key);
    const auto period = Period{.id = id ? *id : std::string(key), .span = {}};
    if (const auto most = most_in_a_year(cadence)) {
        const auto number = last_number(period.id);
        if (number == 0 || number > *most) return std::string(key);
    }
    constexpr std::size_t kYear = 4;
    return title_of(cadence, period, id ? id->substr(0, kYear) : std::string(), language);
}

}  // namespace plantool
