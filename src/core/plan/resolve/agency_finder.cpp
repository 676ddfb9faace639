#include <algorithm>
#include <span>

#include "core/plan/agency_match.hpp"
#include "core/plan/resolve/resolve_parts.hpp"
#include "text/labels.hpp"

namespace plantool {

void AgencyFinder::report_unknown(const Text& at) {
    diagnostics_.add({Code::p_unknown_agency,
                      at.span,
                      {Word::no_agency_or_group, at.value},
                      known_.suggestion(at.value, [&] { return agency_and_group_ids(plan_); })});
}

/// Reports a name that several agencies share; one that nobody has is left to the caller.
std::optional<AgencyIx> AgencyFinder::find(const Text& written, bool by_any_name) {
    if (!by_any_name) {
        const auto found = plan_.names.by_id.find(written.value);
        return found == plan_.names.by_id.end() ? std::nullopt : std::optional(found->second);
    }
    const auto match = find_agency(plan_, written.value);
    if (match.candidates.empty()) return match.agency;
    constexpr std::size_t kMostNamed = 20;
    std::vector<std::string_view> named;
    for (const auto ix :
         std::span(match.candidates).first(std::min(match.candidates.size(), kMostNamed))) {
        named.push_back(plan_.agencies[ix].id.value);
    }
    auto ids = in_backquotes(named);
    if (match.candidates.size() > kMostNamed) ids += ", …";
    diagnostics_.add({Code::p_unknown_agency,
                      written.span,
                      {Word::several_agencies, written.value},
                      {Word::write_id_of_one, ids}});
    return std::nullopt;
}

std::vector<AgencyIx> AgencyFinder::expand(const std::vector<Text>& written, bool by_any_name) {
    std::set<AgencyIx> agencies;
    for (const auto& text : written) {
        const auto told = diagnostics_.all().size();
        if (const auto agency = find(text, by_any_name)) {
            agencies.insert(*agency);
        } else if (const auto group = plan_.group_ids.find(text.value);
                   group != plan_.group_ids.end()) {
            const auto& members = plan_.groups[group->second].agencies;
            agencies.insert(members.begin(), members.end());
        } else if (diagnostics_.all().size() == told) {
            report_unknown(text);
        }
    }
    used_.insert(agencies.begin(), agencies.end());
    return {agencies.begin(), agencies.end()};
}

std::optional<AgencyIx> AgencyFinder::one_by_name(const Text& name) {
    const auto told = diagnostics_.all().size();
    const auto agency = find(name, true);
    if (agency) {
        used_.insert(*agency);
    } else if (diagnostics_.all().size() == told) {
        report_unknown(name);
    }
    return agency;
}

std::optional<AgencyIx> AgencyFinder::one_by_id(const Text& id) {
    const auto agency = find(id, false);
    if (agency) {
        used_.insert(*agency);
    } else if (plan_.group_ids.contains(id.value)) {
        diagnostics_.add({Code::p_unknown_agency,
                          id.span,
                          {Word::is_a_group, id.value},
                          {Word::name_agency_itself}});
    } else {
        report_unknown(id);
    }
    return agency;
}

}  // namespace plantool
