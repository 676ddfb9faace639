// What is wrong with the results and figures of a submission.

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/submission/checker.hpp"
#include "core/submission/figure.hpp"
#include "text/labels.hpp"
#include "text/suggest.hpp"

namespace plantool {
namespace {

void add(Diagnostics& found, Code code, const Span& span, Message message, Message help = {},
         std::string path = {}) {
    found.add({code, span, std::move(message), std::move(help), std::move(path)});
}

/// In place of a result's number: the figures that stand on top of the submission.
constexpr auto kOnTop = std::numeric_limits<std::size_t>::max();

std::string task_path(std::size_t result) {
    return fmt::format("/results/{}/task", result);
}

/// A JSON pointer, in which ~ and / of a key are written ~0 and ~1.
std::string figure_path(std::size_t result, std::string_view indicator) {
    auto path = result == kOnTop ? "/figures/" : fmt::format("/results/{}/figures/", result);
    for (const char c : indicator) {
        path += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return path;
}

void refuse_figure(const RawFigure& raw, const Indicator& indicator, const FigureReading& number,
                   std::string path, Diagnostics& found) {
    const auto& id = indicator.id.value;
    auto message = raw.kind == RawFigure::Kind::other
                       ? Message(Word::no_figure_here, id, number.fault)
                   : indicator.type == FigureType::integer
                       ? Message(Word::no_integer_figure, raw.value.value, id, number.fault)
                       : Message(Word::no_decimal_figure, raw.value.value, id, number.fault);
    add(found, Code::s_bad_figure, raw.value.span, std::move(message), number.help,
        std::move(path));
}

}  // namespace

std::optional<ObligationIx> SubmissionChecker::find_task(std::string_view id) const {
    auto found = plan_.obligation_ids.find(id);
    if (found == plan_.obligation_ids.end()) {
        if (const auto tidy = tidy_id(id)) found = plan_.obligation_ids.find(*tidy);
    }
    const bool task = found != plan_.obligation_ids.end() &&
                      plan_.obligations[found->second].kind == ObligationKind::task;
    return task ? std::optional(found->second) : std::nullopt;
}

void SubmissionChecker::refuse_task(const TextView& task, std::size_t result,
                                    Diagnostics& found) const {
    add(found, Code::s_unknown_task, task.span, {Word::task_not_in_plan, task.value},
        task_ids_.suggestion(task.value, [&] { return task_ids(plan_); }), task_path(result));
}

void SubmissionChecker::check_results(const RawSubmission& raw, CheckedSubmission& out,
                                      Diagnostics& found) {
    for (std::size_t i = 0; i < raw.results.size(); ++i) {
        const auto& result = raw.results[i];
        auto task = result.task ? find_task(result.task->value) : std::optional(kNoTask);
        if (!task) refuse_task(*result.task, i, found);
        if (task && *task != kNoTask && has_result_of(*task)) {
            add(found, Code::s_task_twice, result.task->span,
                {Word::task_has_result, result.task->value}, {Word::say_all_in_one}, task_path(i));
        }
        const auto first = static_cast<std::uint32_t>(out.figures.size());
        for (const auto& figure : raw.figures_of(result)) {
            check_figure(figure, result.on_top ? kOnTop : i, task, found, out.figures);
        }
        if (!task) continue;
        if (*task != kNoTask) note_task(*task);
        const auto last = static_cast<std::uint32_t>(out.figures.size());
        out.results.push_back({*task, &result, first, last - first});
    }
}

void SubmissionChecker::check_coverage(const RawSubmission& raw, const CheckedSubmission& out,
                                       Diagnostics& found) const {
    if (!out.paper.obligation) return;
    const auto& o = plan_.obligations[*out.paper.obligation];
    if (o.kind != ObligationKind::report) return;
    for (const auto& result : out.results) {
        if (result.task == kNoTask || o.covered.contains(result.task)) continue;
        add(found, Code::s_outside_covers, result.raw->task->span,
            {Word::does_not_cover, o.id.value, plan_.obligations[result.task].id.value},
            {Word::result_is_kept},
            task_path(static_cast<std::size_t>(result.raw - raw.results.data())));
    }
    if (!o.has_covers) return;
    std::vector<std::string> missing;
    for (const auto ix : o.covered) {
        if (!has_result_of(ix)) missing.push_back(plan_.obligations[ix].id.value);
    }
    if (!missing.empty()) {
        add(found, Code::s_covered_without_result, raw.obligation ? raw.obligation->span : raw.span,
            {Word::no_result_for, in_backquotes(missing)},
            {Word::say_nothing_was_done, missing.size(), o.id.value}, "/results");
    }
}

void SubmissionChecker::check_figure(const RawFigure& raw, std::size_t result,
                                     std::optional<ObligationIx> task, Diagnostics& found,
                                     std::vector<Figure>& out) const {
    auto id = plan_.indicator_ids.find(raw.indicator.value);
    if (id == plan_.indicator_ids.end()) {
        if (const auto tidy = tidy_id(raw.indicator.value)) id = plan_.indicator_ids.find(*tidy);
    }
    if (id == plan_.indicator_ids.end()) {
        add(found, Code::s_unknown_indicator, raw.indicator.span,
            {Word::indicator_not_in_plan, raw.indicator.value},
            indicator_ids_.suggestion(raw.indicator.value, [&] { return indicator_ids(plan_); }),
            figure_path(result, raw.indicator.value));
        return;
    }
    const auto& indicator = plan_.indicators[id->second];
    if (task == kNoTask && indicator.has_tasks) {
        add(found, Code::s_figure_not_applicable, raw.indicator.span,
            {Word::figure_of_single_tasks, indicator.id.value}, {Word::put_into_task},
            figure_path(result, raw.indicator.value));
    } else if (task && *task != kNoTask && !indicator.applies_to.contains(*task)) {
        add(found, Code::s_figure_not_applicable, raw.indicator.span,
            {Word::does_not_apply, indicator.id.value, plan_.obligations[*task].id.value},
            {Word::tasks_say_where}, figure_path(result, raw.indicator.value));
    }
    double value = 0;
    // Plain digits are the same in either grammar.
    const bool written = raw.kind <= RawFigure::Kind::vietnamese;
    if (!written || !read_plain_figure(raw.value.value, value)) {
        const auto number = read_figure(raw, indicator.type);
        auto path = figure_path(result, raw.indicator.value);
        if (!number.value) {
            return refuse_figure(raw, indicator, number, std::move(path), found);
        }
        value = *number.value;
        if (!number.doubt.empty()) {
            add(found, Code::s_doubtful_figure, raw.value.span,
                {Word::may_mean_another, raw.value.value, number.doubt}, number.help,
                std::move(path));
        }
    }
    const bool below = indicator.min && value < *indicator.min;
    const bool above = indicator.max && value > *indicator.max;
    if (below || above) {
        add(found, Code::s_figure_out_of_range, raw.value.span,
            {below ? WordWith<3>(Word::figure_below_least) : Word::figure_above_most,
             raw.value.value, fmt::format("{}", below ? *indicator.min : *indicator.max),
             indicator.id.value},
            {Word::check_figure_limits}, figure_path(result, raw.indicator.value));
    }
    auto& figure = out.emplace_back();
    figure.indicator = id->second;
    figure.value = value;
    figure.span = raw.value.span;
}

}  // namespace plantool
