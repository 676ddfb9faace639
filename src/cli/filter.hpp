// The filters of `status` and `due`, from what the user wrote.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "core/status/status.hpp"
#include "write/status/writers.hpp"

namespace CLI {
class App;
}

namespace plantool {

/// As given; each list may hold several entries in one, `a,b`, but for agencies: names hold commas.
struct FilterOptions {
    std::vector<std::string> agencies = {};
    std::vector<std::string> groups = {};
    std::vector<std::string> obligations = {};
    std::vector<std::string> periods = {};
    std::vector<std::string> states = {};
};

void add_filter_options(CLI::App& app, Language language, FilterOptions& options);

/// A filter for each of the plans that are asked, in their order, and what was asked for, by ids.
struct Filters {
    std::vector<Filter> of_plan;
    std::vector<AskedFilter> asked;
};

/// What one of the plans does not know selects nothing of it. Throws UsageError for a name that
/// none of them knows.
Filters make_filters(const FilterOptions& options, const Session& session);

/// Throws UsageError for a word that is no state.
std::vector<State> parse_states(const std::vector<std::string>& words);

/// The obligations that the texts name, each an id or a title, or several ids with commas between
/// them. Throws UsageError for one that the plan does not have.
std::vector<ObligationIx> parse_obligations(const std::vector<std::string>& ids, const Plan& plan);
/// Why no obligation is meant.
UsageError unknown_obligation(const std::string& written, const Plan& plan);
/// Why no agency, or none alone, is meant.
UsageError unknown_agency(const std::string& written, const Plan& plan);
/// The agency that an id or name means. Throws UsageError for none and for several.
AgencyIx parse_agency(const std::string& written, const Plan& plan);

}  // namespace plantool
