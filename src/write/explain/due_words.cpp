#include "write/explain/due_words.hpp"

#include <fmt/format.h>

#include <array>

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"

namespace plantool {
namespace {

std::string weekday_name(std::chrono::weekday weekday, Language language) {
    constexpr std::array kNames = {Word::on_sunday,    Word::on_monday,   Word::on_tuesday,
                                   Word::on_wednesday, Word::on_thursday, Word::on_friday,
                                   Word::on_saturday};
    return say(kNames.at(weekday.c_encoding()), language);
}

/// The month that lies so many after the one in which the period ends.
std::string month_in_words(int months_on, Language language) {
    if (months_on == 0) return say(Word::month_of_end, language);
    if (months_on == 1) return say(Word::month_after, language);
    return months_on > 0 ? say(Word::months_after, language, months_on)
                         : say(Word::months_before, language, -months_on);
}

/// "30/6", "30 Jun": the day without its year.
std::string day_of_year(unsigned month, unsigned day, Language language) {
    constexpr int kLeapYear = 2000;
    constexpr std::size_t kYearAndSign = 5;
    auto text = short_date(std::chrono::sys_days(std::chrono::year(kLeapYear) /
                                                 std::chrono::month(month) / std::chrono::day(day)),
                           language);
    text.resize(text.size() - kYearAndSign);
    return text;
}

std::string day_in_words(const DueDay& day, Language language) {
    using Form = DueDay::Form;
    switch (day.form) {
        case Form::month_day:
            return say(Word::the_day, language, day_of_year(day.month, day.day, language));
        case Form::date:
            return say(Word::the_day, language, short_date(day.date, language));
        case Form::period_end:
            return say(Word::last_of_period, language);
        case Form::span:
            return period_key_title(day.span_cadence, day.written.value, language);
        case Form::day_of_month: {
            const auto month = month_in_words(day.months_on, language);
            return day.day == DueDay::kLast ? say(Word::last_day_of_month, language, month)
                                            : say(Word::day_of_month, language, day.day, month);
        }
        case Form::weekday_of_month: {
            const auto month = month_in_words(day.months_on, language);
            const auto weekday = weekday_name(day.weekday, language);
            return day.nth == DueDay::kLast
                       ? say(Word::last_weekday_of_month, language, weekday, month)
                       : say(Word::weekday_of_month, language, weekday, day.nth, month);
        }
        case Form::weekday_of_week:
            return say(Word::weekday_of_week, language, weekday_name(day.weekday, language));
    }
    return {};
}

std::string within_in_words(Amount amount, const std::string& anchor, Language language) {
    switch (amount.unit) {
        case Unit::day:
            return say_count(Word::days_after, language, amount.count, anchor);
        case Unit::working_day:
            return say(Word::working_day_after, language, amount.count, anchor);
        case Unit::week:
            return say_count(Word::weeks_after, language, amount.count, anchor);
        case Unit::month:
            return say_count(Word::calendar_months_after, language, amount.count, anchor);
    }
    return {};
}

}  // namespace

std::string amount_in_words(Amount amount, Language language) {
    switch (amount.unit) {
        case Unit::day:
            return say_count(Word::amount_days, language, amount.count);
        case Unit::working_day:
            return say_count(Word::amount_working_days, language, amount.count);
        case Unit::week:
            return say_count(Word::amount_weeks, language, amount.count);
        case Unit::month:
            return say_count(Word::amount_months, language, amount.count);
    }
    return {};
}

std::string anchor_in_words(Anchor anchor, Language language) {
    switch (anchor) {
        case Anchor::period_start:
            return say(Word::period_begins, language);
        case Anchor::period_end:
            return say(Word::period_ends, language);
        case Anchor::window_end:
            return say(Word::window_ends, language);
        case Anchor::raised:
            return say(Word::event_arises, language);
    }
    return {};
}

std::string rule_in_words(const DueRule& rule, const DueDerivation& due, Language language) {
    if (rule.form == DueRule::Form::within) {
        return within_in_words(rule.within, anchor_in_words(rule.after, language), language);
    }
    if (due.written == nullptr) return {};
    const auto day = day_in_words(*due.written, language);
    if (rule.form == DueRule::Form::before) return say(Word::rule_before, language, day);
    return due.written->form == DueDay::Form::span ? say(Word::rule_in, language, day)
                                                   : say(Word::rule_by, language, day);
}

std::string time_of_day(int minutes) {
    constexpr int kHour = 60;
    return fmt::format("{:02}:{:02}", minutes / kHour, minutes % kHour);
}

std::string file_and_line(const Span& span) {
    if (span.source == nullptr) return {};
    return fmt::format("{}:{}", span.source->name(), span.source->line_of(span.begin));
}

}  // namespace plantool
