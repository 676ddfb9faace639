#include "core/time/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/time/period_words.hpp"

namespace plantool {
namespace {

using namespace std::chrono;

constexpr std::array kCadences = {
    CadenceInfo{Cadence::weekly, "weekly", "hằng tuần", "weekly"},
    CadenceInfo{Cadence::monthly, "monthly", "hằng tháng", "monthly"},
    CadenceInfo{Cadence::quarterly, "quarterly", "hằng quý", "quarterly"},
    CadenceInfo{Cadence::semiannual, "semiannual", "6 tháng", "six-monthly"},
    CadenceInfo{Cadence::nine_month, "nine-month", "9 tháng", "nine months"},
    CadenceInfo{Cadence::annual, "annual", "cả năm", "yearly"},
    CadenceInfo{Cadence::listed, "listed", "theo đợt", "listed"},
    CadenceInfo{Cadence::once, "once", "một lần", "once"},
    CadenceInfo{Cadence::ad_hoc, "ad-hoc", "đột xuất, khi phát sinh", "ad hoc"},
    CadenceInfo{Cadence::continuous, "continuous", "thường xuyên", "continuous"},
};

/// The Monday of ISO week 1: the week that holds 4 January.
Day first_iso_monday(int year) {
    const Day fourth = make_day(year, 1, 4);
    return fourth - (weekday{fourth} - Monday);
}

int iso_weeks(int year) {
    return whole_days(first_iso_monday(year + 1) - first_iso_monday(year)) / 7;
}

/// Periods of one year that are made of whole months: how many, how long, and how they are called.
struct MonthPeriods {
    int count;
    int months;
    std::string_view suffix;  // fmt pattern of the part after the year
};

std::optional<MonthPeriods> month_periods(Cadence cadence) {
    switch (cadence) {
        case Cadence::monthly:
            return MonthPeriods{12, 1, "-{:02}"};
        case Cadence::quarterly:
            return MonthPeriods{4, 3, "-Q{}"};
        case Cadence::semiannual:
            return MonthPeriods{2, 6, "-H{}"};
        case Cadence::nine_month:
            return MonthPeriods{1, 9, "-9M"};
        case Cadence::annual:
            return MonthPeriods{1, 12, ""};
        default:
            return std::nullopt;
    }
}

/// Weeks and months are the calendar's, whenever the plan's year begins.
int first_month(Cadence cadence, int year_starts) {
    return cadence == Cadence::weekly || cadence == Cadence::monthly ? 1 : year_starts;
}

/// The month that lies so many months after January of the year.
year_month month_after(int year, int months_on) {
    return year_month{std::chrono::year{year}, January} + months{months_on};
}

Period month_period(const MonthPeriods& shape, int year, int index, int first_month) {
    const int start = first_month - 1 + index * shape.months;
    return {fmt::format("{:04}", year) + fmt::format(fmt::runtime(shape.suffix), index + 1),
            year,
            {Day{month_after(year, start) / 1},
             Day{month_after(year, start + shape.months - 1) / last}}};
}

Period week_period(int year, int week) {
    const Day monday = first_iso_monday(year) + days{7 * (week - 1)};
    return {fmt::format("{:04}-W{:02}", year, week), year, {monday, monday + days{6}}};
}

std::optional<int> small_number(std::string_view text) {
    int value = 0;
    const auto* end = text.data() + text.size();
    const bool digits =
        !text.empty() && text.size() <= 4 &&
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || std::from_chars(text.data(), end, value).ptr != end) return std::nullopt;
    return value;
}

/// `Q3` from `Q3`, `W05` from `W5` or `W05`, `H1` from `S1`: the part after the year as we write
/// it.
std::optional<std::string> canonical_part(Cadence cadence, std::string_view part, int year_starts) {
    const auto numbered = [&](std::string_view letters, int most,
                              std::string_view pattern) -> std::optional<std::string> {
        if (part.empty() || letters.find(part[0]) == std::string_view::npos) return std::nullopt;
        const auto value = small_number(part.substr(1));
        if (!value || *value < 1 || *value > most || part.size() > 3) return std::nullopt;
        return fmt::format(fmt::runtime(pattern), *value);
    };
    switch (cadence) {
        case Cadence::weekly:
            return numbered("W", 53, "W{:02}");
        case Cadence::quarterly:
            return part.size() == 2 ? numbered("Q", 4, "Q{}") : std::nullopt;
        case Cadence::semiannual:
            return part.size() == 2 ? numbered(year_starts == 1 ? "HS" : "H", 2, "H{}")
                                    : std::nullopt;
        case Cadence::nine_month:
            return part == "9M" ? std::optional<std::string>("9M") : std::nullopt;
        case Cadence::monthly: {
            const auto value = small_number(part);
            if (part.size() != 2 || !value || *value < 1 || *value > 12) return std::nullopt;
            return std::string(part);
        }
        default:
            return std::nullopt;
    }
}

/// The month and day of the decree's window, from the 15th of the month before to the 14th.
Days decree_window(int first_year, unsigned first_month, int last_year, unsigned last_month) {
    return {make_day(first_year, first_month, 15), make_day(last_year, last_month, 14)};
}

}  // namespace

const CadenceInfo& info(Cadence cadence) {
    return kCadences[static_cast<std::size_t>(cadence)];
}

std::optional<Cadence> parse_cadence(std::string_view text) {
    for (const auto& entry : kCadences) {
        if (entry.id == text) return entry.cadence;
    }
    return std::nullopt;
}

std::vector<std::string> cadence_ids() {
    std::vector<std::string> ids;
    for (const auto& entry : kCadences) ids.emplace_back(entry.id);
    return ids;
}

std::vector<Period> periods_of(Cadence cadence, Days plan, int year_starts) {
    std::vector<Period> periods;
    const auto keep = [&](Period period) {
        if (period.span.to >= plan.from && period.span.to <= plan.to) {
            periods.push_back(std::move(period));
        }
    };
    if (cadence == Cadence::once) return {{"once", year_of(plan.to), plan}};
    const auto months = month_periods(cadence);
    const int first = first_month(cadence, year_starts);
    // The ISO year of a day may be the year before or after its own; a year that begins later than
    // in January holds days of the next.
    for (int year = year_of(plan.from) - 1; year <= year_of(plan.to) + 1; ++year) {
        if (months) {
            for (int i = 0; i < months->count; ++i) keep(month_period(*months, year, i, first));
        } else if (cadence == Cadence::weekly) {
            for (int week = 1; week <= iso_weeks(year); ++week) keep(week_period(year, week));
        }
    }
    return periods;
}

Day first_day_of_year(Cadence cadence, int year, int year_starts) {
    return make_day(year, static_cast<unsigned>(first_month(cadence, year_starts)), 1);
}

std::optional<NamedSpan> named_span(std::string_view text, int year_starts) {
    for (const auto cadence : {Cadence::quarterly, Cadence::semiannual, Cadence::nine_month}) {
        const auto id = canonical_period_id(cadence, text, year_starts);
        if (!id) continue;
        const int year = *small_number(id->substr(0, 4));
        const auto shape = *month_periods(cadence);
        for (int i = 0; i < shape.count; ++i) {
            const auto period = month_period(shape, year, i, year_starts);
            if (period.id == *id) return NamedSpan{cadence, period.span};
        }
    }
    return std::nullopt;
}

std::optional<std::string> canonical_period_id(Cadence cadence, std::string_view text,
                                               int year_starts) {
    if (cadence == Cadence::once) {
        return text == "once" ? std::optional<std::string>("once") : std::nullopt;
    }
    if (!month_periods(cadence) && cadence != Cadence::weekly) return std::nullopt;
    if (text.size() < 4 || !small_number(text.substr(0, 4))) {
        return period_id_in_words(cadence, text);
    }
    const auto year = text.substr(0, 4);
    auto part = text.substr(4);
    if (cadence == Cadence::annual) {
        return part.empty() ? std::optional(std::string(year)) : std::nullopt;
    }
    const bool dashed = part.starts_with('-');
    if (dashed) part.remove_prefix(1);
    // S1 is DHIS2's spelling, which has no dash; one without a dash is theirs altogether.
    if (dashed && part.starts_with('S')) return std::nullopt;
    if (!dashed && (part.starts_with('H') || part == "9M")) return std::nullopt;
    if (!dashed && year_starts != 1 && cadence == Cadence::quarterly) return std::nullopt;
    const auto canonical = canonical_part(cadence, part, year_starts);
    if (!canonical) return std::nullopt;
    return fmt::format("{}-{}", year, *canonical);
}

int match_period_key(Cadence cadence, std::string_view key, const Period& period, int year_starts) {
    if (cadence == Cadence::listed) return key == period.id ? 2 : 0;
    if (const auto id = canonical_period_id(cadence, key, year_starts)) {
        return *id == period.id ? 2 : 0;
    }
    const auto part = canonical_part(cadence, key, year_starts);
    return part && period.id.size() > 5 && *part == period.id.substr(5) ? 1 : 0;
}

bool has_own_window(Cadence cadence, Window window) {
    if (window == Window::calendar) return false;
    switch (cadence) {
        case Cadence::monthly:
        case Cadence::quarterly:
        case Cadence::semiannual:
        case Cadence::nine_month:
        case Cadence::annual:
            return true;
        default:
            return false;
    }
}

Days data_window(Cadence cadence, Window window, const Period& period) {
    if (!has_own_window(cadence, window)) return period.span;
    const auto first_month = static_cast<unsigned>(civil(period.span.from).month());
    const auto last_month = static_cast<unsigned>(civil(period.span.to).month());
    const int year = period.year;
    return first_month == 1 ? decree_window(year - 1, 12, year, last_month)
                            : decree_window(year, first_month - 1, year, last_month);
}

}  // namespace plantool
