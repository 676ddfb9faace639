#include "core/report/report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/report/assumptions.hpp"
#include "core/report/totals.hpp"
#include "text/string_map.hpp"

namespace plantool {
namespace {

/// Fills a report step by step; each step needs only the model and what stands there already.
class Builder {
  public:
    Builder(const Assessment& assessment, const ReportScope& scope, const ContentKeeper& contents)
        : plan_(assessment.plan()),
          schedule_(assessment.schedule()),
          contents_(contents),
          earlier_(scope.earlier) {
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
        add_attention();
        add_quiet();
        add_task_sections();
        for (const auto& row : report_.status.rows) {
            add_content(row.row);
            add_sources(row.row);
        }
        order_by_agency();
        compare();
        add_indicators();
        add_notes();
        add_refused();
        report_.assumptions = assumptions_behind(report_);
        return std::move(report_);
    }

  private:
    const ExpectedRow& expected(RowIx row) const { return schedule_.rows[row]; }

    void add_rows(const ReportScope& scope) {
        const auto& assessment = *report_.assessment;
        auto& status = report_.status;
        status.assessment = &assessment;
        for (const auto ix : scope.rows) {
            if (!assessment.is_expected(ix)) continue;
            status.rows.push_back(assessment.row(ix));
            count(status.summary, assessment, status.rows.back());
        }
        report_.groups = standing_by_group(assessment, report_.obligations, status.rows);
        report_.receipt = receipt_curve(assessment, status.rows);
        report_.timeliness = timeliness_of(assessment, report_.slots, status.rows);
    }

    void add_attention() {
        for (const auto& row : report_.status.rows) {
            if (row.state != State::overdue && row.state != State::missing) continue;
            const auto* contact = contents_.last_contact(expected(row.row).agency);
            report_.attention.push_back(
                {row, contact == nullptr ? std::nullopt : std::optional(*contact)});
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
            for (const auto& result : submission->results) {
                if (result.task != kNoTask) tasks.insert(result.task);
            }
        }
        for (const auto task : tasks) report_.tasks.push_back({task, {}});
    }

    void add_content(RowIx row) {
        const auto* last = contents_.of(row);
        if (last == nullptr) return;
        const auto agency = expected(row).agency;
        for (const auto& result : last->results) {
            if (result.task == kNoTask) {
                report_.general.push_back({agency, row, result.summary, result.figures});
                continue;
            }
            const auto section = std::lower_bound(
                report_.tasks.begin(), report_.tasks.end(), result.task,
                [](const TaskSection& s, ObligationIx task) { return s.task < task; });
            section->contributions.push_back({agency, row, result.summary, result.figures});
        }
        if (!last->difficulties.empty() || !last->proposals.empty() || !last->next.empty()) {
            report_.remarks.push_back(
                {agency, row, last->difficulties, last->proposals, last->next});
        }
    }

    /// The papers behind a row: one, or two.
    void add_sources(RowIx row) {
        const auto* first = contents_.first_of(row);
        if (first == nullptr) return;
        const auto* content = contents_.of(row);
        const bool same = content != nullptr && content->origin.ordinal == first->origin.ordinal;
        if (!same) report_.counted.push_back({row, *first, true, false});
        if (content == nullptr) return;
        report_.counted.push_back({row, noted(*content), same, true});
    }

    void order_by_agency() {
        const auto earlier = [](const auto& a, const auto& b) { return a.agency < b.agency; };
        for (auto& task : report_.tasks) {
            std::stable_sort(task.contributions.begin(), task.contributions.end(), earlier);
        }
        std::stable_sort(report_.general.begin(), report_.general.end(), earlier);
        std::stable_sort(report_.remarks.begin(), report_.remarks.end(), earlier);
    }

    /// The first of the earlier periods of which a submission counts.
    void compare() {
        for (const auto& earlier : earlier_) {
            const auto counts = [&](RowIx row) { return contents_.of(row) != nullptr; };
            const auto submissions =
                std::count_if(earlier.rows.begin(), earlier.rows.end(), counts);
            if (submissions == 0) continue;
            report_.before = {earlier.slots.front(), earlier.year_before,
                              static_cast<int>(submissions)};
            before_ = &earlier;
            return;
        }
    }

    /// An indicator's figures in the papers that count for a row.
    void add_figures(RowIx row, IndicatorIx indicator, std::vector<FiledFigure>& figures) const {
        const auto* last = contents_.of(row);
        if (last == nullptr) return;
        // Nothing to report is an answer: in a sum it is 0 (semantics.md, section 6).
        if (last->nil && plan_.indicators[indicator].total == Total::sum) {
            figures.push_back({expected(row).agency, kNoTask, 0, filing_order(*last)});
        }
        for (const auto& result : last->results) {
            for (const auto& figure : result.figures) {
                if (figure.indicator != indicator) continue;
                figures.push_back(
                    {expected(row).agency, result.task, figure.value, filing_order(*last)});
            }
        }
    }

    bool applies(const Indicator& indicator) const {
        return std::any_of(report_.tasks.begin(), report_.tasks.end(), [&](const auto& section) {
            return indicator.applies_to.contains(section.task);
        });
    }

    void add_indicators() {
        for (IndicatorIx ix = 0; ix < plan_.indicators.size(); ++ix) {
            const auto& indicator = plan_.indicators[ix];
            std::vector<FiledFigure> figures;
            for (const auto& row : report_.status.rows) add_figures(row.row, ix, figures);
            if (figures.empty() && !applies(indicator)) continue;
            auto table = indicator_table(ix, indicator.total, std::move(figures));
            if (before_ != nullptr) {
                std::vector<FiledFigure> earlier;
                for (const auto row : before_->rows) add_figures(row, ix, earlier);
                const auto then = indicator_table(ix, indicator.total, std::move(earlier));
                table.before = then.total;
                table.before_by_agency = then.by_agency;
                table.before_by_task = then.by_task;
            }
            report_.indicators.push_back(std::move(table));
        }
    }

    void add_notes() {
        StringMap<std::size_t> known;
        for (const auto& source : report_.counted) {
            const bool spoken_for = !source.content && contents_.of(source.row) != nullptr;
            if (spoken_for || source.paper.note.empty()) continue;
            const auto [at, is_new] = known.emplace(source.paper.note, report_.notes.size());
            if (is_new) report_.notes.push_back({source.paper.note, 0});
            ++report_.notes[at->second].submissions;
        }
        std::stable_sort(
            report_.notes.begin(), report_.notes.end(),
            [](const SharedNote& a, const SharedNote& b) { return a.submissions > b.submissions; });
    }

    bool concerns(const CitedPaper& paper) const {
        const auto holds = [](const auto& list, auto value) {
            return std::find(list.begin(), list.end(), value) != list.end();
        };
        if (paper.slot) return holds(report_.slots, *paper.slot);
        return !paper.obligation || holds(report_.obligations, *paper.obligation);
    }

    void add_refused() {
        for (const auto& paper : report_.assessment->refused()) {
            if (concerns(paper)) {
                report_.refused.push_back(paper);
            } else {
                ++report_.refused_elsewhere;
            }
        }
    }

    const Plan& plan_;
    const Schedule& schedule_;
    const ContentKeeper& contents_;
    const std::vector<EarlierPeriod>& earlier_;
    const EarlierPeriod* before_ = nullptr;
    Report report_;
};

}  // namespace

Report build_report(const Assessment& assessment, const ReportScope& scope,
                    const ContentKeeper& contents) {
    return Builder(assessment, scope, contents).build();
}

}  // namespace plantool
