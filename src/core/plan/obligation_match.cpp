#include "core/plan/obligation_match.hpp"

#include "core/plan/agency_match.hpp"
#include "text/vietnamese.hpp"

namespace plantool {

ObligationTitles obligation_titles(const Plan& plan) {
    ObligationTitles titles;
    for (ObligationIx ix = 0; ix < plan.obligations.size(); ++ix) {
        const auto [known, is_new] =
            titles.emplace(fold_name(plan.obligations[ix].title.value), ix);
        if (!is_new) known.value() = std::nullopt;
    }
    return titles;
}

std::optional<ObligationIx> find_obligation(const Plan& plan, std::string_view written) {
    auto found = plan.obligation_ids.find(written);
    if (found == plan.obligation_ids.end()) {
        if (const auto tidy = tidy_id(written)) found = plan.obligation_ids.find(*tidy);
    }
    if (found != plan.obligation_ids.end()) return found->second;
    const auto titles = obligation_titles(plan);
    const auto titled = titles.find(fold_name(written));
    return titled == titles.end() ? std::nullopt : titled->second;
}

}  // namespace plantool
