#include "core/report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <tuple>

#include "core/assumptions.hpp"
#include "core/totals.hpp"

namespace plantool {
namespace {

auto filing_order(const FiledPaper& paper) {
    return std::tuple(paper.received, paper.document_date.value_or(Day::min()), paper.order);
}

FiledPaper paper_of(const Submission& s) {
    return {s.origin, s.document, s.document_date, *s.received, s.order, s.note};
}

/// Whether a period of the obligation is meant by the text: 2 by its id, 1 by a part of it.
int names_slot(const Plan& plan, const Slot& slot, const std::string& text) {
    if (slot.period.id == text) return 2;
    if (slot.event != nullptr) return 0;
    return match_period_key(plan.obligations[slot.obligation].cadence.value, text, slot.period);
}

std::vector<ObligationIx> reported_obligations(const Plan& plan,
                                               const std::vector<ObligationIx>& chosen) {
    auto obligations = chosen;
    for (ObligationIx ix = 0; chosen.empty() && ix < plan.obligations.size(); ++ix) {
        if (plan.obligations[ix].kind == ObligationKind::report) obligations.push_back(ix);
    }
    std::sort(obligations.begin(), obligations.end());
    obligations.erase(std::unique(obligations.begin(), obligations.end()), obligations.end());
    return obligations;
}

using Slots = std::vector<SlotIx>;

Slots slots_of(const Schedule& schedule, const std::vector<ObligationIx>& obligations) {
    Slots slots;
    for (SlotIx ix = 0; ix < schedule.slots.size(); ++ix) {
        if (std::binary_search(obligations.begin(), obligations.end(),
                               schedule.slots[ix].obligation)) {
            slots.push_back(ix);
        }
    }
    return slots;
}

std::optional<std::string> latest_period(const Schedule& schedule, const Slots& slots, Day as_of) {
    const Slot* latest = nullptr;
    for (const auto ix : slots) {
        const auto& slot = schedule.slots[ix];
        if (slot.due.due > as_of) continue;
        const auto age = [](const Slot& s) { return std::tuple(s.due.due, s.period.span.to); };
        if (latest == nullptr || age(*latest) < age(slot)) latest = &slot;
    }
    if (latest == nullptr) return std::nullopt;
    return latest->period.id;
}

std::optional<std::string> named_period(const Plan& plan, const Schedule& schedule,
                                        const Slots& slots, const std::string& text) {
    std::set<std::string> by_id;
    std::set<std::string> by_part;
    for (const auto ix : slots) {
        const auto& slot = schedule.slots[ix];
        const int how = names_slot(plan, slot, text);
        if (how == 2) by_id.insert(slot.period.id);
        if (how == 1) by_part.insert(slot.period.id);
    }
    const auto& named = by_id.empty() ? by_part : by_id;
    if (named.size() != 1) return std::nullopt;
    return *named.begin();
}

/// Fills a report step by step; each step needs only the model and what stands there already.
class Builder {
  public:
    Builder(const Assessment& assessment, const ReportScope& scope, const ContentKeeper& contents)
        : plan_(assessment.plan()), schedule_(assessment.schedule()), contents_(contents) {
        report_.assessment = &assessment;
        report_.period_id = scope.period_id;
        report_.obligations = scope.obligations;
        report_.slots = scope.slots;
        report_.slot = scope.slots.front();
        report_.period = schedule_.slots[report_.slot].period;
        report_.window = schedule_.slots[report_.slot].window;
        add_rows(scope);
    }

    Report build() && {
        add_quiet();
        add_task_sections();
        for (const auto& row : report_.status.rows) add_content(row.row);
        order_by_agency();
        add_indicators();
        add_notes();
        add_refused();
        report_.assumptions = assumptions_behind(report_);
        return std::move(report_);
    }

  private:
    const ExpectedRow& expected(RowIx row) const { return schedule_.rows[row]; }

    void add_rows(const ReportScope& scope) {
        auto& status = report_.status;
        status.assessment = report_.assessment;
        for (const auto ix : scope.rows) {
            if (!report_.assessment->is_expected(ix)) continue;
            const auto row = report_.assessment->row(ix);
            status.rows.push_back(row);
            ++status.summary.expected;
            ++status.summary.by_state[static_cast<std::size_t>(row.state)];
            status.summary.rejected += report_.assessment->receipt(ix).rejected;
            const bool urgent = row.state == State::overdue || row.state == State::missing;
            if (urgent) report_.attention.push_back(row);
        }
        std::stable_sort(
            report_.attention.begin(), report_.attention.end(),
            [](const StatusRow& a, const StatusRow& b) { return a.days_late > b.days_late; });
    }

    void add_quiet() {
        for (const auto& row : report_.assessment->activity()) {
            if (row.state == State::quiet) report_.quiet.push_back(row);
        }
        std::stable_sort(
            report_.quiet.begin(), report_.quiet.end(),
            [](const ActivityRow& a, const ActivityRow& b) { return a.quiet_days > b.quiet_days; });
    }

    /// The tasks that the obligations cover, and those that a result speaks of beyond them: what
    /// an agency wrote is not lost because it was not asked for.
    void add_task_sections() {
        std::set<ObligationIx> tasks;
        for (const auto ix : report_.obligations) {
            const auto& o = plan_.obligations[ix];
            if (o.kind == ObligationKind::task) tasks.insert(ix);
            if (o.kind == ObligationKind::report) tasks.insert(o.covered.begin(), o.covered.end());
        }
        for (const auto& row : report_.status.rows) {
            const auto* submission = contents_.of(row.row);
            if (submission == nullptr) continue;
            for (const auto& result : submission->results) tasks.insert(result.task);
        }
        for (const auto task : tasks) report_.tasks.push_back({task, {}});
    }

    void add_content(RowIx row) {
        const auto* last = contents_.of(row);
        if (last == nullptr) return;
        const auto agency = expected(row).agency;
        for (const auto& result : last->results) {
            const auto section = std::lower_bound(
                report_.tasks.begin(), report_.tasks.end(), result.task,
                [](const TaskSection& s, ObligationIx task) { return s.task < task; });
            section->contributions.push_back({agency, row, result.summary, result.figures});
        }
        if (!last->difficulties.empty() || !last->proposals.empty() || !last->next.empty()) {
            report_.remarks.push_back(
                {agency, row, last->difficulties, last->proposals, last->next});
        }
        const auto* first = contents_.first_of(row);
        const auto paper = paper_of(*last);
        const bool same = first == nullptr || first->order == paper.order;
        if (!same) report_.counted.push_back({row, *first, true, false});
        report_.counted.push_back({row, paper, same, true});
    }

    void order_by_agency() {
        const auto earlier = [](const auto& a, const auto& b) { return a.agency < b.agency; };
        for (auto& task : report_.tasks) {
            std::stable_sort(task.contributions.begin(), task.contributions.end(), earlier);
        }
        std::stable_sort(report_.remarks.begin(), report_.remarks.end(), earlier);
    }

    /// Where an agency's paper stands in time, for the rule `last`.
    std::tuple<Day, Day, std::uint64_t> filed(RowIx row) const {
        return filing_order(paper_of(*contents_.of(row)));
    }

    void add_indicators() {
        for (IndicatorIx ix = 0; ix < plan_.indicators.size(); ++ix) {
            std::vector<FiledFigure> figures;
            bool applies = false;
            for (const auto& task : report_.tasks) {
                const auto& tasks = plan_.indicators[ix].applies_to;
                applies =
                    applies || std::find(tasks.begin(), tasks.end(), task.task) != tasks.end();
                for (const auto& part : task.contributions) {
                    for (const auto& figure : part.figures) {
                        if (figure.indicator != ix) continue;
                        figures.push_back({part.agency, task.task, figure.value, filed(part.row)});
                    }
                }
            }
            if (!applies && figures.empty()) continue;
            report_.indicators.push_back(
                indicator_table(ix, plan_.indicators[ix].total, std::move(figures)));
        }
    }

    void add_notes() {
        for (const auto& source : report_.counted) {
            if (!source.last || source.paper.note.empty()) continue;
            const auto same = std::find_if(
                report_.notes.begin(), report_.notes.end(),
                [&](const SharedNote& note) { return note.text == source.paper.note; });
            if (same != report_.notes.end()) {
                ++same->submissions;
            } else {
                report_.notes.push_back({source.paper.note, 1});
            }
        }
        std::stable_sort(
            report_.notes.begin(), report_.notes.end(),
            [](const SharedNote& a, const SharedNote& b) { return a.submissions > b.submissions; });
    }

    bool concerns(const RefusedPaper& paper) const {
        const auto holds = [](const auto& list, auto value) {
            return std::find(list.begin(), list.end(), value) != list.end();
        };
        if (paper.slot) return holds(report_.slots, *paper.slot);
        return !paper.obligation || holds(report_.obligations, *paper.obligation);
    }

    /// The assessment knows every refusal, also of files that could not be read as submissions; the
    /// keeper knows more of those that could. Both saw them in the same order.
    void add_refused() {
        std::map<std::pair<std::string, int>, const RefusedPaper*> known;
        for (const auto& paper : contents_.refused()) {
            known.try_emplace({paper.origin.file, paper.origin.line}, &paper);
        }
        for (const auto& entry : report_.assessment->refused()) {
            const auto found = known.find({entry.origin.file, entry.origin.line});
            RefusedPaper paper;
            paper.origin = entry.origin;
            paper.errors = entry.errors;
            if (found != known.end()) paper = *found->second;
            if (concerns(paper)) {
                report_.refused.push_back(std::move(paper));
            } else {
                ++report_.refused_elsewhere;
            }
        }
    }

    const Plan& plan_;
    const Schedule& schedule_;
    const ContentKeeper& contents_;
    Report report_;
};

}  // namespace

ContentKeeper::ContentKeeper(const std::vector<RowIx>& rows, Day as_of) : as_of_(as_of) {
    for (const auto row : rows) kept_.try_emplace(row);
}

bool ContentKeeper::wants(const CheckedSubmission& s) const {
    return !s.valid || (s.row && kept_.contains(*s.row));
}

void ContentKeeper::add(const Submission& s) {
    if (s.received && *s.received > as_of_) return;  // nobody could have known it on as-of
    if (!s.valid) {
        refused_.push_back(
            {s.origin, s.document, s.agency, s.obligation, s.slot, s.received, s.errors});
        return;
    }
    if (!s.row) return;
    const auto found = kept_.find(*s.row);
    if (found == kept_.end()) return;
    auto& [first, last] = found->second;
    const auto paper = paper_of(s);
    if (!first || filing_order(paper) < filing_order(*first)) first = paper;
    if (!last || filing_order(paper_of(*last)) < filing_order(paper)) last = s;
}

const Submission* ContentKeeper::of(RowIx row) const {
    const auto found = kept_.find(row);
    return found == kept_.end() || !found->second.last ? nullptr : &*found->second.last;
}

const FiledPaper* ContentKeeper::first_of(RowIx row) const {
    const auto found = kept_.find(row);
    return found == kept_.end() || !found->second.first ? nullptr : &*found->second.first;
}

std::optional<ReportScope> find_scope(const Plan& plan, const Schedule& schedule,
                                      const std::string& period,
                                      const std::vector<ObligationIx>& obligations, Day as_of) {
    const auto slots = slots_of(schedule, reported_obligations(plan, obligations));
    const auto id = period == "latest" ? latest_period(schedule, slots, as_of)
                                       : named_period(plan, schedule, slots, period);
    if (!id) return std::nullopt;
    ReportScope scope;
    scope.period_id = *id;
    for (const auto ix : slots) {
        const auto& slot = schedule.slots[ix];
        if (slot.period.id != *id) continue;
        scope.slots.push_back(ix);
        scope.obligations.push_back(slot.obligation);
        for (RowIx i = 0; i < slot.row_count; ++i) scope.rows.push_back(slot.first_row + i);
    }
    return scope;
}

Report build_report(const Assessment& assessment, const ReportScope& scope,
                    const ContentKeeper& contents) {
    return Builder(assessment, scope, contents).build();
}

}  // namespace plantool
