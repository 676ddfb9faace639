#include "cli/papers/judge.hpp"

#include <algorithm>
#include <utility>

#include "core/plan/agency_match.hpp"
#include "core/submission/cross/cross_check.hpp"
#include "write/submission/submission_yaml.hpp"

namespace plantool {

const Assessment& Judged::assessment() const {
    const auto own = [&](const auto& one) { return &one->plan() == &plan->plan; };
    return **std::find_if(assessments.begin(), assessments.end(), own);
}

Judged judge(Session& session, const std::shared_ptr<const Source>& text, Beside beside) {
    Judged out;
    auto others = std::exchange(session.files, {});
    if (beside == Beside::the_others) session.files = others;
    session.files.proposed = text;
    without_attachments(session, [&] {
        out = {};
        std::vector<PlanIntake> intakes;
        std::vector<std::unique_ptr<CrossChecker>> cross;
        for (const auto& plan : session.plans) {
            auto& intake = intakes.emplace_back();
            intake.assessment =
                out.assessments.emplace_back(std::make_unique<Assessment>(*plan, session.as_of))
                    .get();
            intake.cross = cross.emplace_back(std::make_unique<CrossChecker>(*plan)).get();
            intake.wanted = [&](const CheckedSubmission& checked) {
                return checked.raw->span.source == text.get() ? Extent::whole : Extent::nothing;
            };
            intake.kept = [&, of = plan.get()](Submission kept, const Standing&) {
                out.submission = std::move(kept);
                out.plan = of;
            };
        }
        Diagnostics found;
        const auto counts = take_in(session, std::move(intakes), &found);
        out.elsewhere = !out.submission && counts.elsewhere > session.elsewhere;
        for (const auto& checker : cross) found.append(checker->findings());
        for (auto& finding : found.all()) {
            if (finding.file == text->name()) out.findings.add(std::move(finding));
        }
        return 0;
    });
    out.findings.sort();
    session.files = std::move(others);
    return out;
}

Judged judge(Session& session, const std::string& name, const ComposedSubmission& composed,
             Beside beside) {
    auto alone = composed;
    alone.attachments.clear();
    return judge(session, std::make_shared<const Source>(name, submission_yaml(alone)), beside);
}

void put_ids(ComposedSubmission& composed, const Judged& judged, const Session& session) {
    if (!judged.plan || !judged.submission) return;
    const auto& plan = judged.plan->plan;
    const auto& paper = *judged.submission;
    if (session.plans.size() > 1 && composed.plan.empty()) composed.plan = plan.head.id.value;
    if (paper.agency) composed.agency = plan.agencies[*paper.agency].id.value;
    if (paper.obligation) composed.obligation = plan.obligations[*paper.obligation].id.value;
    if (paper.slot) {
        const auto& period = judged.plan->schedule.slots[*paper.slot].period.id;
        const bool once = plan.obligations[*paper.obligation].cadence.value == Cadence::once;
        composed.period = once ? "" : period;
    }
    if (!paper.via.empty()) composed.via = paper.via;
    for (auto& result : composed.results) {
        if (result.task) result.task = tidy_id(*result.task).value_or(*result.task);
        for (auto& figure : result.figures) {
            figure.indicator = tidy_id(figure.indicator).value_or(figure.indicator);
        }
    }
}

}  // namespace plantool
