#include "cli/answered.hpp"

#include <utility>

namespace plantool {

std::vector<Status> Answered::select(const Filters& filters) const {
    std::vector<Status> plans;
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        plans.push_back(plantool::select(*assessments[i], filters.of_plan[i]));
    }
    return plans;
}

Answered answer_of(const Session& session) {
    Answered out;
    std::vector<PlanIntake> intakes;
    for (const auto* plan : session.asked()) {
        out.assessments.push_back(std::make_unique<Assessment>(*plan, session.as_of));
        intakes.emplace_back().assessment = out.assessments.back().get();
    }
    LeftOut left_out(session.files);
    out.counts = take_in(session, std::move(intakes), nullptr, nullptr, &left_out);
    out.left_out = left_out.by_ending();
    out.drafts = session.files.drafts;
    for (const auto& assessment : out.assessments) out.refused += assessment->refused_count();
    return out;
}

FilterOptions with_overdue(FilterOptions filter, bool overdue) {
    if (!overdue) return filter;
    for (const auto state : {State::overdue, State::missing}) {
        filter.states.emplace_back(info(state).id);
    }
    return filter;
}

}  // namespace plantool
