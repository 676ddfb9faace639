#include "core/agency_match.hpp"

#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {

AgencyMatch find_agency(const Plan& plan, std::string_view written) {
    if (const auto id = plan.names.by_id.find(written); id != plan.names.by_id.end()) {
        return {id->second, {}, true};
    }
    const auto named = plan.names.by_folded_name.find(fold_name(written));
    if (named == plan.names.by_folded_name.end()) return {};
    if (named->second.size() > 1) return {std::nullopt, named->second, false};
    const auto ix = named->second.front();
    return {ix, {}, plan.agencies[ix].name.value == to_nfc(written)};
}

std::vector<std::string> agency_names(const Plan& plan) {
    std::vector<std::string> names;
    for (const auto& agency : plan.agencies) {
        names.push_back(agency.id.value);
        names.push_back(agency.name.value);
        if (!agency.short_name.empty()) names.push_back(agency.short_name.value);
        for (const auto& alias : agency.aliases) names.push_back(alias.value);
    }
    return names;
}

std::vector<std::string> task_ids(const Plan& plan) {
    std::vector<std::string> ids;
    for (const auto& o : plan.obligations) {
        if (o.kind == ObligationKind::task) ids.push_back(o.id.value);
    }
    return ids;
}

std::vector<std::string> indicator_ids(const Plan& plan) {
    std::vector<std::string> ids;
    for (const auto& indicator : plan.indicators) ids.push_back(indicator.id.value);
    return ids;
}

}  // namespace plantool
