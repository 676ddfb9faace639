// Groups expanded to the agencies that they reach (semantics.md, section 3).

#include <set>

#include "core/plan/resolve/resolve_parts.hpp"

namespace plantool {
namespace {

class GroupExpander {
  public:
    GroupExpander(Plan& plan, AgencyFinder& names, Diagnostics& diagnostics)
        : plan_(plan), names_(names), diagnostics_(diagnostics) {}

    // Groups expand depth first; `open` holds the groups on the way down, to see a cycle.
    void run() {
        for (std::size_t i = 0; i < plan_.groups.size(); ++i) {
            plan_.group_ids.emplace(plan_.groups[i].id.value, i);
        }
        state_.assign(plan_.groups.size(), Visit::fresh);
        for (std::size_t i = 0; i < plan_.groups.size(); ++i) expand_group(i);
    }

    void expand_group(std::size_t root) {
        // An explicit stack: groups may nest deeper than the program's own stack is sure to reach.
        struct Frame {
            std::size_t group;
            std::size_t member;
            std::set<AgencyIx> agencies;
        };
        if (state_[root] != Visit::fresh) return;
        std::vector<Frame> stack{{root, 0, {}}};
        state_[root] = Visit::open;
        report_if_empty(root);
        while (!stack.empty()) {
            auto& frame = stack.back();
            auto& group = plan_.groups[frame.group];
            if (frame.member == group.members.size()) {
                group.agencies.assign(frame.agencies.begin(), frame.agencies.end());
                state_[frame.group] = Visit::done;
                stack.pop_back();
                continue;
            }
            const auto& member = group.members[frame.member];
            if (const auto agency = plan_.names.by_id.find(member.value);
                agency != plan_.names.by_id.end()) {
                frame.agencies.insert(agency->second);
                ++frame.member;
                continue;
            }
            const auto inner = plan_.group_ids.find(member.value);
            if (inner == plan_.group_ids.end()) {
                names_.report_unknown(member);
                ++frame.member;
            } else if (state_[inner->second] == Visit::open) {
                diagnostics_.add({Code::p_group_cycle,
                                  member.span,
                                  {Word::group_contains_itself, member.value, group.id.value},
                                  {Word::take_out_of_members}});
                ++frame.member;
            } else if (state_[inner->second] == Visit::done) {
                const auto& agencies = plan_.groups[inner->second].agencies;
                frame.agencies.insert(agencies.begin(), agencies.end());
                ++frame.member;
            } else {
                state_[inner->second] = Visit::open;
                report_if_empty(inner->second);
                stack.push_back({inner->second, 0, {}});
            }
        }
    }

    void report_if_empty(std::size_t group) {
        if (!plan_.groups[group].has_members || !plan_.groups[group].members.empty()) return;
        diagnostics_.add({Code::p_empty_group,
                          plan_.groups[group].id.span,
                          {Word::group_has_no_member, plan_.groups[group].id.value},
                          {Word::list_under_members}});
    }

  private:
    enum class Visit { fresh, open, done };

    Plan& plan_;
    AgencyFinder& names_;
    Diagnostics& diagnostics_;
    std::vector<Visit> state_;
};

}  // namespace

void expand_groups(Plan& plan, AgencyFinder& names, Diagnostics& diagnostics) {
    GroupExpander(plan, names, diagnostics).run();
}

}  // namespace plantool
