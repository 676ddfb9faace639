#include "cli/plan_candidates.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/session.hpp"
#include "core/schedule/period_title.hpp"
#include "diag/io_error.hpp"

namespace plantool {
namespace {

/// Whoever types does not want to read what is wrong with the plan.
std::unique_ptr<Session> open_quietly(const GlobalOptions& options, const Env& env) {
    Env silent = env;
    silent.err = [](std::string_view) {};
    silent.progress = nullptr;
    try {
        return open_session(options, silent, Submissions::none);
    } catch (const UsageError&) {
        return nullptr;
    } catch (const IoError&) {
        return nullptr;
    }
}

void add_names(PlanNames names, const SessionPlan& laid, Language language,
               std::vector<Candidate>& out) {
    const auto& plan = laid.plan;
    switch (names) {
        case PlanNames::agencies:
            for (const auto& one : plan.agencies) out.push_back({one.id.value, one.name.value});
            return;
        case PlanNames::groups:
            for (const auto& one : plan.groups) out.push_back({one.id.value, one.name.value});
            return;
        case PlanNames::obligations:
            for (const auto& one : plan.obligations) out.push_back({one.id.value, one.title.value});
            return;
        case PlanNames::periods:
            for (const auto& slot : laid.schedule.slots) {
                out.push_back({slot.period.id, period_title(plan, slot, language)});
            }
            return;
    }
}

}  // namespace

std::vector<Candidate> plan_candidates(PlanNames names, const GlobalOptions& options,
                                       const Env& env) {
    std::vector<Candidate> all;
    const auto session = open_quietly(options, env);
    if (session == nullptr) return all;
    for (const auto* plan : session->asked()) add_names(names, *plan, session->language, all);
    std::vector<Candidate> once;
    for (auto& one : all) {
        const auto is_there = std::ranges::find(once, one.text, &Candidate::text) != once.end();
        if (!is_there) once.push_back(std::move(one));
    }
    return once;
}

}  // namespace plantool
