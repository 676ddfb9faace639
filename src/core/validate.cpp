#include "core/validate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/figure.hpp"
#include "text/legacy.hpp"
#include "text/suggest.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

void add(Diagnostics& found, Code code, const Span& span, std::string message,
         std::string help = {}, std::string path = {}) {
    found.add({code, span, std::move(message), std::move(help), std::move(path)});
}

std::vector<std::string> agency_names(const Plan& plan) {
    std::vector<std::string> names;
    for (const auto& agency : plan.agencies) {
        names.push_back(agency.id.value);
        names.push_back(agency.name.value);
        if (!agency.short_name.empty()) names.push_back(agency.short_name.value);
        for (const auto& alias : agency.aliases) names.push_back(alias.value);
    }
    return names;
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

std::uint64_t fnv(std::uint64_t hash, std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

FigureReading not_a_number(RawFigure::Kind kind) {
    if (kind == RawFigure::Kind::quoted) {
        return {std::nullopt, "it is a text, not a number", "write the number without quotes"};
    }
    return {std::nullopt, "one number belongs here", "write digits only, such as 12 or 97.5"};
}

}  // namespace

AgencyMatch find_agency(const Plan& plan, std::string_view written) {
    const std::string text(written);
    if (const auto id = plan.names.by_id.find(text); id != plan.names.by_id.end()) {
        return {id->second, {}, true};
    }
    const auto named = plan.names.by_folded_name.find(fold_name(text));
    if (named == plan.names.by_folded_name.end()) return {};
    if (named->second.size() > 1) return {std::nullopt, named->second, false};
    const auto ix = named->second.front();
    return {ix, {}, plan.agencies[ix].name.value == written};
}

Submission SubmissionChecker::check(RawSubmission raw, Diagnostics& found) {
    Submission out;
    out.order = next_order_++;
    out.origin = raw.origin;
    if (raw.received) out.received = raw.received->value;
    if (raw.document_date) out.document_date = raw.document_date->value;
    check_agency(raw, out, found);
    check_obligation(raw, out, found);
    check_owed(raw, out, found);
    check_period(raw, out, found);
    check_dates(raw, out, found);
    check_results(raw, out, found);
    check_coverage(raw, out, found);
    found.regrade(plan_.severities);
    if (!found.has_errors()) {
        check_repetition(raw, out, found);
        found.regrade(plan_.severities);
    }
    out.errors = found.error_codes();
    out.valid = out.errors.empty();
    out.document = std::move(raw.document_number);
    out.via = std::move(raw.via);
    out.difficulties = std::move(raw.difficulties);
    out.proposals = std::move(raw.proposals);
    out.next = std::move(raw.next);
    out.note = std::move(raw.note);
    return out;
}

void SubmissionChecker::check_agency(const RawSubmission& raw, Submission& out,
                                     Diagnostics& found) const {
    if (!raw.agency) return;
    const auto match = find_agency(plan_, raw.agency->value);
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
        return;
    }
    if (!match.agency) {
        const auto help = suggest_agency(raw.agency->value);
        add(found, Code::s_unknown_agency, raw.agency->span,
            fmt::format("no agency `{}` in the plan", raw.agency->value),
            help.empty() ? "write the id, name, short name or an alias of an agency of the plan"
                         : help,
            "/agency");
        return;
    }
    out.agency = match.agency;
    if (!match.exact) {
        const auto& agency = plan_.agencies[*match.agency];
        add(found, Code::s_other_spelling, raw.agency->span,
            fmt::format("`{}` is read as `{}` ({})", raw.agency->value, agency.id.value,
                        agency.name.value),
            {}, "/agency");
    }
}

std::string SubmissionChecker::suggest_agency(const std::string& written) const {
    // A file exported with the wrong names has the same few wrong ones over and over.
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
    if (suggested_.size() < kMostRemembered) suggested_.emplace(written, help);
    return help;
}

void SubmissionChecker::check_obligation(const RawSubmission& raw, Submission& out,
                                         Diagnostics& found) const {
    if (!raw.obligation) return;
    const auto id = plan_.obligation_ids.find(raw.obligation->value);
    if (id == plan_.obligation_ids.end()) {
        add(found, Code::s_unknown_obligation, raw.obligation->span,
            fmt::format("no task or report `{}` in the plan", raw.obligation->value),
            did_you_mean(raw.obligation->value, obligation_ids(plan_)), "/obligation");
        return;
    }
    out.obligation = id->second;
}

void SubmissionChecker::check_owed(const RawSubmission& raw, Submission& out,
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

void SubmissionChecker::check_period(const RawSubmission& raw, Submission& out,
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
    const auto id = period_id_of(o, raw.period ? raw.period->value : std::string_view());
    out.slot = id ? schedule_.find_slot(*out.obligation, *id) : std::nullopt;
    if (!out.slot) {
        const auto known = period_ids(schedule_, *out.obligation);
        auto help = did_you_mean(raw.period ? raw.period->value : "", known);
        if (help.empty() && !known.empty() && known.size() <= 12) {
            help = fmt::format("{} of `{}`: {}", cadence == Cadence::ad_hoc ? "events" : "periods",
                               o.id.value, fmt::join(known, ", "));
        }
        add(found, Code::s_unknown_period, raw.period ? raw.period->span : raw.span,
            fmt::format("`{}` has no {} `{}`", o.id.value,
                        cadence == Cadence::ad_hoc ? "event" : "period",
                        raw.period ? raw.period->value : "once"),
            help, "/period");
        return;
    }
    if (!out.agency) return;
    out.row = schedule_.find_row(*out.slot, *out.agency);
    if (out.row || !owes(plan_, schedule_, *out.obligation, *out.agency)) return;
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

void SubmissionChecker::check_dates(const RawSubmission& raw, const Submission& out,
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

void SubmissionChecker::check_results(RawSubmission& raw, Submission& out,
                                      Diagnostics& found) const {
    for (auto& raw_result : raw.results) {
        std::optional<ObligationIx> task;
        if (raw_result.task) {
            const auto id = plan_.obligation_ids.find(raw_result.task->value);
            if (id != plan_.obligation_ids.end() &&
                plan_.obligations[id->second].kind == ObligationKind::task) {
                task = id->second;
            } else {
                std::vector<std::string> tasks;
                for (const auto& o : plan_.obligations) {
                    if (o.kind == ObligationKind::task) tasks.push_back(o.id.value);
                }
                add(found, Code::s_unknown_task, raw_result.task->span,
                    fmt::format("no task `{}` in the plan", raw_result.task->value),
                    did_you_mean(raw_result.task->value, tasks), "/results");
            }
        }
        Result result;
        for (const auto& figure : raw_result.figures) {
            if (auto read = check_figure(figure, task, found)) result.figures.push_back(*read);
        }
        if (!task) continue;
        result.task = *task;
        result.span = raw_result.task->span;
        result.summary = std::move(raw_result.summary);
        out.results.push_back(std::move(result));
    }
}

void SubmissionChecker::check_coverage(const RawSubmission& raw, const Submission& out,
                                       Diagnostics& found) const {
    if (!out.obligation) return;
    const auto& o = plan_.obligations[*out.obligation];
    if (o.kind != ObligationKind::report) return;
    for (const auto& result : raw.results) {
        const auto& task = result.task;
        if (!task) continue;
        const auto id = plan_.obligation_ids.find(task->value);
        if (id == plan_.obligation_ids.end()) continue;
        if (plan_.obligations[id->second].kind != ObligationKind::task) continue;
        if (std::binary_search(o.covered.begin(), o.covered.end(), id->second)) continue;
        add(found, Code::s_outside_covers, task->span,
            fmt::format("`{}` does not cover task {}", o.id.value, task->value),
            "the result is kept; check that it belongs here", "/results");
    }
    if (!o.has_covers) return;
    std::vector<std::string> missing;
    for (const auto ix : o.covered) {
        const bool told = std::any_of(out.results.begin(), out.results.end(),
                                      [&](const Result& result) { return result.task == ix; });
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

std::optional<Figure> SubmissionChecker::check_figure(const RawFigure& raw,
                                                      std::optional<ObligationIx> task,
                                                      Diagnostics& found) const {
    const auto id = plan_.indicator_ids.find(raw.indicator.value);
    if (id == plan_.indicator_ids.end()) {
        std::vector<std::string> known;
        for (const auto& indicator : plan_.indicators) known.push_back(indicator.id.value);
        add(found, Code::s_unknown_indicator, raw.indicator.span,
            fmt::format("no indicator `{}` in the plan", raw.indicator.value),
            did_you_mean(raw.indicator.value, known), "/results");
        return std::nullopt;
    }
    const auto& indicator = plan_.indicators[id->second];
    if (task &&
        !std::binary_search(indicator.applies_to.begin(), indicator.applies_to.end(), *task)) {
        add(found, Code::s_figure_not_applicable, raw.indicator.span,
            fmt::format("`{}` does not apply to task {}", indicator.id.value,
                        plan_.obligations[*task].id.value),
            "the indicator's `tasks` say where it applies", "/results");
    }
    const auto number = raw.kind == RawFigure::Kind::number
                            ? parse_figure(raw.value.value, indicator.type)
                            : not_a_number(raw.kind);
    if (!number.value) {
        const bool text = raw.kind != RawFigure::Kind::other;
        add(found, Code::s_bad_figure, raw.value.span,
            fmt::format("{} is no {} figure for `{}`: {}",
                        text ? fmt::format("`{}`", raw.value.value) : raw.value.value,
                        indicator.type == FigureType::integer ? "integer" : "decimal",
                        indicator.id.value, number.fault),
            number.help, "/results");
        return std::nullopt;
    }
    const bool below = indicator.min && *number.value < *indicator.min;
    const bool above = indicator.max && *number.value > *indicator.max;
    if (below || above) {
        add(found, Code::s_figure_out_of_range, raw.value.span,
            fmt::format("`{}` is {} {}, the {} of `{}`", raw.value.value, below ? "below" : "above",
                        below ? *indicator.min : *indicator.max, below ? "least" : "most",
                        indicator.id.value),
            "check the figure; the indicator's `min` and `max` in the plan say what can be",
            "/results");
    }
    return Figure{id->second, *number.value, raw.value.span};
}

void SubmissionChecker::check_repetition(const RawSubmission& raw, const Submission& out,
                                         Diagnostics& found) {
    // Without a number two documents of one day cannot be told apart, nor called the same.
    if (raw.document_number.empty() || !out.agency || !out.obligation || !out.received) return;
    const auto key = fmt::format("{}\n{}\n{}\n{}\n{}", *out.agency, *out.obligation,
                                 out.slot ? *out.slot + 1 : 0,
                                 out.received->time_since_epoch().count(), raw.document_number);
    const Fingerprint print{fnv(0xCBF29CE484222325ULL, key), fnv(0x9E3779B97F4A7C15ULL, key)};
    if (files_.empty() || files_.back() != raw.origin.file) files_.push_back(raw.origin.file);
    const auto [known, is_new] = seen_.try_emplace(
        print, FirstSeen{static_cast<std::uint32_t>(files_.size() - 1), raw.origin.line});
    if (is_new) return;
    Diagnostic diagnostic;
    static_cast<Place&>(diagnostic) = place_of(raw.agency->span);
    diagnostic.code = Code::s_repeated_submission;
    diagnostic.message =
        fmt::format("document {} of `{}`, received on {}, was read before", raw.document_number,
                    plan_.agencies[*out.agency].id.value, format_date(*out.received));
    diagnostic.help = "take one of the two out; a correction has a number or a day of its own";
    Place first;
    first.file = files_[known->second.file];
    first.line = first.end_line = known->second.line;
    diagnostic.notes.push_back({"the first one begins here", std::move(first)});
    found.add(std::move(diagnostic));
}

}  // namespace plantool
