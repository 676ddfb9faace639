#include "intake/folded.hpp"

#include <set>
#include <utility>

namespace plantool {
namespace {

std::optional<std::uint32_t> find(const StringMap<std::uint32_t>& map, const std::string& id) {
    const auto found = map.find(id);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

class Folding {
  public:
    explicit Folding(Assessment& assessment)
        : assessment_(assessment), plan_(assessment.plan()), schedule_(assessment.schedule()) {}

    void add(const FoldedGroup& group) {
        Paper paper;
        paper.obligation = find(plan_.obligation_ids, group.obligation);
        paper.agency = find(plan_.names.by_id, group.agency);
        if (!paper.obligation || !paper.agency) return;
        paper.slot = schedule_.find_slot(*paper.obligation, group.period);
        if (!paper.slot) return;  // of a continuous task, which has no rows
        const auto match =
            rows_for(plan_, schedule_, *paper.slot, *paper.agency, group.first.received.day);
        if (match.rows.size() != 1) return;
        paper.row = match.rows.front();
        const bool one = group.content && group.count == 1;
        add(paper, group.first, one);
        if (group.content && !one) add(paper, *group.content, true);
        const auto told = group.content && !one ? 2 : 1;
        assessment_.count_more(*paper.row, static_cast<int>(group.count) - told);
    }

    void add(const FoldedActivity& activity) {
        const auto obligation = find(plan_.obligation_ids, activity.obligation);
        const auto agency = find(plan_.names.by_id, activity.agency);
        if (obligation && agency) assessment_.note_activity(*obligation, *agency, activity.last);
    }

  private:
    void add(Paper& paper, const FoldedPaper& folded, bool has_content) {
        paper.received = folded.received;
        paper.document_date = folded.document_date;
        Arrival arrival;
        arrival.paper = paper;
        arrival.document = folded.document;
        arrival.has_content = has_content;
        arrival.nil = folded.nil;
        arrival.file = folded.file;
        arrival.line = folded.line;
        arrival.ordinal = ordinal_++;
        assessment_.add(arrival);
    }

    Assessment& assessment_;
    const Plan& plan_;
    const Schedule& schedule_;
    std::uint64_t ordinal_ = 0;
};

}  // namespace

bool can_be_folded(const Plan& plan) {
    return plan.severities.empty();
}

FoldQuestion fold_question(const Plan& plan, Day as_of) {
    FoldQuestion question;
    question.plan = plan.head.id.value;
    question.as_of = as_of;
    for (const auto& obligation : plan.obligations) {
        if (obligation.cadence.value != Cadence::continuous) continue;
        question.continuous.push_back(obligation.id.value);
    }
    std::set<AgencyIx> sent_back;
    for (const auto& entry : plan.returns) {
        if (entry.agency_ix) sent_back.insert(*entry.agency_ix);
    }
    for (AgencyIx ix = 0; ix < plan.agencies.size(); ++ix) {
        const auto& agency = plan.agencies[ix];
        const bool follows = !agency.successor_ixs.empty() || !agency.predecessor_ixs.empty();
        if (follows || sent_back.contains(ix)) question.unusual.push_back(agency.id.value);
    }
    return question;
}

void add_folded(const FoldedPlan& folded, Assessment& assessment) {
    Folding folding(assessment);
    for (const auto& group : folded.groups) folding.add(group);
    for (const auto& activity : folded.activity) folding.add(activity);
}

}  // namespace plantool
