// The parts of `resolve`. Only the resolve*.cpp files use these.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "core/plan/plan.hpp"
#include "text/suggest.hpp"

namespace plantool {

/// For how many unknown names of one kind what was meant is looked for.
inline constexpr std::size_t kMostSuggested = 1000;

/// Turns what a plan writes for agencies into agencies, and remembers which it named.
class AgencyFinder {
  public:
    AgencyFinder(const Plan& plan, Diagnostics& diagnostics)
        : plan_(plan), diagnostics_(diagnostics) {}

    /// The agencies that the ids of agencies and groups name, each once, in plan order.
    std::vector<AgencyIx> expand(const std::vector<Text>& ids) { return expand(ids, false); }
    /// The same where agencies may be written by any of their names, as in events files.
    std::vector<AgencyIx> expand_names(const std::vector<Text>& names) {
        return expand(names, true);
    }
    /// One agency by any of its names; a group is none.
    std::optional<AgencyIx> one_by_name(const Text& name);
    /// One agency by its id alone; a group is none.
    std::optional<AgencyIx> one_by_id(const Text& id);
    void report_unknown(const Text& at);
    const std::set<AgencyIx>& used() const { return used_; }

  private:
    std::vector<AgencyIx> expand(const std::vector<Text>& written, bool by_any_name);
    std::optional<AgencyIx> find(const Text& written, bool by_any_name);
    const Plan& plan_;
    Diagnostics& diagnostics_;
    std::set<AgencyIx> used_;
    LimitedSuggester known_{kMostSuggested};
};

/// Bad and repeated ids.
void check_ids(const Plan& plan, Diagnostics& diagnostics);
/// Fills Group::agencies; reports unknown members, cycles and empty groups.
void expand_groups(Plan& plan, AgencyFinder& names, Diagnostics& diagnostics);
/// Events, waivers, extensions, returns and explanations: whose they are and of what. Those that
/// say that they belong to another plan are left out first.
void resolve_events(Plan& plan, AgencyFinder& names, Diagnostics& diagnostics);

}  // namespace plantool
