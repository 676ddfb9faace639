#include "core/validate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/figure.hpp"
#include "text/legacy.hpp"
#include "text/suggest.hpp"

namespace plantool {
namespace {

void add(Diagnostics& found, Code code, const Span& span, std::string message,
         std::string help = {}, std::string path = {}) {
    found.add({code, span, std::move(message), std::move(help), std::move(path)});
}

bool owes(const Plan& plan, const Schedule& schedule, ObligationIx obligation, AgencyIx agency) {
    const auto& own = plan.obligations[obligation].agencies;
    if (std::binary_search(own.begin(), own.end(), agency)) return true;
    for (const auto& [id, slot] : schedule.slots_by_period[obligation]) {
        const auto* event = schedule.slots[slot].event;
        if (event == nullptr) continue;
        const auto& named = event->agency_ixs;
        if (std::binary_search(named.begin(), named.end(), agency)) return true;
    }
    return false;
}

std::vector<std::string> period_ids(const Schedule& schedule, ObligationIx obligation) {
    std::vector<std::string> ids;
    for (const auto& slot : schedule.slots) {
        if (slot.obligation == obligation) ids.push_back(slot.period.id);
    }
    return ids;
}

std::string task_path(std::size_t result) {
    return fmt::format("/results/{}/task", result);
}

/// A JSON pointer, in which ~ and / of a key are written ~0 and ~1.
std::string figure_path(std::size_t result, std::string_view indicator) {
    auto path = fmt::format("/results/{}/figures/", result);
    for (const char c : indicator) {
        path += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return path;
}

void report_bad_figure(const RawFigure& raw, const Indicator& indicator,
                       const FigureReading& number, std::string path, Diagnostics& found) {
    const bool text = raw.kind != RawFigure::Kind::other;
    add(found, Code::s_bad_figure, raw.value.span,
        fmt::format("{} is no {} figure for `{}`: {}",
                    text ? fmt::format("`{}`", raw.value.value) : raw.value.value,
                    indicator.type == FigureType::integer ? "integer" : "decimal",
                    indicator.id.value, number.fault),
        number.help, std::move(path));
}

}  // namespace

void SubmissionChecker::check(const RawSubmission& raw, Diagnostics& found,
                              CheckedSubmission& out) {
    out.raw = &raw;
    out.results.clear();
    out.figures.clear();
    out.errors.clear();
    out.received.reset();
    if (raw.received) out.received = raw.received->value;
    out.document_date.reset();
    if (raw.document_date) out.document_date = raw.document_date->value;
    look_up(raw, out);
    check_agency(raw, found);
    check_obligation(raw, out, found);
    if (!out.row) {
        check_owed(raw, out, found);
        check_period(raw, out, found);
    }
    check_dates(raw, out, found);
    check_results(raw, out, found);
    check_coverage(raw, out, found);
    if (!found.all().empty()) {
        found.regrade(plan_.severities);
        out.errors = found.error_codes();
    }
    out.valid = out.errors.empty();
}

/// Everything that needs no word said about it.
void SubmissionChecker::look_up(const RawSubmission& raw, CheckedSubmission& out) {
    out.agency.reset();
    out.obligation.reset();
    out.slot.reset();
    out.row.reset();
    if (raw.agency) {
        const auto& ids = plan_.names.by_id;
        const auto id = ids.find(raw.agency->value);
        named_by_id_ = id != ids.end();
        out.agency = named_by_id_ ? id->second : match_of(raw.agency->value).agency;
    }
    if (raw.obligation) out.obligation = find_obligation(raw.obligation->value);
    if (!out.obligation) return;
    const auto cadence = plan_.obligations[*out.obligation].cadence.value;
    if (cadence == Cadence::continuous || (!raw.period && cadence != Cadence::once)) return;
    out.slot = find_slot(*out.obligation, raw.period ? raw.period->value : std::string_view());
    if (out.slot && out.agency) out.row = schedule_.find_row(*out.slot, *out.agency);
}

std::optional<ObligationIx> SubmissionChecker::find_obligation(std::string_view id) {
    const auto& obligations = plan_.obligations;
    if (last_obligation_ < obligations.size() && obligations[last_obligation_].id.value == id) {
        return last_obligation_;
    }
    const auto found = plan_.obligation_ids.find(id);
    if (found == plan_.obligation_ids.end()) return std::nullopt;
    return last_obligation_ = found->second;
}

std::optional<SlotIx> SubmissionChecker::find_slot(ObligationIx obligation,
                                                   std::string_view period) {
    const auto& slots = schedule_.slots;
    if (last_slot_ < slots.size() && slots[last_slot_].obligation == obligation &&
        slots[last_slot_].period.id == period) {
        return last_slot_;
    }
    auto found = schedule_.find_slot(obligation, period);
    if (!found) {
        const auto id = period_id_of(plan_.obligations[obligation], period);
        if (id) found = schedule_.find_slot(obligation, *id);
    }
    if (found) last_slot_ = *found;
    return found;
}

/// A file exported with other names has the same few over and over.
const AgencyMatch& SubmissionChecker::match_of(std::string_view written) {
    constexpr std::size_t kMostRemembered = 10'000;
    if (const auto known = matches_.find(written); known != matches_.end()) return known->second;
    match_ = find_agency(plan_, written);
    if (matches_.size() >= kMostRemembered) return match_;
    return matches_.emplace(written, match_).first->second;
}

void SubmissionChecker::check_agency(const RawSubmission& raw, Diagnostics& found) {
    if (!raw.agency || named_by_id_) return;
    const auto& match = match_of(raw.agency->value);
    if (!match.candidates.empty()) {
        std::string candidates;
        for (const auto ix : match.candidates) {
            const auto& agency = plan_.agencies[ix];
            candidates += fmt::format("{}`{}` ({})", candidates.empty() ? "" : ", ",
                                      agency.id.value, agency.name.value);
        }
        add(found, Code::s_ambiguous_agency, raw.agency->span,
            fmt::format("several agencies are called `{}`", raw.agency->value),
            fmt::format("write the id of the one that is meant: {}", candidates), "/agency");
    } else if (!match.agency) {
        const auto& help = suggest_agency(raw.agency->value);
        add(found, Code::s_unknown_agency, raw.agency->span,
            fmt::format("no agency `{}` in the plan", raw.agency->value),
            help.empty() ? "write the id, name, short name or an alias of an agency of the plan"
                         : help,
            "/agency");
    } else if (!match.exact) {
        const auto& agency = plan_.agencies[*match.agency];
        add(found, Code::s_other_spelling, raw.agency->span,
            fmt::format("`{}` is read as `{}` ({})", raw.agency->value, agency.id.value,
                        agency.name.value),
            {}, "/agency");
    }
}

const std::string& SubmissionChecker::suggest_agency(std::string_view written) {
    constexpr std::size_t kMostRemembered = 10'000;
    if (!agency_names_) agency_names_.emplace(agency_names(plan_));
    if (const auto known = suggested_.find(written); known != suggested_.end()) {
        return known->second;
    }
    auto help = agency_names_->did_you_mean(written);
    for (const auto encoding : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
        const auto decoded = decode_legacy(encoding, written);
        const auto match = find_agency(plan_, decoded);
        if (decoded == written || !match.agency) continue;
        help = fmt::format("this is text in the old encoding {}; in Unicode it reads `{}`: `{}`",
                           legacy_name(encoding), decoded, plan_.agencies[*match.agency].id.value);
    }
    if (suggested_.size() >= kMostRemembered) suggested_.clear();
    return suggested_.emplace(written, std::move(help)).first->second;
}

void SubmissionChecker::check_obligation(const RawSubmission& raw, const CheckedSubmission& out,
                                         Diagnostics& found) const {
    if (!raw.obligation || out.obligation) return;
    add(found, Code::s_unknown_obligation, raw.obligation->span,
        fmt::format("no task or report `{}` in the plan", raw.obligation->value),
        suggest(raw.obligation->value, obligation_ids_, [&] { return obligation_ids(plan_); }),
        "/obligation");
}

void SubmissionChecker::check_owed(const RawSubmission& raw, const CheckedSubmission& out,
                                   Diagnostics& found) const {
    if (!out.agency || !out.obligation) return;
    if (owes(plan_, schedule_, *out.obligation, *out.agency)) return;
    const auto& agency = plan_.agencies[*out.agency];
    const auto& o = plan_.obligations[*out.obligation];
    add(found, Code::s_not_owed, raw.agency->span,
        fmt::format("`{}` does not owe `{}`", agency.id.value, o.id.value),
        o.kind == ObligationKind::task ? "only the task's lead agencies answer for it"
                                       : "only the agencies in the report's `from` send it",
        "/agency");
}

void SubmissionChecker::check_period(const RawSubmission& raw, const CheckedSubmission& out,
                                     Diagnostics& found) const {
    if (!out.obligation) return;
    const auto& o = plan_.obligations[*out.obligation];
    const auto cadence = o.cadence.value;
    if (cadence == Cadence::continuous) {
        if (!raw.period) return;
        add(found, Code::s_superfluous_period, raw.period->span,
            fmt::format("`{}` is continuous: it has no periods", o.id.value), "take `period` out",
            "/period");
        return;
    }
    if (!raw.period && cadence != Cadence::once) {
        add(found, Code::s_missing_period, raw.span,
            fmt::format("`period` is missing: `{}` is {}", o.id.value, info(cadence).id),
            cadence == Cadence::ad_hoc ? "write the id of the event" : "add a line `period: …`");
        return;
    }
    if (!out.slot) return report_unknown_period(raw, o, *out.obligation, found);
    if (!out.agency || !owes(plan_, schedule_, *out.obligation, *out.agency)) return;
    const auto& slot = schedule_.slots[*out.slot];
    if (slot.event != nullptr && !std::binary_search(slot.event->agency_ixs.begin(),
                                                     slot.event->agency_ixs.end(), *out.agency)) {
        add(found, Code::s_not_owed, raw.agency->span,
            fmt::format("event `{}` does not ask `{}` for anything", slot.period.id,
                        plan_.agencies[*out.agency].id.value),
            "the event's `agencies` say who is asked", "/agency");
        return;
    }
    add(found, Code::s_not_active, raw.agency->span,
        fmt::format("`{}` is not active on {}, the due day of {}: nothing is expected of it",
                    plan_.agencies[*out.agency].id.value, format_date(slot.due.due),
                    slot.period.id),
        {}, "/agency");
}

void SubmissionChecker::report_unknown_period(const RawSubmission& raw, const Obligation& o,
                                              ObligationIx ix, Diagnostics& found) const {
    const bool ad_hoc = o.cadence.value == Cadence::ad_hoc;
    const auto known = period_ids(schedule_, ix);
    auto help = did_you_mean(raw.period ? raw.period->value : "", known);
    if (help.empty() && !known.empty() && known.size() <= 12) {
        help = fmt::format("{} of `{}`: {}", ad_hoc ? "events" : "periods", o.id.value,
                           fmt::join(known, ", "));
    }
    add(found, Code::s_unknown_period, raw.period ? raw.period->span : raw.span,
        fmt::format("`{}` has no {} `{}`", o.id.value, ad_hoc ? "event" : "period",
                    raw.period ? raw.period->value : "once"),
        help, "/period");
}

void SubmissionChecker::check_dates(const RawSubmission& raw, const CheckedSubmission& out,
                                    Diagnostics& found) const {
    if (raw.received && raw.document_date && raw.received->value < raw.document_date->value) {
        add(found, Code::s_received_before_document, raw.received->span,
            fmt::format("received on {}, but the document is dated {}",
                        format_date(raw.received->value), format_date(raw.document_date->value)),
            "one of the two dates is wrong", "/received");
    }
    if (raw.received && raw.received->value > as_of_) {
        add(found, Code::s_received_in_future, raw.received->span,
            fmt::format("received on {}, which is after {}", format_date(raw.received->value),
                        format_date(as_of_)),
            "it counts from that day on", "/received");
    }
    if (raw.document_date && out.slot) {
        const auto& period = schedule_.slots[*out.slot].period;
        if (raw.document_date->value < period.span.from) {
            add(found, Code::s_document_before_period, raw.document_date->span,
                fmt::format("dated {}, before {} begins on {}",
                            format_date(raw.document_date->value), period.id,
                            format_date(period.span.from)),
                "check the date and the period", "/document/date");
        }
    }
}

std::optional<ObligationIx> SubmissionChecker::find_task(std::string_view id) const {
    const auto found = plan_.obligation_ids.find(id);
    const bool task = found != plan_.obligation_ids.end() &&
                      plan_.obligations[found->second].kind == ObligationKind::task;
    return task ? std::optional(found->second) : std::nullopt;
}

void SubmissionChecker::report_unknown_task(const TextView& task, std::size_t result,
                                            Diagnostics& found) const {
    add(found, Code::s_unknown_task, task.span, fmt::format("no task `{}` in the plan", task.value),
        suggest(task.value, task_ids_, [&] { return task_ids(plan_); }), task_path(result));
}

void SubmissionChecker::check_results(const RawSubmission& raw, CheckedSubmission& out,
                                      Diagnostics& found) const {
    for (std::size_t i = 0; i < raw.results.size(); ++i) {
        const auto& result = raw.results[i];
        const auto task = result.task ? find_task(result.task->value) : std::nullopt;
        if (result.task && !task) report_unknown_task(*result.task, i, found);
        const auto first = static_cast<std::uint32_t>(out.figures.size());
        for (const auto& figure : raw.figures_of(result)) {
            check_figure(figure, i, task, found, out.figures);
        }
        if (!task) continue;
        const auto last = static_cast<std::uint32_t>(out.figures.size());
        out.results.push_back({*task, &result, first, last - first});
    }
}

void SubmissionChecker::check_coverage(const RawSubmission& raw, const CheckedSubmission& out,
                                       Diagnostics& found) const {
    if (!out.obligation) return;
    const auto& o = plan_.obligations[*out.obligation];
    if (o.kind != ObligationKind::report) return;
    for (const auto& result : out.results) {
        if (o.covered.contains(result.task)) continue;
        add(found, Code::s_outside_covers, result.raw->task->span,
            fmt::format("`{}` does not cover task {}", o.id.value,
                        plan_.obligations[result.task].id.value),
            "the result is kept; check that it belongs here",
            task_path(static_cast<std::size_t>(result.raw - raw.results.data())));
    }
    if (!o.has_covers) return;
    std::vector<std::string> missing;
    for (const auto ix : o.covered) {
        const bool told =
            std::any_of(out.results.begin(), out.results.end(),
                        [&](const CheckedResult& result) { return result.task == ix; });
        if (!told) missing.push_back(plan_.obligations[ix].id.value);
    }
    if (!missing.empty()) {
        add(found, Code::s_covered_without_result, raw.obligation ? raw.obligation->span : raw.span,
            fmt::format("no result for {}", fmt::join(missing, ", ")),
            fmt::format("`{}` covers {}: say at least that nothing was done", o.id.value,
                        missing.size() == 1 ? "it" : "them"),
            "/results");
    }
}

void SubmissionChecker::check_figure(const RawFigure& raw, std::size_t result,
                                     std::optional<ObligationIx> task, Diagnostics& found,
                                     std::vector<Figure>& out) const {
    const auto id = plan_.indicator_ids.find(raw.indicator.value);
    if (id == plan_.indicator_ids.end()) {
        add(found, Code::s_unknown_indicator, raw.indicator.span,
            fmt::format("no indicator `{}` in the plan", raw.indicator.value),
            suggest(raw.indicator.value, indicator_ids_, [&] { return indicator_ids(plan_); }),
            figure_path(result, raw.indicator.value));
        return;
    }
    const auto& indicator = plan_.indicators[id->second];
    if (task && !indicator.applies_to.contains(*task)) {
        add(found, Code::s_figure_not_applicable, raw.indicator.span,
            fmt::format("`{}` does not apply to task {}", indicator.id.value,
                        plan_.obligations[*task].id.value),
            "the indicator's `tasks` say where it applies",
            figure_path(result, raw.indicator.value));
    }
    double value = 0;
    if (raw.kind != RawFigure::Kind::number || !read_plain_figure(raw.value.value, value)) {
        const auto number = read_figure(raw, indicator.type);
        if (!number.value) {
            return report_bad_figure(raw, indicator, number,
                                     figure_path(result, raw.indicator.value), found);
        }
        value = *number.value;
    }
    const bool below = indicator.min && value < *indicator.min;
    const bool above = indicator.max && value > *indicator.max;
    if (below || above) {
        add(found, Code::s_figure_out_of_range, raw.value.span,
            fmt::format("`{}` is {} {}, the {} of `{}`", raw.value.value, below ? "below" : "above",
                        below ? *indicator.min : *indicator.max, below ? "least" : "most",
                        indicator.id.value),
            "check the figure; the indicator's `min` and `max` in the plan say what can be",
            figure_path(result, raw.indicator.value));
    }
    auto& figure = out.emplace_back();
    figure.indicator = id->second;
    figure.value = value;
    figure.span = raw.value.span;
}

}  // namespace plantool
