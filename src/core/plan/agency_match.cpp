#include "core/plan/agency_match.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// Looks for the very spelling among the names and short names that the agency bore, the last
/// first. A short name is borne until there is another.
void judge_spelling(const Agency& agency, const std::string& written, AgencyMatch& match) {
    std::optional<Day> until;
    std::optional<Day> short_until;
    const auto is_it = [&](const Text& name, const Text& short_name) {
        const bool is_name = written == name.value;
        match.exact = is_name || written == short_name.value;
        if (match.exact) match.borne_until = is_name ? until : short_until;
        return match.exact;
    };
    const bool renamed =
        std::any_of(agency.renamed.rbegin(), agency.renamed.rend(), [&](const Renaming& renaming) {
            if (is_it(renaming.name, renaming.short_name)) return true;
            until = renaming.from - days{1};
            if (!renaming.short_name.empty()) short_until = until;
            return false;
        });
    if (!renamed) is_it(agency.name, agency.short_name);
}

}  // namespace

AgencyMatch find_agency(const Plan& plan, std::string_view written) {
    if (const auto id = plan.names.by_id.find(written); id != plan.names.by_id.end()) {
        return {id->second, {}, true, {}};
    }
    if (const auto tidy = tidy_id(written)) {
        const auto id = plan.names.by_id.find(*tidy);
        if (id != plan.names.by_id.end()) return {id->second, {}, false, {}};
    }
    const auto named = plan.names.by_folded_name.find(fold_name(written));
    if (named == plan.names.by_folded_name.end()) return {};
    if (named->second.size() > 1) return {std::nullopt, named->second, false, {}};
    AgencyMatch match{named->second.front(), {}, false, {}};
    judge_spelling(plan.agencies[*match.agency], to_nfc(written), match);
    return match;
}

std::vector<std::string> agency_names(const Plan& plan) {
    std::vector<std::string> names;
    for (const auto& agency : plan.agencies) {
        names.push_back(agency.id.value);
        names.push_back(agency.name.value);
        if (!agency.short_name.empty()) names.push_back(agency.short_name.value);
        for (const auto& alias : agency.aliases) names.push_back(alias.value);
        for (const auto& renaming : agency.renamed) names.push_back(renaming.name.value);
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

std::optional<std::string> tidy_id(std::string_view written) {
    std::string tidy;
    for (std::size_t at = 0; at < written.size();) {
        const auto c = next_code_point(written, at);
        if (!is_invisible(c)) append_code_point(tidy, c);
    }
    tidy = std::string(trim(tidy));
    if (tidy == written) return std::nullopt;
    return tidy;
}

IndicatorNames indicator_names(const Plan& plan) {
    IndicatorNames names;
    for (const auto& indicator : plan.indicators) {
        const auto [known, is_new] =
            names.emplace(fold_name(indicator.name.value), indicator.id.value);
        if (!is_new && known->second != indicator.id.value) known.value().clear();
    }
    // An id means its indicator, whatever the others are called.
    for (const auto& indicator : plan.indicators) {
        names[fold_name(indicator.id.value)] = indicator.id.value;
    }
    return names;
}

}  // namespace plantool
