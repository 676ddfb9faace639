#include "core/due.hpp"

#include <fmt/format.h>

namespace plantool {
namespace {

using namespace std::chrono;

/// The entry of a keyed rule that names the period most specifically.
const DueDay* entry_for(const DueRule& rule, Cadence cadence, const Period& period) {
    if (!rule.keyed) return &rule.days.front();
    const DueDay* best = nullptr;
    int best_match = 0;
    for (const auto& day : rule.days) {
        const int match = match_period_key(cadence, day.key.value, period);
        if (match > best_match) {
            best = &day;
            best_match = match;
        }
    }
    return best;
}

std::optional<Day> written_day(const DueDay& entry, const Period& period) {
    switch (entry.form) {
        case DueDay::Form::date:
            return entry.date;
        case DueDay::Form::period_end:
            return period.span.to;
        case DueDay::Form::month_day: {
            const year_month_day ymd{year{period.year}, month{entry.month}, day{entry.day}};
            if (!ymd.ok()) return std::nullopt;
            return Day{ymd};
        }
    }
    return std::nullopt;
}

Day anchor_day(const Obligation& o, const Period& period) {
    switch (o.due->after) {
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

}  // namespace

std::optional<DueFault> check_due_form(const Obligation& o) {
    const auto cadence = o.cadence.value;
    const auto name = info(cadence).id;
    if (cadence == Cadence::continuous) {
        if (!o.due) return std::nullopt;
        return DueFault{Code::p_due_misfit, o.due->span,
                        fmt::format("`{}` is continuous and has no due day", o.id.value),
                        "take `due` out, or give the obligation another cadence"};
    }
    if (!o.due) return std::nullopt;
    const auto& rule = *o.due;
    if (rule.form == DueRule::Form::within) {
        if (cadence == Cadence::ad_hoc && rule.after != Anchor::raised) {
            return DueFault{Code::p_due_misfit, rule.after_span,
                            "an ad-hoc obligation counts from the day its event was raised",
                            "write `after: raised`"};
        }
        if (cadence != Cadence::ad_hoc && rule.after == Anchor::raised) {
            return DueFault{Code::p_due_misfit, rule.after_span,
                            fmt::format("only ad-hoc obligations count from `raised`; "
                                        "this one is {}",
                                        name),
                            "write `after: period-end`, `period-start` or `window-end`"};
        }
        return std::nullopt;
    }
    if (cadence != Cadence::ad_hoc) return std::nullopt;
    for (const auto& day : rule.days) {
        if (rule.keyed || day.form != DueDay::Form::date) {
            return DueFault{Code::p_due_misfit, day.written.span,
                            "an ad-hoc obligation has no calendar period to take this day from",
                            "write `due: {within: 5wd, after: raised}`, or a full date"};
        }
    }
    return std::nullopt;
}

DueResult due_day(const Obligation& o, const Period& period, const Calendar& calendar) {
    const auto& rule = *o.due;
    DueDerivation derived;
    if (rule.form == DueRule::Form::within) {
        derived.anchor = anchor_day(o, period);
        derived.unrolled = calendar.add(*derived.anchor, rule.within);
    } else {
        const auto* entry = entry_for(rule, o.cadence.value, period);
        if (entry == nullptr) {
            return {{},
                    DueFault{Code::p_period_without_due, rule.span,
                             fmt::format("period {} of `{}` has no due day", period.id, o.id.value),
                             fmt::format("add a key for {}", period.id)}};
        }
        const auto written = written_day(*entry, period);
        if (!written) {
            return {
                {},
                DueFault{Code::p_impossible_due, entry->written.span,
                         fmt::format("there is no day {} in {}", entry->written.value, period.year),
                         "name a day that every year of the plan has, such as 02-28"}};
        }
        const bool excluded = rule.form == DueRule::Form::before;
        derived.unrolled = excluded ? *written - days{1} : *written;
    }
    derived.due = calendar.roll(derived.unrolled, rule.roll);
    return {derived, {}};
}

}  // namespace plantool
