#include "cli/record/typed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/papers/written_figure.hpp"
#include "core/plan/agency_match.hpp"
#include "core/submission/figure.hpp"
#include "read/paper/paper_number.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// The id of a task of any of the plans; nothing where it is none.
std::optional<std::string> task_in(const Session& session, std::string_view text) {
    const auto id = tidy_id(text).value_or(std::string(text));
    for (const auto& plan : session.plans) {
        const auto found = plan->plan.obligation_ids.find(id);
        if (found == plan->plan.obligation_ids.end()) continue;
        if (plan->plan.obligations[found->second].kind == ObligationKind::task) return id;
    }
    return std::nullopt;
}

/// By its id or name.
const Indicator* indicator_in(const Session& session, std::string_view text) {
    for (const auto& plan : session.plans) {
        const auto names = indicator_names(plan->plan);
        const auto id = names.find(fold_name(text));
        if (id == names.end() || id->second.empty()) continue;
        return &plan->plan.indicators[plan->plan.indicator_ids.find(id->second)->second];
    }
    return nullptr;
}

/// A second text of a task stands by itself, so that the check finds it.
ComposedResult& result_for_text(ComposedSubmission& out, const std::optional<std::string>& task) {
    auto& result = out.result_of(task);
    if (result.summary.empty()) return result;
    auto& another = out.results.emplace_back();
    another.task = task;
    return another;
}

/// `TASK: text`; what begins with no task, and not with a word that could be meant for one, speaks
/// of the report as a whole.
void add_summary(const std::string& given, const Session& session, ComposedSubmission& out) {
    const auto colon = given.find(':');
    if (colon != std::string::npos) {
        const auto head = trim(std::string_view(given).substr(0, colon));
        const auto task = task_in(session, head);
        const bool one_word = !head.empty() && head.find(' ') == std::string_view::npos;
        const auto text = trim(std::string_view(given).substr(colon + 1));
        if (task || one_word || head.empty()) {
            const auto named = head.empty() ? std::nullopt : std::optional(std::string(head));
            result_for_text(out, task ? task : named).summary = text;
            return;
        }
    }
    result_for_text(out, std::nullopt).summary = trim(given);
}

void refuse(const std::string& value, const Indicator& indicator, WrittenFigure&& figure,
            Diagnostics& found) {
    Diagnostic d;
    d.code = Code::s_bad_figure;
    d.severity = info(d.code).severity;
    d.message = refusal_of(value, indicator, std::move(figure.fault));
    d.help = std::move(figure.help);
    d.path = "/figures/" + indicator.id.value;
    found.add(std::move(d));
}

/// `TASK/INDICATOR=VALUE`, or `INDICATOR=VALUE` of the report as a whole.
void add_figure(const std::string& given, const Session& session, ComposedSubmission& out,
                Diagnostics& found) {
    const auto equals = given.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw UsageError{{Word::figure_without_value, printable(given)}, {Word::write_figure}};
    }
    const auto name = std::string_view(given).substr(0, equals);
    const auto value = std::string(trim(std::string_view(given).substr(equals + 1)));
    const auto slash = name.find('/');
    std::optional<std::string> task;
    if (slash != std::string_view::npos) {
        const auto written = trim(name.substr(0, slash));
        task = task_in(session, written).value_or(std::string(written));
    }
    const auto which = trim(slash == std::string_view::npos ? name : name.substr(slash + 1));
    const auto* indicator = indicator_in(session, which);
    ComposedFigure figure{std::string(which), value, is_json_number(value)};
    if (indicator != nullptr) {
        auto read = written_figure(figure_in_text(value, is_percent(*indicator)), *indicator);
        if (read.absent) return;
        if (read.number.empty()) return refuse(value, *indicator, std::move(read), found);
        figure = {indicator->id.value, std::move(read.number), true};
    }
    out.result_of(task).figures.push_back(std::move(figure));
}

/// A day as papers have it, `28/6/2022`, in the way of files. What is none is for validation to
/// tell.
std::string day_typed(const std::string& text) {
    const auto day = day_in_text(text);
    return day ? format_date(*day) : text;
}

}  // namespace

ComposedSubmission compose(const RecordOptions& own, const Session& session, Diagnostics& found) {
    const auto& given = own.submission;
    ComposedSubmission out;
    out.plan = own.plan;
    out.agency = given.agency;
    out.obligation = given.obligation;
    out.period = given.period;
    out.received = day_typed(given.received);
    out.document_number = given.number;
    out.document_date = day_typed(given.date);
    out.via = given.via;
    out.nil = given.nil;
    for (const auto& summary : given.summaries) add_summary(summary, session, out);
    for (const auto& figure : given.figures) add_figure(figure, session, out, found);
    out.difficulties = given.difficulties;
    out.proposals = given.proposals;
    out.next = given.next;
    out.note = given.note;
    return out;
}

}  // namespace plantool
