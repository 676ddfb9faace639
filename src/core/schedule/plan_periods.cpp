#include "core/schedule/plan_periods.hpp"

#include <algorithm>
#include <map>

#include "core/time/cadence_word.hpp"

namespace plantool {
namespace {

bool is_period_id(std::string_view id) {
    const auto alnum = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !id.empty() && alnum(id[0]) && std::all_of(id.begin(), id.end(), [&](char c) {
        return alnum(c) || c == '.' || c == '-';
    });
}

Message example_of_periods(const Plan& plan, const Obligation& o) {
    if (o.cadence.value == Cadence::continuous) {
        return {Word::continuous_has_no_periods};
    }
    if (o.cadence.value == Cadence::ad_hoc) {
        return {Word::ad_hoc_has_no_periods};
    }
    return list_of(periods_of(o.cadence.value, plan.head.span, plan.head.year_starts.value));
}

void report_unmatched(const Plan& plan, const Obligation& o, const Text& key,
                      Diagnostics& diagnostics) {
    diagnostics.add(
        {Code::p_unmatched_period,
         key.span,
         {Word::matches_no_period, key.value, o.id.value, cadence_word(o.cadence.value)},
         example_of_periods(plan, o)});
}

void warn_about_none(const Plan& plan, const Obligation& o, Diagnostics& diagnostics) {
    // One day is what reading leaves of a plan whose dates it refused.
    if (plan.head.span.from == plan.head.span.to) return;
    diagnostics.add({Code::p_no_period,
                     o.cadence.span.source == nullptr ? o.id.span : o.cadence.span,
                     {Word::no_period_ends_within, o.id.value},
                     {Word::look_at_span_and_cadence}});
}

/// Whether a listed period can be; reports why not.
bool check_listed(const Plan& plan, const ListedPeriod& p, Diagnostics& diagnostics) {
    if (p.id.value.empty()) return false;  // a missing one was reported already
    if (!is_period_id(p.id.value)) {
        diagnostics.add({Code::p_bad_id,
                         p.id.span,
                         {Word::is_no_period_id, p.id.value},
                         {Word::how_period_ids_are}});
        return false;
    }
    if (p.days.to < p.days.from) {
        diagnostics.add({Code::p_reversed_dates,
                         p.to_span,
                         {Word::period_ends_before_start, p.id.value, p.days.to, p.days.from},
                         {Word::exchange_period_days}});
        return false;
    }
    const auto& span = plan.head.span;
    if (p.days.to < span.from || p.days.to > span.to) {
        diagnostics.add({Code::p_listed_outside_plan,
                         p.to_span,
                         {Word::period_outside_plan, p.id.value, p.days.to, span.from, span.to},
                         {Word::period_belongs_by_end}});
        return false;
    }
    return true;
}

std::vector<PlanPeriod> listed_periods(const Plan& plan, const Obligation& o,
                                       Diagnostics& diagnostics) {
    std::vector<PlanPeriod> periods;
    std::map<std::string_view, const ListedPeriod*> seen;
    bool faulty = false;
    for (const auto& p : o.listed) {
        if (!check_listed(plan, p, diagnostics)) {
            faulty = true;
            continue;
        }
        const auto [first, fresh] = seen.emplace(p.id.value, &p);
        if (fresh) {
            periods.push_back({{p.id.value, year_of(p.days.from), p.days}, &p});
            continue;
        }
        diagnostics.add({Code::p_duplicate_id,
                         p.id.span,
                         {Word::two_periods_have_id, o.id.value, p.id.value},
                         {Word::give_another_id},
                         {},
                         {{Message(Word::first_is_here), first->second->id.span}}});
    }
    if (periods.empty() && !faulty) warn_about_none(plan, o, diagnostics);
    return periods;
}

}  // namespace

Message list_of(const std::vector<Period>& periods) {
    if (periods.empty()) return {Word::no_period_within_plan};
    if (periods.size() == 1) return {Word::one_period_is, periods.front().id};
    return {Word::periods_run, periods.front().id, periods.back().id};
}

std::vector<PlanPeriod> periods_of(const Plan& plan, const Obligation& o,
                                   Diagnostics& diagnostics) {
    if (o.cadence.value == Cadence::listed) return listed_periods(plan, o, diagnostics);
    const int year_starts = plan.head.year_starts.value;
    auto periods = periods_of(o.cadence.value, plan.head.span, year_starts);
    if (periods.empty()) warn_about_none(plan, o, diagnostics);
    const auto matches = [&](const auto& key, const Period& period) {
        return match_period_key(o.cadence.value, key.value, period, year_starts) > 0;
    };
    for (const auto& key : o.period_keys) {
        const bool matched = std::any_of(periods.begin(), periods.end(), [&](const Period& period) {
            return matches(key, period);
        });
        if (!matched) report_unmatched(plan, o, key, diagnostics);
    }
    std::vector<PlanPeriod> kept;
    for (auto& period : periods) {
        const bool chosen = o.period_keys.empty() ||
                            std::any_of(o.period_keys.begin(), o.period_keys.end(),
                                        [&](const auto& key) { return matches(key, period); });
        if (chosen) kept.push_back({std::move(period), nullptr});
    }
    return kept;
}

void check_period_keys(const Plan& plan, const Obligation& o, Diagnostics& diagnostics) {
    const auto cadence = o.cadence.value;
    if (cadence == Cadence::continuous || cadence == Cadence::ad_hoc) {
        for (const auto& key : o.period_keys) report_unmatched(plan, o, key, diagnostics);
    }
    if (o.window == Window::calendar || cadence == Cadence::continuous) return;
    if (plan.head.year_starts.value != 1) {
        diagnostics.add({Code::p_bad_value,
                         o.window_span,
                         {Word::window_of_calendar_year},
                         {Word::take_window_or_year_out}});
        return;
    }
    if (has_own_window(cadence, o.window)) return;
    diagnostics.add({Code::p_window_without_rule,
                     o.window_span,
                     {Word::window_without_rule, cadence_word(cadence)},
                     {Word::take_window_out}});
}

void check_due_keys(const Plan& plan, const Obligation& o, const DueRule& rule,
                    const std::vector<PlanPeriod>& periods, Diagnostics& diagnostics) {
    if (!rule.keyed) return;
    const int year_starts = plan.head.year_starts.value;
    std::vector<Period> all;
    for (const auto& p : periods) all.push_back(p.period);
    for (const auto& day : rule.days) {
        const bool matched = std::any_of(all.begin(), all.end(), [&](const Period& period) {
            return match_period_key(o.cadence.value, day.key.value, period, year_starts) > 0;
        });
        if (matched) continue;
        diagnostics.add({Code::p_unmatched_due_key,
                         day.key.span,
                         {Word::due_key_matches_none, day.key.value, o.id.value},
                         list_of(all)});
    }
}

std::optional<std::string> period_id_of(const Plan& plan, const Obligation& o,
                                        std::string_view text) {
    const auto cadence = o.cadence.value;
    if (cadence == Cadence::ad_hoc || cadence == Cadence::listed) return std::string(text);
    if (cadence == Cadence::once && text.empty()) return "once";
    return canonical_period_id(cadence, text, plan.head.year_starts.value);
}

}  // namespace plantool
