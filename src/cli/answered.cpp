#include "cli/answered.hpp"

#include <algorithm>
#include <utility>

#include "intake/folded.hpp"

namespace plantool {

std::vector<Status> Answered::select(const Filters& filters) const {
    std::vector<Status> plans;
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        plans.push_back(plantool::select(*assessments[i], filters.of_plan[i]));
    }
    return plans;
}

namespace {

/// The store that answers by itself: all that is asked about is in it, and checked by the plans as
/// they are.
const OpenStore* folding_store(const Session& session) {
    const auto& files = session.files;
    if (session.stores.size() != 1 || !files.files.empty() || files.standard_input ||
        files.proposed) {
        return nullptr;
    }
    const auto& store = session.stores.front();
    const bool known =
        std::all_of(session.plans.begin(), session.plans.end(), [&](const auto& one) {
            const auto plan = store.plans.find(one->plan.head.id.value);
            return plan != store.plans.end() && plan->second == digest_of(one->plan) &&
                   can_be_folded(one->plan);
        });
    return known ? &store : nullptr;
}

}  // namespace

Answered answer_of(const Session& session) {
    Answered out;
    std::vector<PlanIntake> intakes;
    for (const auto* plan : session.asked()) {
        out.assessments.push_back(std::make_unique<Assessment>(*plan, session.as_of));
        intakes.emplace_back().assessment = out.assessments.back().get();
    }
    if (const auto* store = folding_store(session)) {
        std::vector<FoldQuestion> questions;
        for (const auto& assessment : out.assessments) {
            questions.push_back(fold_question(assessment->plan(), session.as_of));
            add_folded(store->fold(questions.back()), *assessment);
        }
        out.counts = take_in(session, std::move(intakes), store->unfolded(questions));
    } else {
        LeftOut left_out(session.files);
        out.counts = take_in(session, std::move(intakes), nullptr, nullptr, &left_out);
        out.left_out = left_out.by_ending();
        out.drafts = session.files.drafts;
    }
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
