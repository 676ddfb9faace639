#include <algorithm>
#include <optional>
#include <set>

#include "core/plan/agency_match.hpp"
#include "core/plan/plan.hpp"
#include "core/plan/resolve/resolve_parts.hpp"
#include "core/schedule/life/succession.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

class Resolver {
  public:
    Resolver(Plan& plan, Diagnostics& diagnostics)
        : plan_(plan), diagnostics_(diagnostics), names_(plan, diagnostics) {}

    void run() {
        check_ids(plan_, diagnostics_);
        put_in_order();
        index_names();
        expand_groups(plan_, names_, diagnostics_);
        resolve_successors();
        list_tasks();
        resolve_obligations();
        resolve_indicators();
        resolve_events(plan_, names_, diagnostics_);
        settle_returns();
        check_head();
        report_unused_agencies();
    }

  private:
    void add(Code code, const Text& at, Message message, Message help = {}) {
        diagnostics_.add({code, at.span, std::move(message), std::move(help)});
    }

    void put_in_order() {
        const auto sort = [](auto& list, auto day) {
            std::stable_sort(list.begin(), list.end(),
                             [&](const auto& a, const auto& b) { return day(a) < day(b); });
        };
        for (auto& agency : plan_.agencies) {
            sort(agency.renamed, [](const Renaming& r) { return r.from; });
        }
        for (auto& o : plan_.obligations) {
            sort(o.amended, [](const Amendment& a) { return a.on; });
            sort(o.listed, [](const ListedPeriod& p) { return p.days.from; });
        }
    }

    void index_names() {
        // Ids are names too, whatever the case of their letters; that each is there once is checked
        // elsewhere.
        for (AgencyIx ix = 0; ix < plan_.agencies.size(); ++ix) {
            const auto& id = plan_.agencies[ix].id.value;
            const bool is_new = plan_.names.by_id.emplace(id, ix).second;
            if (is_new && !id.empty()) plan_.names.by_folded_name[fold_name(id)].push_back(ix);
        }
        for (AgencyIx ix = 0; ix < plan_.agencies.size(); ++ix) {
            const auto& agency = plan_.agencies[ix];
            index_name(agency.name, ix);
            if (!agency.short_name.empty()) index_name(agency.short_name, ix);
            for (const auto& alias : agency.aliases) index_name(alias, ix);
            for (const auto& renaming : agency.renamed) {
                index_name(renaming.name, ix);
                if (!renaming.short_name.empty()) index_name(renaming.short_name, ix);
            }
        }
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            plan_.obligation_ids.emplace(plan_.obligations[ix].id.value, ix);
        }
        for (IndicatorIx ix = 0; ix < plan_.indicators.size(); ++ix) {
            plan_.indicator_ids.emplace(plan_.indicators[ix].id.value, ix);
        }
    }

    void index_name(const Text& name, AgencyIx ix) {
        const auto folded = fold_name(name.value);
        auto& holders = plan_.names.by_folded_name[folded];
        // Agencies come one after the other, so that its own are the last, but for its id.
        const bool has_it = !holders.empty() && (holders.back() == ix ||
                                                 fold_name(plan_.agencies[ix].id.value) == folded);
        if (has_it) return;
        if (!holders.empty()) {
            diagnostics_.add(
                {Code::p_shared_name,
                 name.span,
                 {Word::names_two_agencies, name.value, plan_.agencies[holders.front()].id.value,
                  plan_.agencies[ix].id.value},
                 {Word::name_either_by_id},
                 {},
                 {{Message(Word::other_is_here), plan_.agencies[holders.front()].id.span}}});
        }
        holders.push_back(ix);
    }

    void resolve_successors() {
        for (AgencyIx ix = 0; ix < plan_.agencies.size(); ++ix) {
            std::set<AgencyIx> successors;
            for (const auto& id : plan_.agencies[ix].successors) {
                if (const auto agency = names_.one_by_id(id)) successors.insert(*agency);
            }
            plan_.agencies[ix].successor_ixs.assign(successors.begin(), successors.end());
            for (const auto next : successors) plan_.agencies[next].predecessor_ixs.push_back(ix);
        }
        check_succession(plan_, diagnostics_);
    }

    void list_tasks() {
        std::vector<ObligationIx> tasks;
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            if (plan_.obligations[ix].kind == ObligationKind::task) tasks.push_back(ix);
        }
        all_tasks_ = TaskList(std::move(tasks));
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
            add(Code::p_unknown_task, id, {Word::no_such_task, id.value},
                task_ids_.suggestion(id.value, [&] { return task_ids(plan_); }));
        }
        return TaskList({tasks.begin(), tasks.end()});
    }

    /// The agencies that answer, by `lead` or `from`; reports that there are none.
    std::vector<AgencyIx> owners_of(const Obligation& o, const std::vector<Text>& written,
                                    bool readable, const Span& at) {
        const auto before = diagnostics_.all().size();
        auto agencies = names_.expand(written);
        const bool silent = diagnostics_.all().size() == before;
        if (agencies.empty() && silent && readable) {
            const auto* key = o.kind == ObligationKind::task ? "lead" : "from";
            diagnostics_.add({Code::p_no_agency,
                              at,
                              {Word::reaches_no_agency, o.id.value},
                              {Word::name_one_under, key}});
        }
        return agencies;
    }

    void resolve_obligations() {
        for (auto& o : plan_.obligations) {
            o.agencies = owners_of(o, o.owners, o.has_owners, o.id.span);
            names_.expand(o.partners);
            names_.expand(o.recipients);
            for (auto& amendment : o.amended) {
                if (!amendment.has_owners) continue;
                amendment.agencies = owners_of(o, amendment.owners, true, amendment.span);
            }
            o.covered = o.has_covers ? find_tasks(o.covers) : all_tasks_;
        }
    }

    void resolve_indicators() {
        for (auto& i : plan_.indicators) {
            i.applies_to = i.has_tasks ? find_tasks(i.tasks) : all_tasks_;
            if (i.min && i.max && *i.min > *i.max) {
                add(Code::p_bad_value, i.id, {Word::limits_leave_no_value, i.id.value});
            }
        }
    }

    void settle_returns() {
        for (auto& r : plan_.returns) {
            if (r.instant) r.returned = plan_.zone().day_of(*r.instant);
        }
    }

    void check_head() {
        const auto& head = plan_.head;
        names_.expand(head.issuers);
        if (!head.secretariat.empty()) names_.expand({head.secretariat});
    }

    void report_unused_agencies() {
        std::set<AgencyIx> members = names_.used();
        for (const auto& group : plan_.groups) {
            members.insert(group.agencies.begin(), group.agencies.end());
        }
        for (AgencyIx ix = 0; ix < plan_.agencies.size(); ++ix) {
            const auto& id = plan_.agencies[ix].id;
            if (members.contains(ix) || id.value.empty()) continue;
            add(Code::p_unused_agency, id, {Word::agency_is_unused, id.value});
        }
    }

    Plan& plan_;
    Diagnostics& diagnostics_;
    AgencyFinder names_;
    TaskList all_tasks_;
    LimitedSuggester task_ids_{kMostSuggested};
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
