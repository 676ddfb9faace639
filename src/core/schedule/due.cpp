#include "core/schedule/due.hpp"

#include <fmt/format.h>

#include "core/time/cadence_word.hpp"

namespace plantool {
namespace {

using namespace std::chrono;

/// The entry of a keyed rule that names the period most specifically.
const DueDay* entry_for(const DueRule& rule, Cadence cadence, const Period& period,
                        int year_starts) {
    if (!rule.keyed) return &rule.days.front();
    const DueDay* best = nullptr;
    int best_match = 0;
    for (const auto& day : rule.days) {
        const int match = match_period_key(cadence, day.key.value, period, year_starts);
        if (match > best_match) {
            best = &day;
            best_match = match;
        }
    }
    return best;
}

/// The first such day on or after the first day of the year that the period's id names; for listed
/// periods and `once` on or after their own. The year is chosen by month and day alone.
std::optional<Day> first_such_day(const DueDay& entry, Cadence cadence, const Period& period,
                                  int year_starts) {
    const bool own = cadence == Cadence::listed || cadence == Cadence::once;
    const Day start = own ? period.span.from : first_day_of_year(cadence, period.year, year_starts);
    const auto begins = civil(start);
    const month_day wanted{month{entry.month}, day{entry.day}};
    const bool later = wanted < month_day{begins.month(), begins.day()};
    const auto ymd = (later ? begins.year() + years{1} : begins.year()) / wanted;
    return ymd.ok() ? std::optional(Day{ymd}) : std::nullopt;
}

std::optional<Day> day_of_month(const DueDay& entry, year_month month) {
    if (entry.day == DueDay::kLast) return Day{month / last};
    const auto ymd = month / day{entry.day};
    return ymd.ok() ? std::optional(Day{ymd}) : std::nullopt;
}

Day weekday_of_month(const DueDay& entry, year_month month) {
    if (entry.nth == DueDay::kLast) return Day{month / entry.weekday[last]};
    return Day{month / entry.weekday[static_cast<unsigned>(entry.nth)]};
}

/// The month that an entry speaks of: k after the one in which the period ends.
year_month month_of(const DueDay& entry, const Period& period) {
    const auto end = civil(period.span.to);
    return year_month{end.year(), end.month()} + months{entry.months_on};
}

std::optional<Day> written_day(const DueDay& entry, Cadence cadence, const Period& period,
                               const DueRule& rule, int year_starts) {
    switch (entry.form) {
        case DueDay::Form::date:
            return entry.date;
        case DueDay::Form::period_end:
            return period.span.to;
        case DueDay::Form::month_day:
            return first_such_day(entry, cadence, period, year_starts);
        case DueDay::Form::span: {
            const auto span = named_span(entry.written.value, year_starts);
            if (!span) return std::nullopt;
            return rule.form == DueRule::Form::before ? span->days.from : span->days.to;
        }
        case DueDay::Form::day_of_month:
            return day_of_month(entry, month_of(entry, period));
        case DueDay::Form::weekday_of_month:
            return weekday_of_month(entry, month_of(entry, period));
        case DueDay::Form::weekday_of_week: {
            const auto monday = period.span.from;
            return monday + (entry.weekday - weekday{monday});
        }
    }
    return std::nullopt;
}

Day anchor_day(const Obligation& o, const DueRule& rule, const Period& period) {
    switch (rule.after) {
        case Anchor::period_start:
        case Anchor::raised:
            return period.span.from;
        case Anchor::period_end:
            return period.span.to;
        case Anchor::window_end:
            return data_window(o.cadence.value, o.window, period).to;
    }
    return period.span.to;
}

DueFault no_such_day(const DueDay& entry, const Obligation& o, const Period& period,
                     int year_starts) {
    if (entry.form == DueDay::Form::span) {
        return {Code::p_impossible_due,
                entry.written.span,
                {Word::span_of_other_year, entry.written.value, year_starts},
                {Word::write_own_span}};
    }
    if (entry.form == DueDay::Form::day_of_month) {
        const auto month = month_of(entry, period);
        return {Code::p_impossible_due,
                entry.written.span,
                {Word::no_such_day_of_month, entry.day,
                 fmt::format("{:04}", static_cast<int>(month.year())),
                 fmt::format("{:02}", static_cast<unsigned>(month.month())), period.id},
                {Word::write_last_day}};
    }
    const bool own = o.cadence.value == Cadence::listed || o.cadence.value == Cadence::once;
    const int year = own ? year_of(period.span.from) : period.year;
    return {Code::p_impossible_due,
            entry.written.span,
            {Word::no_such_day_of_year, entry.written.value, std::to_string(year)},
            {Word::name_day_of_every_year}};
}

DueFault misfit(const Span& span, Message message, Message help) {
    return {Code::p_due_misfit, span, std::move(message), std::move(help)};
}

std::optional<DueFault> check_anchor(Cadence cadence, const DueRule& rule) {
    if (cadence == Cadence::ad_hoc && rule.after != Anchor::raised) {
        return misfit(rule.after_span, {Word::ad_hoc_counts_from_raised},
                      {Word::write_after_raised});
    }
    if (cadence != Cadence::ad_hoc && rule.after == Anchor::raised) {
        return misfit(rule.after_span, {Word::raised_is_for_ad_hoc, cadence_word(cadence)},
                      {Word::write_after_period});
    }
    if (rule.after == Anchor::raised && rule.at) {
        return misfit(rule.at->span, {Word::raised_has_no_time}, {Word::take_at_out});
    }
    return std::nullopt;
}

std::optional<DueFault> check_day(Cadence cadence, const DueRule& rule, const DueDay& day) {
    const bool fixed = day.form == DueDay::Form::date || day.form == DueDay::Form::span;
    if (cadence == Cadence::ad_hoc && (rule.keyed || !fixed)) {
        return misfit(day.written.span, {Word::ad_hoc_has_no_calendar},
                      {Word::write_within_raised});
    }
    if (day.form == DueDay::Form::weekday_of_week && cadence != Cadence::weekly) {
        return misfit(day.written.span, {Word::weekday_is_for_weekly, cadence_word(cadence)},
                      {Word::write_which_weekday});
    }
    return std::nullopt;
}

}  // namespace

std::optional<DueFault> check_due_form(const Obligation& o, const DueRule& rule) {
    const auto cadence = o.cadence.value;
    if (cadence == Cadence::continuous) {
        return misfit(rule.span, {Word::continuous_has_no_due, o.id.value}, {Word::take_due_out});
    }
    if (rule.form == DueRule::Form::within) return check_anchor(cadence, rule);
    for (const auto& day : rule.days) {
        if (auto fault = check_day(cadence, rule, day)) return fault;
    }
    return std::nullopt;
}

DueResult due_day(const Plan& plan, const Obligation& o, const DueRule& rule,
                  const Period& period) {
    const int year_starts = plan.head.year_starts.value;
    DueDerivation derived;
    if (rule.at) derived.at = rule.at->value;
    if (rule.form == DueRule::Form::within) {
        derived.anchor = anchor_day(o, rule, period);
        derived.unrolled = plan.calendar.add(*derived.anchor, rule.within);
    } else {
        const auto* entry = entry_for(rule, o.cadence.value, period, year_starts);
        if (entry == nullptr) {
            return {{},
                    DueFault{Code::p_period_without_due,
                             rule.span,
                             {Word::period_has_no_due, period.id, o.id.value},
                             {Word::add_due_key, period.id}}};
        }
        const auto written = written_day(*entry, o.cadence.value, period, rule, year_starts);
        if (!written) return {{}, no_such_day(*entry, o, period, year_starts)};
        derived.written = entry;
        const bool excluded = rule.form == DueRule::Form::before;
        derived.unrolled = excluded ? *written - days{1} : *written;
    }
    derived.due = plan.calendar.roll(derived.unrolled, rule.roll);
    return {derived, {}};
}

}  // namespace plantool
