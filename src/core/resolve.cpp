#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "core/agency_match.hpp"
#include "core/plan.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

bool is_id(std::string_view id) {
    const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !id.empty() && alnum(id[0]) && std::all_of(id.begin(), id.end(), [&](char c) {
        return alnum(c) || c == '.' || c == '-';
    });
}

bool is_task_id(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.';
    });
}

class Resolver {
  public:
    Resolver(Plan& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {}

    void run() {
        check_ids();
        index_names();
        expand_groups();
        list_tasks();
        resolve_obligations();
        resolve_indicators();
        resolve_events();
        check_head();
        report_unused_agencies();
    }

  private:
    void add(Code code, const Text& at, std::string message, std::string help = {}) {
        diagnostics_.add({code, at.span, std::move(message), std::move(help)});
    }

    void check_id(const Text& id) {
        if (id.value.empty() || is_id(id.value)) return;  // a missing one was reported already
        add(Code::p_bad_id, id, fmt::format("`{}` is no id", id.value),
            "an id is made of a-z, 0-9, `.` and `-`, and begins with a letter or digit");
    }

    void check_ids() {
        check_id(plan_.head.id);
        for (const auto& agency : plan_.agencies) check_id(agency.id);
        for (const auto& group : plan_.groups) check_id(group.id);
        for (const auto& indicator : plan_.indicators) check_id(indicator.id);
        for (const auto& event : plan_.events) check_id(event.id);
        for (const auto& o : plan_.obligations) {
            if (o.kind == ObligationKind::report) {
                check_id(o.id);
            } else if (!o.id.value.empty() && !is_task_id(o.id.value)) {
                add(Code::p_bad_id, o.id, fmt::format("`{}` is no task id", o.id.value),
                    "a task's id is made of letters, digits and dots, such as II.1.3");
            }
        }
        check_unique();
    }

    template <class Seen>
    void claim(Seen& seen, const Text& id, std::string_view what) {
        if (id.value.empty()) return;
        const auto [first, fresh] = seen.emplace(id.value, &id);
        if (fresh) return;
        diagnostics_.add({Code::p_duplicate_id,
                          id.span,
                          fmt::format("two {} have the id `{}`", what, id.value),
                          "give one of them another id",
                          {},
                          {{"the first is here", first->second->span}}});
    }

    void check_unique() {
        std::unordered_map<std::string, const Text*> bodies;
        std::unordered_map<std::string, const Text*> duties;
        std::unordered_map<std::string, const Text*> indicators;
        std::unordered_map<std::string, const Text*> events;
        for (const auto& agency : plan_.agencies) claim(bodies, agency.id, "agencies or groups");
        for (const auto& group : plan_.groups) claim(bodies, group.id, "agencies or groups");
        for (const auto& o : plan_.obligations) claim(duties, o.id, "tasks or reports");
        for (const auto& i : plan_.indicators) claim(indicators, i.id, "indicators");
        for (const auto& event : plan_.events) claim(events, event.id, "events");
    }

    void index_names() {
        for (AgencyIx ix = 0; ix < plan_.agencies.size(); ++ix) {
            auto& agency = plan_.agencies[ix];
            plan_.names.by_id.emplace(agency.id.value, ix);
            index_name(agency.name, ix);
            if (!agency.short_name.empty()) index_name(agency.short_name, ix);
            for (const auto& alias : agency.aliases) index_name(alias, ix);
        }
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            plan_.obligation_ids.emplace(plan_.obligations[ix].id.value, ix);
        }
        for (IndicatorIx ix = 0; ix < plan_.indicators.size(); ++ix) {
            plan_.indicator_ids.emplace(plan_.indicators[ix].id.value, ix);
        }
    }

    void index_name(const Text& name, AgencyIx ix) {
        auto& holders = plan_.names.by_folded_name[fold_name(name.value)];
        if (std::find(holders.begin(), holders.end(), ix) != holders.end()) return;
        if (!holders.empty()) {
            diagnostics_.add(
                {Code::p_shared_name,
                 name.span,
                 fmt::format("`{}` names `{}` and also `{}`", name.value,
                             plan_.agencies[holders.front()].id.value, plan_.agencies[ix].id.value),
                 "submissions must then name either by its id; give one of them a longer name",
                 {},
                 {{"the other is here", plan_.agencies[holders.front()].id.span}}});
        }
        holders.push_back(ix);
    }

    // Groups expand depth first; `open` holds the groups on the way down, to see a cycle.
    void expand_groups() {
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
            if (const auto* agency = find_agency(member.value)) {
                frame.agencies.insert(*agency);
                ++frame.member;
                continue;
            }
            const auto inner = plan_.group_ids.find(member.value);
            if (inner == plan_.group_ids.end()) {
                unknown_agency(member);
                ++frame.member;
            } else if (state_[inner->second] == Visit::open) {
                add(Code::p_group_cycle, member,
                    fmt::format("group `{}` contains itself through `{}`", member.value,
                                group.id.value),
                    "take it out of the members");
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
        add(Code::p_empty_group, plan_.groups[group].id,
            fmt::format("group `{}` has no member", plan_.groups[group].id.value),
            "list the agencies that belong to it under `members`");
    }

    const AgencyIx* find_agency(const std::string& id) const {
        const auto found = plan_.names.by_id.find(id);
        return found == plan_.names.by_id.end() ? nullptr : &found->second;
    }

    void unknown_agency(const Text& at) {
        add(Code::p_unknown_agency, at, fmt::format("no agency or group `{}`", at.value),
            agencies_and_groups().did_you_mean(at.value));
    }

    const Suggester& agencies_and_groups() {
        if (!agencies_and_groups_) agencies_and_groups_.emplace(agency_and_group_ids(plan_));
        return *agencies_and_groups_;
    }

    /// The agencies that the ids name, each once, in plan order.
    std::vector<AgencyIx> expand(const std::vector<Text>& ids) {
        std::set<AgencyIx> agencies;
        for (const auto& id : ids) {
            if (const auto* agency = find_agency(id.value)) {
                agencies.insert(*agency);
            } else if (const auto group = plan_.group_ids.find(id.value);
                       group != plan_.group_ids.end()) {
                const auto& members = plan_.groups[group->second].agencies;
                agencies.insert(members.begin(), members.end());
            } else {
                unknown_agency(id);
            }
        }
        used_.insert(agencies.begin(), agencies.end());
        return {agencies.begin(), agencies.end()};
    }

    void list_tasks() {
        std::vector<ObligationIx> tasks;
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            if (plan_.obligations[ix].kind == ObligationKind::task) tasks.push_back(ix);
        }
        all_tasks_ = TaskList(std::move(tasks));
    }

    const Suggester& task_ids() {
        if (!task_ids_) task_ids_.emplace(plantool::task_ids(plan_));
        return *task_ids_;
    }

    TaskList find_tasks(const std::vector<Text>& ids) {
        std::set<ObligationIx> tasks;
        for (const auto& id : ids) {
            const auto found = plan_.obligation_ids.find(id.value);
            const bool task = found != plan_.obligation_ids.end() &&
                              plan_.obligations[found->second].kind == ObligationKind::task;
            if (task) {
                tasks.insert(found->second);
                continue;
            }
            add(Code::p_unknown_task, id, fmt::format("no task `{}`", id.value),
                task_ids().did_you_mean(id.value));
        }
        return TaskList({tasks.begin(), tasks.end()});
    }

    void resolve_obligations() {
        for (auto& o : plan_.obligations) {
            const auto before = diagnostics_.count(Severity::error);
            o.agencies = expand(o.owners);
            expand(o.partners);
            expand(o.recipients);
            const bool silent = diagnostics_.count(Severity::error) == before;
            if (o.agencies.empty() && silent && o.has_owners) {
                const auto* key = o.kind == ObligationKind::task ? "lead" : "from";
                add(Code::p_no_agency, o.id,
                    fmt::format("`{}` reaches no agency: nobody would owe it", o.id.value),
                    fmt::format("name at least one agency or non-empty group under `{}`", key));
            }
            o.covered = o.has_covers ? find_tasks(o.covers) : all_tasks_;
        }
    }

    void resolve_indicators() {
        for (auto& i : plan_.indicators) {
            i.applies_to = i.has_tasks ? find_tasks(i.tasks) : all_tasks_;
            if (i.min && i.max && *i.min > *i.max) {
                add(Code::p_bad_value, i.id,
                    fmt::format("the limits of `{}` leave no value: min is above max", i.id.value));
            }
        }
    }

    void resolve_events() {
        for (auto& event : plan_.events) {
            const auto found = plan_.obligation_ids.find(event.obligation.value);
            if (found == plan_.obligation_ids.end()) {
                add(Code::p_unknown_obligation, event.obligation,
                    fmt::format("no task or report `{}`", event.obligation.value),
                    did_you_mean(event.obligation.value, obligation_ids(plan_)));
                continue;
            }
            const auto& o = plan_.obligations[found->second];
            if (o.cadence.value != Cadence::ad_hoc) {
                add(Code::p_event_not_ad_hoc, event.obligation,
                    fmt::format("`{}` is {}, not ad-hoc: events cannot belong to it", o.id.value,
                                info(o.cadence.value).id));
                continue;
            }
            event.obligation_ix = found->second;
            event.agency_ixs = event.has_agencies ? expand(event.agencies) : o.agencies;
        }
    }

    void check_head() {
        const auto& head = plan_.head;
        expand(head.issuers);
        if (!head.secretariat.empty()) expand({head.secretariat});
    }

    void report_unused_agencies() {
        std::set<AgencyIx> members = used_;
        for (const auto& group : plan_.groups) {
            members.insert(group.agencies.begin(), group.agencies.end());
        }
        for (AgencyIx ix = 0; ix < plan_.agencies.size(); ++ix) {
            const auto& id = plan_.agencies[ix].id;
            if (members.contains(ix) || id.value.empty()) continue;
            add(Code::p_unused_agency, id,
                fmt::format("agency `{}` is in no group, task or report", id.value));
        }
    }

    enum class Visit { fresh, open, done };

    Plan& plan_;
    Diagnostics& diagnostics_;
    std::vector<Visit> state_;
    std::set<AgencyIx> used_;
    TaskList all_tasks_;
    std::optional<Suggester> agencies_and_groups_;  ///< made when first needed
    std::optional<Suggester> task_ids_;             ///< likewise
};

}  // namespace

void resolve(Plan& plan, Diagnostics& diagnostics) {
    Resolver(plan, diagnostics).run();
}

std::vector<std::string> agency_and_group_ids(const Plan& plan) {
    std::vector<std::string> ids;
    for (const auto& agency : plan.agencies) ids.push_back(agency.id.value);
    for (const auto& group : plan.groups) ids.push_back(group.id.value);
    return ids;
}

std::vector<std::string> obligation_ids(const Plan& plan) {
    std::vector<std::string> ids;
    for (const auto& o : plan.obligations) ids.push_back(o.id.value);
    return ids;
}

}  // namespace plantool
