#include "core/status/why/reasoning.hpp"

#include <algorithm>
#include <utility>

#include "core/schedule/life/stages.hpp"
#include "core/schedule/life/succession.hpp"

namespace plantool {
namespace {

bool holds(const std::vector<AgencyIx>& in_order, AgencyIx agency) {
    return std::binary_search(in_order.begin(), in_order.end(), agency);
}

/// From the named agency to the one that answers for it, by a shortest way; behind one that is
/// still there on the day nobody is looked for.
std::vector<AgencyIx> chain_between(const Plan& plan, AgencyIx named, AgencyIx agency, Day day) {
    std::vector<std::vector<AgencyIx>> open{{named}};
    std::vector<char> seen(plan.agencies.size(), 0);
    for (std::size_t i = 0; i < open.size(); ++i) {
        const auto way = open[i];
        if (way.back() == agency) return way;
        const auto& last = plan.agencies[way.back()];
        if (std::exchange(seen[way.back()], char{1}) != 0 || !last.active_to ||
            day <= *last.active_to) {
            continue;
        }
        for (const auto next : last.successor_ixs) {
            open.push_back(way);
            open.back().push_back(next);
        }
    }
    return {named};
}

class Reasoner {
  public:
    Reasoner(const Assessment& assessment, const Subject& subject)
        : assessment_(assessment),
          plan_(assessment.plan()),
          o_(plan_.obligations[subject.obligation]) {
        out_.subject = subject;
    }

    Reasoning run(std::vector<Submission> papers) {
        if (out_.subject.slot) {
            about_row();
        } else {
            about_activity();
        }
        out_.papers = judge(assessment_, out_.subject, std::move(papers));
        return std::move(out_);
    }

  private:
    void about_row() {
        const auto& schedule = assessment_.schedule();
        const auto& slot = schedule.slots[*out_.subject.slot];
        out_.reference = slot.reference;
        out_.amendments = slot.amendments;
        about_due(slot);
        const auto row = schedule.find_row(*out_.subject.slot, out_.subject.agency);
        if (!row || !assessment_.is_expected(*row)) {
            const bool raised = slot.event == nullptr || slot.event->raised <= assessment_.as_of();
            why_not(*slot.named, slot.lifted, raised);
            return;
        }
        const auto& expected = schedule.rows[*row];
        out_.extension = expected.extension;
        out_.waiver = expected.waiver;
        out_.due->day = expected.due;
        out_.due->closes = expected.closes;
        out_.due->at = schedule.due_at(*row);
        out_.explanation = assessment_.explanation_of(*row);
        out_.row = assessment_.row(*row);
        out_.receipt = &assessment_.receipt(*row);
        who_for(*slot.named);
    }

    void about_due(const Slot& slot) {
        auto& due = out_.due.emplace();
        due.rule = slot.rule;
        if (slot.rule == nullptr) {
            due.own = slot.event != nullptr ? &*slot.event->due : &*slot.listed->due;
        }
        due.derivation = slot.due;
        due.day = slot.due.due;
        due.at = slot.due.at;
        due.closes = slot.closes;
        const auto last_day = slot.event != nullptr ? slot.event->raised : slot.period.span.to;
        due.closes_after = terms_of(plan_, o_, assessment_.as_of(), last_day).closes_after;
        if (slot.amendments.empty()) return;
        Stage unamended;
        const Occasion occasion{slot.period, slot.listed, slot.event};
        if (stand_on(plan_, o_, occasion, Day::min(), nullptr, unamended)) return;
        if (unamended.due.due != slot.due.due) due.unamended = unamended.due.due;
    }

    void about_activity() {
        const auto as_of = assessment_.as_of();
        out_.reference = as_of;
        const auto terms = terms_of(plan_, o_, as_of, as_of);
        out_.amendments = terms.amendments;
        for (const auto& row : assessment_.activity()) {
            if (row.obligation != out_.subject.obligation || row.agency != out_.subject.agency) {
                continue;
            }
            const Day begin = plan_.agencies[row.agency].active_from.value_or(Day::min());
            const Day since = row.last_activity.value_or(std::max(plan_.head.span.from, begin));
            out_.activity = {row, since, quiet_from(terms)};
            who_for(*terms.agencies);
            return;
        }
        why_not(*terms.agencies, terms.lifted, true);
    }

    ActivityReason::From quiet_from(const Terms& terms) const {
        const bool amended =
            std::any_of(terms.amendments.begin(), terms.amendments.end(),
                        [](const Amendment* a) { return a->quiet_after.has_value(); });
        if (amended) return ActivityReason::From::amendment;
        return o_.quiet_after ? ActivityReason::From::obligation : ActivityReason::From::plan;
    }

    void who_for(const std::vector<AgencyIx>& named) {
        const auto agency = out_.subject.agency;
        for (const auto one : answers_for(plan_, named, agency, out_.reference)) {
            out_.answers_for.push_back({chain_between(plan_, one, agency, out_.reference)});
        }
    }

    void why_not(const std::vector<AgencyIx>& named, bool lifted, bool raised) {
        const auto agency = out_.subject.agency;
        const auto& about = plan_.agencies[agency];
        const auto before = followed(plan_, agency);
        std::vector<AgencyIx> of_it;  // it itself, or those that it follows
        for (const auto one : named) {
            if (holds(before, one)) of_it.push_back(one);
        }
        if (of_it.empty()) {
            out_.why_not = WhyNot::not_named;
            out_.answering = answering(plan_, named, out_.reference);
        } else if (!raised) {
            out_.why_not = WhyNot::not_raised;
        } else if (lifted) {
            out_.why_not = WhyNot::lifted;
        } else {
            const bool begun = !about.active_from || *about.active_from <= out_.reference;
            if (about.active_on(out_.reference)) {
                out_.why_not = WhyNot::predecessor_answers;
            } else {
                out_.why_not = begun ? WhyNot::ended : WhyNot::not_begun;
            }
            out_.answering = answering(plan_, of_it, out_.reference);
        }
    }

    const Assessment& assessment_;
    const Plan& plan_;
    const Obligation& o_;
    Reasoning out_;
};

}  // namespace

Reasoning reason(const Assessment& assessment, const Subject& subject,
                 std::vector<Submission> papers) {
    return Reasoner(assessment, subject).run(std::move(papers));
}

}  // namespace plantool
