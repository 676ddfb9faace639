#include "cli/explained_subjects.hpp"

#include <algorithm>

#include "cli/filter.hpp"
#include "core/plan/agency_match.hpp"
#include "core/plan/obligation_match.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

class SubjectFinder {
  public:
    SubjectFinder(const std::vector<std::string>& words, const Session& session)
        : words_(words), plans_(session.asked()) {}

    std::vector<PlanSubject> run() {
        bool obligation_known = false;
        bool agency_known = false;
        bool both_known = false;
        for (std::size_t i = 0; i < plans_.size(); ++i) {
            const auto& plan = plans_[i]->plan;
            const auto obligation = find_obligation(plan, words_[0]);
            const auto agency = find_agency(plan, words_[1]).agency;
            obligation_known = obligation_known || obligation;
            agency_known = agency_known || agency;
            if (!obligation || !agency) continue;
            both_known = true;
            look_in(i, *obligation, *agency);
        }
        const auto& first = plans_.front()->plan;
        if (!obligation_known) throw unknown_obligation(words_[0], first);
        if (!agency_known) throw unknown_agency(words_[1], first);
        if (!both_known) {
            throw UsageError{{Word::not_of_one_plan, printable(words_[0]), printable(words_[1])},
                             {}};
        }
        if (unclear_) {
            throw UsageError{{Word::period_needed, printable(words_[0]), printable(words_[1])},
                             periods()};
        }
        if (found_.empty()) throw no_such_period();
        return std::move(found_);
    }

  private:
    bool has_period() const { return words_.size() > 2; }

    void look_in(std::size_t plan, ObligationIx obligation, AgencyIx agency) {
        const auto& laid = *plans_[plan];
        if (laid.plan.obligations[obligation].cadence.value == Cadence::continuous) {
            if (!has_period()) found_.push_back({plan, {obligation, agency, std::nullopt}});
            return;
        }
        std::vector<SlotIx> all;
        std::vector<SlotIx> owed;
        for (SlotIx ix = 0; ix < laid.schedule.slots.size(); ++ix) {
            const auto& slot = laid.schedule.slots[ix];
            if (slot.obligation != obligation) continue;
            known_.push_back(slot.period.id);
            if (has_period() && !names_period(laid.plan, slot, words_[2])) continue;
            all.push_back(ix);
            if (laid.schedule.find_row(ix, agency)) owed.push_back(ix);
        }
        if (!has_period()) {
            // Where it owes nothing, the only period says why not.
            if (!owed.empty()) all = owed;
            unclear_ = unclear_ || all.size() > 1;
        }
        for (const auto ix : all) found_.push_back({plan, {obligation, agency, ix}});
    }

    Message periods() const {
        if (known_.empty()) return {};
        return {Word::periods_are, in_backquotes(known_)};
    }

    UsageError no_such_period() const {
        if (has_period()) {
            return {{Word::no_period_of, printable(words_[0]), printable(words_[2])}, periods()};
        }
        return {{Word::no_period_of_any, printable(words_[0])}, {}};
    }

    const std::vector<std::string>& words_;
    std::vector<const SessionPlan*> plans_;
    std::vector<PlanSubject> found_;
    std::vector<std::string> known_;  ///< ids of the obligation's periods, of all the plans
    bool unclear_ = false;            ///< a plan has several periods, and none is named
};

/// One subject, and the papers that have to do with it.
struct Gathering {
    PlanSubject of;
    PaperPicker picker;
    std::vector<Submission> papers;
};

}  // namespace

std::vector<PlanSubject> find_subjects(const std::vector<std::string>& words,
                                       const Session& session) {
    return SubjectFinder(words, session).run();
}

ExplainedSubjects explain_subjects(const std::vector<PlanSubject>& subjects,
                                   const Session& session) {
    const auto plans = session.asked();
    std::vector<Gathering> gatherings;
    for (const auto& one : subjects) {
        const auto& laid = *plans[one.plan];
        gatherings.push_back({one, PaperPicker(laid.plan, laid.schedule, one.subject), {}});
    }
    ExplainedSubjects out;
    std::vector<PlanIntake> intakes(plans.size());
    for (std::size_t i = 0; i < plans.size(); ++i) {
        out.assessments.push_back(std::make_unique<Assessment>(*plans[i], session.as_of));
        intakes[i].assessment = out.assessments.back().get();
        intakes[i].wanted = [&gatherings, i](const CheckedSubmission& one) {
            const bool wanted = std::any_of(
                gatherings.begin(), gatherings.end(),
                [&](const Gathering& g) { return g.of.plan == i && g.picker.wants(one); });
            return wanted ? Extent::whole : Extent::nothing;
        };
        intakes[i].kept = [&gatherings, i](const Submission& one, Standing) {
            for (auto& g : gatherings) {
                if (g.of.plan == i && g.picker.wants(one)) g.papers.push_back(one);
            }
        };
    }
    take_in(session, std::move(intakes));
    for (auto& g : gatherings) {
        const auto& assessment = *out.assessments[g.of.plan];
        out.subjects.push_back(
            {&assessment, reason(assessment, g.of.subject, std::move(g.papers))});
    }
    return out;
}

}  // namespace plantool
