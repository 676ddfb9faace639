#include "core/schedule/life/terms.hpp"

#include <algorithm>

namespace plantool {

Terms terms_without(const Plan& plan, const Obligation& o, const Amendment* left_out, Day as_of,
                    Day last_day) {
    Terms terms;
    terms.due = o.due ? &*o.due : nullptr;
    terms.closes_after = plan.closes_after(o);
    terms.agencies = &o.agencies;
    terms.quiet_after = plan.quiet_after(o);
    for (const auto& a : o.amended) {
        if (&a == left_out || a.on > as_of || a.effective > last_day) continue;
        if (a.due) terms.due = &*a.due;
        if (a.closes_after) terms.closes_after = *a.closes_after;
        if (a.has_owners) terms.agencies = &a.agencies;
        if (a.quiet_after) terms.quiet_after = *a.quiet_after;
        if (a.ends) terms.lifted = *a.ends;
        terms.amendments.push_back(&a);
    }
    return terms;
}

Terms terms_of(const Plan& plan, const Obligation& o, Day as_of, Day last_day) {
    return terms_without(plan, o, nullptr, as_of, last_day);
}

std::vector<Day> turning_days(const Obligation& o) {
    std::vector<Day> turning{Day::min()};
    for (const auto& a : o.amended) turning.push_back(a.on);
    std::sort(turning.begin(), turning.end());
    turning.erase(std::unique(turning.begin(), turning.end()), turning.end());
    return turning;
}

}  // namespace plantool
