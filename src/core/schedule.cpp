#include "core/schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "text/suggest.hpp"

namespace plantool {
namespace {

using ExceptionKey = std::pair<SlotIx, AgencyIx>;
using Exceptions = std::map<ExceptionKey, const Exception*>;

class Scheduler {
  public:
    Scheduler(const Plan& plan, Diagnostics& diagnostics)
        : plan_(plan), diagnostics_(diagnostics) {}

    Schedule run() {
        schedule_.slots_by_period.resize(plan_.obligations.size());
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            const auto before = diagnostics_.all().size();
            add_slots(ix);
            if (diagnostics_.all().size() > before || !plan_.obligations[ix].due) {
                refused_.insert(ix);
            }
        }
        extensions_ = match(plan_.extensions);
        waivers_ = match(plan_.waivers);
        for (SlotIx ix = 0; ix < schedule_.slots.size(); ++ix) add_rows(ix);
        check_exceptions(extensions_, Code::p_unmatched_extension, "extension");
        check_exceptions(waivers_, Code::p_unmatched_waiver, "waiver");
        warn_about_years();
        return std::move(schedule_);
    }

  private:
    void add(Code code, const Span& span, std::string message, std::string help = {}) {
        diagnostics_.add({code, span, std::move(message), std::move(help)});
    }

    void add_slots(ObligationIx ix) {
        const auto& o = plan_.obligations[ix];
        if (auto fault = check_due_form(o)) {
            add(fault->code, fault->span, fault->message, fault->help);
            return;
        }
        if (o.cadence.value == Cadence::continuous || !o.due) {
            for (const auto& key : o.period_keys) report_unmatched(o, key);
            return;
        }
        if (o.cadence.value == Cadence::ad_hoc) {
            for (const auto& key : o.period_keys) report_unmatched(o, key);
            warn_about_window(o);
            add_event_slots(ix);
            return;
        }
        warn_about_window(o);
        const auto periods = chosen_periods(o);
        check_due_keys(o, periods);
        for (const auto& period : periods) add_slot(ix, period, nullptr);
    }

    void warn_about_window(const Obligation& o) {
        if (o.window == Window::calendar || has_own_window(o.cadence.value, o.window)) return;
        add(Code::p_window_without_rule, o.window_span,
            fmt::format("`nd09` has no rule for what is {}: the window is the period itself",
                        info(o.cadence.value).id),
            "take `window` out");
    }

    void report_unmatched(const Obligation& o, const Text& key) {
        const auto name = info(o.cadence.value).id;
        add(Code::p_unmatched_period, key.span,
            fmt::format("`{}` matches no period of `{}`, which is {}", key.value, o.id.value, name),
            example_of_periods(o));
    }

    std::string example_of_periods(const Obligation& o) const {
        if (o.cadence.value == Cadence::continuous) {
            return "a continuous obligation has no periods: take `periods` out";
        }
        if (o.cadence.value == Cadence::ad_hoc) {
            return "an ad-hoc obligation has events, not periods: take `periods` out";
        }
        return list_of(periods_of(o.cadence.value, plan_.head.span));
    }

    static std::string list_of(const std::vector<Period>& periods) {
        if (periods.empty()) return "no period of this cadence ends within the plan";
        if (periods.size() == 1) return fmt::format("its one period is {}", periods.front().id);
        return fmt::format("its periods are {} to {}", periods.front().id, periods.back().id);
    }

    std::vector<Period> chosen_periods(const Obligation& o) {
        auto periods = periods_of(o.cadence.value, plan_.head.span);
        if (o.period_keys.empty()) return periods;
        std::vector<bool> chosen(periods.size(), false);
        for (const auto& key : o.period_keys) {
            bool matched = false;
            for (std::size_t i = 0; i < periods.size(); ++i) {
                if (match_period_key(o.cadence.value, key.value, periods[i]) == 0) continue;
                chosen[i] = true;
                matched = true;
            }
            if (!matched) report_unmatched(o, key);
        }
        std::vector<Period> kept;
        for (std::size_t i = 0; i < periods.size(); ++i) {
            if (chosen[i]) kept.push_back(std::move(periods[i]));
        }
        return kept;
    }

    void check_due_keys(const Obligation& o, const std::vector<Period>& periods) {
        if (!o.due->keyed) return;
        for (const auto& day : o.due->days) {
            const bool matched =
                std::any_of(periods.begin(), periods.end(), [&](const Period& period) {
                    return match_period_key(o.cadence.value, day.key.value, period) > 0;
                });
            if (!matched) {
                add(Code::p_unmatched_due_key, day.key.span,
                    fmt::format("due key `{}` matches no period of `{}`", day.key.value,
                                o.id.value),
                    list_of(periods));
            }
        }
    }

    void add_event_slots(ObligationIx ix) {
        std::vector<const Event*> events;
        for (const auto& event : plan_.events) {
            if (event.obligation_ix == ix) events.push_back(&event);
        }
        std::stable_sort(events.begin(), events.end(),
                         [](const Event* a, const Event* b) { return a->raised < b->raised; });
        for (const auto* event : events) {
            add_slot(ix, {event->id.value, year_of(event->raised), {event->raised, event->raised}},
                     event);
        }
    }

    void add_slot(ObligationIx ix, const Period& period, const Event* event) {
        const auto& o = plan_.obligations[ix];
        Slot slot;
        slot.obligation = ix;
        slot.period = period;
        slot.event = event;
        if (event != nullptr && event->due) {
            slot.due = {{}, event->due->value, event->due->value};
        } else {
            auto result = due_day(o, period, plan_.calendar);
            if (result.fault) {
                const auto& fault = *result.fault;
                add(fault.code, fault.span, fault.message, fault.help);
                return;
            }
            slot.due = *result.derivation;
        }
        if (event != nullptr) {
            slot.period.span.to = slot.due.due;
            if (event->due && slot.due.due < event->raised) {
                add(Code::p_reversed_dates, event->due->span,
                    fmt::format("event `{}` falls due on {}, before it was raised on {}",
                                event->id.value, format_date(slot.due.due),
                                format_date(event->raised)));
            }
        }
        slot.window = data_window(o.cadence.value, o.window, slot.period);
        if (o.due) {
            for (const int year : plan_.calendar.years_asked()) {
                asked_by_.emplace(year, o.due->span);
            }
        }
        slot.closes = plan_.calendar.add(slot.due.due, plan_.closes_after(o));
        const auto slot_ix = static_cast<SlotIx>(schedule_.slots.size());
        if (schedule_.slots_by_period[ix].emplace(period.id, slot_ix).second) {
            schedule_.slots.push_back(std::move(slot));
        }
    }

    Exceptions match(const std::vector<Exception>& exceptions) {
        Exceptions matched;
        for (const auto& exception : exceptions) {
            const auto key = key_of(exception);
            if (!key) continue;
            if (!matched.emplace(*key, &exception).second) {
                add(Code::p_repeated_exception, exception.span,
                    fmt::format("`{}` of `{}` for {} is settled twice", exception.obligation.value,
                                exception.agency.value, exception.period.value),
                    "keep the entry that stands and take the other out");
            }
        }
        return matched;
    }

    void report_no_agency(const Exception& e) {
        const bool group =
            std::any_of(plan_.groups.begin(), plan_.groups.end(),
                        [&](const Group& g) { return g.id.value == e.agency.value; });
        std::vector<std::string> known;
        for (const auto& agency : plan_.agencies) known.push_back(agency.id.value);
        add(Code::p_unknown_agency, e.agency.span, fmt::format("no agency `{}`", e.agency.value),
            group ? "it is a group: write an entry for each of its agencies"
                  : did_you_mean(e.agency.value, known));
    }

    std::optional<ExceptionKey> key_of(const Exception& e) {
        const auto unmatched = e.due ? Code::p_unmatched_extension : Code::p_unmatched_waiver;
        const auto obligation = plan_.obligation_ids.find(e.obligation.value);
        const auto agency = plan_.names.by_id.find(e.agency.value);
        if (obligation == plan_.obligation_ids.end()) {
            add(Code::p_unknown_obligation, e.obligation.span,
                fmt::format("no task or report `{}`", e.obligation.value),
                did_you_mean(e.obligation.value, obligation_ids(plan_)));
        }
        if (agency == plan_.names.by_id.end()) {
            report_no_agency(e);
        }
        if (obligation == plan_.obligation_ids.end() || agency == plan_.names.by_id.end()) {
            return std::nullopt;
        }
        const auto& o = plan_.obligations[obligation->second];
        const auto period = period_id_of(o, e.period.value);
        const auto slot = period ? schedule_.find_slot(obligation->second, *period) : std::nullopt;
        if (!slot && is_undated(obligation->second)) return std::nullopt;
        if (!slot) {
            const bool ad_hoc = o.cadence.value == Cadence::ad_hoc;
            std::vector<Period> periods;
            for (const auto& other : schedule_.slots) {
                if (other.obligation == obligation->second) periods.push_back(other.period);
            }
            if (e.period.empty()) {
                add(unmatched, e.span,
                    fmt::format("`period` is missing: `{}` is {}", o.id.value,
                                info(o.cadence.value).id),
                    ad_hoc ? "write the id of the event" : list_of(periods));
            } else {
                add(unmatched, e.period.span,
                    fmt::format("`{}` has no {} `{}`", o.id.value, ad_hoc ? "event" : "period",
                                e.period.value),
                    ad_hoc ? "" : list_of(periods));
            }
            return std::nullopt;
        }
        return ExceptionKey{*slot, agency->second};
    }

    /// It has no slots because its due rule was refused: that is told already.
    bool is_undated(ObligationIx ix) const {
        const auto cadence = plan_.obligations[ix].cadence.value;
        return cadence != Cadence::continuous && cadence != Cadence::ad_hoc &&
               refused_.contains(ix) && schedule_.slots_by_period[ix].empty();
    }

    void add_rows(SlotIx ix) {
        auto& slot = schedule_.slots[ix];
        const auto& o = plan_.obligations[slot.obligation];
        slot.first_row = static_cast<RowIx>(schedule_.rows.size());
        for (const auto agency : slot.event != nullptr ? slot.event->agency_ixs : o.agencies) {
            ExpectedRow row{ix, agency, slot.due.due, slot.closes, nullptr, nullptr};
            if (const auto found = extensions_.find({ix, agency}); found != extensions_.end()) {
                row.extension = found->second;
                row.due = *row.extension->due;
                row.closes = plan_.calendar.add(row.due, plan_.closes_after(o));
            }
            if (!plan_.agencies[agency].active_on(row.due)) continue;
            if (const auto found = waivers_.find({ix, agency}); found != waivers_.end()) {
                row.waiver = found->second;
            }
            schedule_.rows.push_back(row);
        }
        slot.row_count = static_cast<RowIx>(schedule_.rows.size()) - slot.first_row;
    }

    void check_exceptions(const Exceptions& exceptions, Code code, std::string_view what) {
        for (const auto& [key, exception] : exceptions) {
            if (schedule_.find_row(key.first, key.second)) continue;
            const auto& slot = schedule_.slots[key.first];
            add(code, exception->span,
                fmt::format("this {} matches no expected report: `{}` is not expected to send "
                            "`{}` for {}",
                            what, exception->agency.value, exception->obligation.value,
                            slot.period.id));
        }
    }

    void warn_about_years() {
        for (const int year : plan_.calendar.years_asked()) {
            if (plan_.calendar.has_holidays_in(year)) continue;
            const auto rule = asked_by_.find(year);
            add(Code::p_no_holidays, rule == asked_by_.end() ? plan_.head.id.span : rule->second,
                fmt::format("working days of {} are counted, but the calendar has no holiday in "
                            "that year",
                            year),
                "add the year's holidays to the calendar");
        }
    }

    const Plan& plan_;
    Diagnostics& diagnostics_;
    Schedule schedule_;
    std::set<ObligationIx> refused_;  ///< those whose slots have faults
    Exceptions extensions_;
    Exceptions waivers_;
    std::map<int, Span> asked_by_;  ///< the first due rule that counts working days of the year
};

}  // namespace

std::optional<SlotIx> Schedule::find_slot(ObligationIx obligation, std::string_view period) const {
    const auto& slots_of = slots_by_period[obligation];
    const auto found = slots_of.find(period);
    if (found == slots_of.end()) return std::nullopt;
    return found->second;
}

std::optional<RowIx> Schedule::find_row(SlotIx slot, AgencyIx agency) const {
    const auto first = rows.begin() + slots[slot].first_row;
    const auto last = first + slots[slot].row_count;
    if (first == last || agency < first->agency) return std::nullopt;
    // Mostly every agency owes the report, so that the rows are numbered as the agencies are.
    const auto guess = agency - first->agency;
    if (guess < slots[slot].row_count && (first + guess)->agency == agency) {
        return slots[slot].first_row + guess;
    }
    const auto found = std::lower_bound(
        first, last, agency, [](const ExpectedRow& row, AgencyIx ix) { return row.agency < ix; });
    if (found == last || found->agency != agency) return std::nullopt;
    return static_cast<RowIx>(found - rows.begin());
}

Schedule build_schedule(const Plan& plan, Diagnostics& diagnostics) {
    return Scheduler(plan, diagnostics).run();
}

std::optional<std::string> period_id_of(const Obligation& o, std::string_view text) {
    if (o.cadence.value == Cadence::ad_hoc) return std::string(text);
    if (o.cadence.value == Cadence::once && text.empty()) return "once";
    return canonical_period_id(o.cadence.value, text);
}

}  // namespace plantool
