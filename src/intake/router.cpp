#include "intake/router.hpp"

#include <algorithm>

namespace plantool {

std::uint32_t home_of(std::span<const PlanIntake> plans) {
    std::uint32_t home = 0;
    while (home + 1 < plans.size() && plans[home].passed_over) ++home;
    return home;
}

Router::Router(std::span<const PlanIntake> plans,
               const std::vector<std::unique_ptr<SubmissionChecker>>& checkers)
    : plans_(plans), checkers_(checkers), fits_(plans.size()), home_(home_of(plans)) {}

Route Router::route(const RawSubmission& raw) {
    if (raw.plan) {
        const auto plan = named(raw);
        return plan ? Route{*plan} : Route{home_, true};
    }
    if (plans_.size() == 1 || checkers_.empty()) return {home_};
    return by_period(raw);
}

std::optional<std::uint32_t> Router::named(const RawSubmission& raw) const {
    for (std::uint32_t i = 0; i < plans_.size(); ++i) {
        if (plans_[i].laid->plan.head.id.value == raw.plan->value) return i;
    }
    return std::nullopt;
}

Route Router::by_period(const RawSubmission& raw) {
    PlanChoice having;
    PlanChoice fitting;
    PlanChoice without_period;
    bool continuous = false;
    for (std::uint32_t i = 0; i < plans_.size(); ++i) {
        fits_[i] = checkers_[i]->fit(raw);
        if (!fits_[i].cadence) continue;
        having.push_back(i);
        const bool once = fits_[i].cadence == Cadence::once;
        if (raw.period ? fits_[i].has_period : once) fitting.push_back(i);
        if (raw.period) continue;
        const bool goes_on = fits_[i].cadence == Cadence::continuous;
        continuous = continuous || goes_on;
        if (once || goes_on) without_period.push_back(i);
    }
    if (continuous) return by_day(without_period);
    if (fitting.size() > 1) return {home_, false, std::move(fitting)};
    if (fitting.size() == 1) return {fitting.front()};
    // Where one plan alone knows of it, that plan says what is wrong.
    if (having.size() == 1) return {having.front()};
    return misfit(having);
}

Route Router::by_day(const PlanChoice& among) const {
    std::vector<PlanDay> candidates;
    for (const auto plan : among) {
        if (!fits_[plan].received) continue;
        candidates.push_back({plan, plans_[plan].laid->plan.head.span, *fits_[plan].received});
    }
    if (candidates.empty()) return misfit(among);  // without a day it is wrong in each
    auto chosen = choose_by_day(candidates);
    if (chosen.size() > 1) return {home_, false, std::move(chosen)};
    return {chosen.front()};
}

Route Router::misfit(const PlanChoice& having) const {
    std::vector<PlanDay> asked;
    for (const bool all : {false, true}) {
        if (!asked.empty()) break;
        for (std::uint32_t i = 0; i < plans_.size(); ++i) {
            const bool known = std::find(having.begin(), having.end(), i) != having.end();
            if (plans_[i].passed_over || !fits_[i].received || !(all || known)) continue;
            asked.push_back({i, plans_[i].laid->plan.head.span, *fits_[i].received});
        }
    }
    const auto chosen = choose_by_day(asked);
    return {chosen.empty() ? home_ : chosen.front()};
}

}  // namespace plantool
