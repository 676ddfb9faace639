#include "core/report/assumptions.hpp"

#include <map>
#include <set>
#include <tuple>

namespace plantool {
namespace {

class Collector {
  public:
    void add(Assumption::Kind kind, const std::string& name, const Provenance& why) {
        if (why.assumed.empty()) return;
        const auto [same, fresh] =
            places_.try_emplace({kind, why.assumed, why.source}, found_.size());
        if (fresh) found_.push_back({kind, {}, why});
        const auto at = same->second;
        if (name.empty() || !listed_.emplace(at, name).second) return;
        found_[at].names.push_back(name);
    }

    std::vector<Assumption> take() { return std::move(found_); }

  private:
    std::vector<Assumption> found_;  ///< in the order in which they were met
    std::map<std::tuple<Assumption::Kind, std::string, std::string>, std::size_t> places_;
    std::set<std::pair<std::size_t, std::string>> listed_;
};

/// The groups that the names reach, each once. A resolved plan has no cycle among them.
void collect_groups(const Plan& plan, const std::vector<Text>& names,
                    std::set<const Group*>& groups) {
    for (const auto& name : names) {
        const auto found = plan.group_ids.find(name.value);
        if (found == plan.group_ids.end()) continue;
        const auto& group = plan.groups[found->second];
        if (groups.insert(&group).second) collect_groups(plan, group.members, groups);
    }
}

std::set<ObligationIx> obligations_shown(const Report& report) {
    std::set<ObligationIx> shown(report.obligations.begin(), report.obligations.end());
    for (const auto& row : report.quiet) shown.insert(row.obligation);
    return shown;
}

void add_obligations(const Report& report, Collector& collector) {
    const auto& plan = report.plan();
    for (const auto ix : obligations_shown(report)) {
        const auto& o = plan.obligations[ix];
        // The id of a task is its number in the document, that of a report nobody has to know.
        const auto& name = o.kind == ObligationKind::task ? o.id.value : o.title.value;
        collector.add(Assumption::Kind::obligation, name, o.why);
    }
    std::set<const Group*> groups;
    for (const auto ix : report.obligations) {
        collect_groups(plan, plan.obligations[ix].owners, groups);
    }
    for (const auto& group : plan.groups) {
        if (!groups.contains(&group)) continue;
        collector.add(Assumption::Kind::group, group.name.value, group.why);
    }
}

void add_exception(const Plan& plan, Assumption::Kind kind, const Exception* exception,
                   AgencyIx agency, Collector& collector) {
    if (exception == nullptr) return;
    collector.add(kind, plan.agencies[agency].name.value, exception->why);
}

void add_rows(const Report& report, Collector& collector) {
    const auto& plan = report.plan();
    std::set<AgencyIx> agencies;
    for (const auto& row : report.status.rows) {
        agencies.insert(report.schedule().rows[row.row].agency);
    }
    for (const auto agency : agencies) {
        const auto& a = plan.agencies[agency];
        collector.add(Assumption::Kind::agency, a.name.value, a.why);
    }
    for (const auto& table : report.indicators) {
        const auto& indicator = plan.indicators[table.indicator];
        collector.add(Assumption::Kind::indicator, indicator.name.value, indicator.why);
    }
    for (const auto& row : report.status.rows) {
        const auto& expected = report.schedule().rows[row.row];
        add_exception(plan, Assumption::Kind::waiver, expected.waiver, expected.agency, collector);
        add_exception(plan, Assumption::Kind::extension, expected.extension, expected.agency,
                      collector);
    }
}

}  // namespace

std::vector<Assumption> assumptions_behind(const Report& report) {
    Collector collector;
    collector.add(Assumption::Kind::plan, "", report.plan().head.why);
    add_obligations(report, collector);
    add_rows(report, collector);
    return collector.take();
}

}  // namespace plantool
