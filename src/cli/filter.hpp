// The filters of `status` and `due`, from what the user wrote.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "core/status.hpp"

namespace CLI {
class App;
}

namespace plantool {

/// As given; each list may hold several entries in one, `a,b`, but for agencies: names hold commas.
struct FilterOptions {
    std::vector<std::string> agencies;
    std::vector<std::string> groups;
    std::vector<std::string> obligations;
    std::vector<std::string> periods;
    std::vector<std::string> states;
};

void add_filter_options(CLI::App& app, FilterOptions& options);

/// Throws UsageError for a name that the plan does not know.
Filter make_filter(const FilterOptions& options, const Plan& plan, const Schedule& schedule);

/// Throws UsageError for a word that is no state.
std::vector<State> parse_states(const std::vector<std::string>& words);

/// The obligations that the ids name. Throws UsageError for one that the plan does not have.
std::vector<ObligationIx> parse_obligations(const std::vector<std::string>& ids, const Plan& plan);
/// The agency that an id or name means. Throws UsageError for none and for several.
AgencyIx parse_agency(const std::string& written, const Plan& plan);

}  // namespace plantool
