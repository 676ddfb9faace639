#include "core/submission/checker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <span>

#include "core/schedule/period_title.hpp"
#include "core/submission/figure.hpp"
#include "core/submission/moments.hpp"
#include "core/time/cadence_word.hpp"
#include "text/labels.hpp"
#include "text/legacy.hpp"
#include "text/suggest.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

void add(Diagnostics& found, Code code, const Span& span, Message message, Message help = {},
         std::string path = {}) {
    found.add({code, span, std::move(message), std::move(help), std::move(path)});
}

std::vector<std::string> period_ids(const Schedule& schedule, ObligationIx obligation) {
    std::vector<std::string> ids;
    for (const auto& slot : schedule.slots) {
        if (slot.obligation == obligation) ids.push_back(slot.period.id);
    }
    return ids;
}

}  // namespace

SubmissionChecker::SubmissionChecker(const LaidPlan& laid, Day today, std::size_t suggestions)
    : plan_(laid.plan),
      schedule_(laid.schedule),
      today_(today),
      zone_(laid.plan.zone()),
      agencies_(suggestions),
      obligation_ids_(suggestions),
      task_ids_(suggestions),
      indicator_ids_(suggestions),
      periods_(suggestions),
      told_in_(laid.plan.obligations.size()) {}

void SubmissionChecker::begin_file() {
    for (auto* names : {&obligation_ids_, &task_ids_, &indicator_ids_}) names->refill();
    agencies_.refill();
    periods_.refill();
}

void SubmissionChecker::check(const RawSubmission& raw, Diagnostics& found,
                              CheckedSubmission& out) {
    ++submission_;
    out.raw = &raw;
    out.results.clear();
    out.figures.clear();
    out.errors.clear();
    out.paper = {};
    if (raw.received) out.paper.received = moment_of(*raw.received, zone_);
    if (raw.document_date) out.paper.document_date = raw.document_date->value;
    look_up(raw, out);
    check_agency(raw, day_of(out.paper.received), found);
    check_obligation(raw, out, found);
    if (!out.paper.row) {
        find_row(raw, out, found);
        check_period(raw, out, found);
    }
    check_dates(raw, out, found);
    check_results(raw, out, found);
    if (raw.nil && !raw.results.empty()) {
        add(found, Code::s_nil_with_results, raw.nil_span, {Word::nil_and_results},
            {Word::take_nil_or_results_out}, "/nil");
    }
    if (!raw.nil) check_coverage(raw, out, found);
    if (!found.all().empty()) out.errors = found.error_codes();
}

SubmissionChecker::Fit SubmissionChecker::fit(const RawSubmission& raw) {
    Fit out;
    if (raw.received) out.received = moment_of(*raw.received, zone_).day;
    const auto obligation = raw.obligation ? find_obligation(raw.obligation->value) : std::nullopt;
    if (!obligation) return out;
    out.cadence = plan_.obligations[*obligation].cadence.value;
    if (raw.period && out.cadence != Cadence::continuous) {
        out.has_period = find_slot(*obligation, raw.period->value).has_value();
    }
    return out;
}

/// Everything that needs no word said about it.
void SubmissionChecker::look_up(const RawSubmission& raw, CheckedSubmission& out) {
    auto& paper = out.paper;
    if (raw.agency) {
        const auto& ids = plan_.names.by_id;
        const auto id = ids.find(raw.agency->value);
        named_by_id_ = id != ids.end();
        paper.agency = named_by_id_ ? id->second : match_of(raw.agency->value).agency;
    }
    if (raw.obligation) paper.obligation = find_obligation(raw.obligation->value);
    if (!paper.obligation) return;
    const auto cadence = plan_.obligations[*paper.obligation].cadence.value;
    if (cadence == Cadence::continuous || (!raw.period && cadence != Cadence::once)) return;
    paper.slot = find_slot(*paper.obligation, raw.period ? raw.period->value : std::string_view());
    if (!paper.slot || !paper.agency) return;
    const auto own = schedule_.find_row(*paper.slot, *paper.agency);
    // Else it may be another's, or on other days of asking: find_row says.
    if (!own || !schedule_.rows[*own].expected) return;
    if (schedule_.rows[*own].stages == schedule_.slots[*paper.slot].stages) paper.row = own;
}

std::optional<ObligationIx> SubmissionChecker::find_obligation(std::string_view id) {
    const auto& obligations = plan_.obligations;
    if (last_obligation_ < obligations.size() && obligations[last_obligation_].id.value == id) {
        return last_obligation_;
    }
    auto found = plan_.obligation_ids.find(id);
    if (found == plan_.obligation_ids.end()) {
        if (const auto tidy = tidy_id(id)) found = plan_.obligation_ids.find(*tidy);
    }
    if (found != plan_.obligation_ids.end()) return last_obligation_ = found->second;
    // By its title, where one alone has it (formats.md, section 2).
    if (!obligation_titles_) obligation_titles_ = plantool::obligation_titles(plan_);
    const auto titled = obligation_titles_->find(fold_name(id));
    if (titled == obligation_titles_->end() || !titled->second) return std::nullopt;
    return last_obligation_ = *titled->second;
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
        const auto id = period_id_of(plan_, plan_.obligations[obligation], period);
        if (id) found = schedule_.find_slot(obligation, *id);
    }
    if (!found) {
        if (const auto tidy = tidy_id(period)) return find_slot(obligation, *tidy);
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

void SubmissionChecker::check_agency(const RawSubmission& raw, std::optional<Day> received,
                                     Diagnostics& found) {
    if (!raw.agency || named_by_id_) return;
    const auto& match = match_of(raw.agency->value);
    if (!match.candidates.empty()) {
        constexpr std::size_t kMostNamed = 20;
        std::string candidates;
        for (const auto ix :
             std::span(match.candidates).first(std::min(match.candidates.size(), kMostNamed))) {
            const auto& agency = plan_.agencies[ix];
            candidates += fmt::format("{}`{}` ({})", candidates.empty() ? "" : ", ",
                                      agency.id.value, agency.name.value);
        }
        if (match.candidates.size() > kMostNamed) candidates += ", …";
        add(found, Code::s_ambiguous_agency, raw.agency->span,
            {Word::several_agencies, raw.agency->value}, {Word::write_id_of_one, candidates},
            "/agency");
    } else if (!match.agency) {
        const auto help = suggest_agency(raw.agency->value);
        add(found, Code::s_unknown_agency, raw.agency->span,
            {Word::agency_not_in_plan, raw.agency->value},
            help.empty() ? Message(Word::write_agency_of_plan) : help, "/agency");
    } else if (!match.exact || (received && match.borne_until && *match.borne_until < *received)) {
        const auto& agency = plan_.agencies[*match.agency];
        add(found, Code::s_other_spelling, raw.agency->span,
            {Word::agency_read_as, raw.agency->value, agency.id.value, agency.name.value}, {},
            "/agency");
    }
}

Message SubmissionChecker::suggest_agency(std::string_view written) {
    constexpr std::size_t kMostRemembered = 10'000;
    if (const auto known = suggested_.find(written); known != suggested_.end()) {
        return known->second;
    }
    if (!agencies_.spend()) return {};
    if (!agency_names_) agency_names_.emplace(agency_names(plan_));
    auto help = agency_names_->suggestion(written);
    for (const auto encoding : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
        const auto decoded = decode_legacy(encoding, written);
        const auto match = find_agency(plan_, decoded);
        if (decoded == written || !match.agency) continue;
        help = {Word::text_in_old_encoding, legacy_name(encoding), decoded,
                plan_.agencies[*match.agency].id.value};
    }
    if (suggested_.size() >= kMostRemembered) suggested_.clear();
    return suggested_.emplace(written, std::move(help)).first->second;
}

void SubmissionChecker::check_obligation(const RawSubmission& raw, const CheckedSubmission& out,
                                         Diagnostics& found) const {
    if (!raw.obligation || out.paper.obligation) return;
    add(found, Code::s_unknown_obligation, raw.obligation->span,
        {Word::duty_not_in_plan, raw.obligation->value},
        obligation_ids_.suggestion(raw.obligation->value, [&] { return obligation_ids(plan_); }),
        "/obligation");
}

void SubmissionChecker::check_period(const RawSubmission& raw, const CheckedSubmission& out,
                                     Diagnostics& found) const {
    if (!out.paper.obligation) return;
    const auto& o = plan_.obligations[*out.paper.obligation];
    const auto cadence = o.cadence.value;
    if (cadence == Cadence::continuous) {
        if (!raw.period) return;
        add(found, Code::s_superfluous_period, raw.period->span,
            {Word::continuous_without_periods, o.id.value}, {Word::take_period_out}, "/period");
        return;
    }
    if (!raw.period && cadence != Cadence::once) {
        add(found, Code::s_missing_period, raw.span,
            {Word::period_key_missing, o.id.value, cadence_word(cadence)},
            {cadence == Cadence::ad_hoc ? WordWith<0>(Word::write_event_id)
                                        : Word::add_period_line});
        return;
    }
    if (!out.paper.slot) refuse_period(raw, o, *out.paper.obligation, found);
}

void SubmissionChecker::refuse_period(const RawSubmission& raw, const Obligation& o,
                                      ObligationIx ix, Diagnostics& found) const {
    const bool ad_hoc = o.cadence.value == Cadence::ad_hoc;
    Message help;
    if (periods_.spend()) {
        const auto known = period_ids(schedule_, ix);
        help = suggestion(raw.period ? raw.period->value : "", known);
        if (help.empty() && !known.empty() && known.size() <= 12) {
            help = {ad_hoc ? WordWith<2>(Word::events_of_duty) : Word::periods_of_duty, o.id.value,
                    in_backquotes(known)};
        }
    }
    add(found, Code::s_unknown_period, raw.period ? raw.period->span : raw.span,
        {ad_hoc ? WordWith<2>(Word::has_no_event) : Word::has_no_period, o.id.value,
         raw.period ? raw.period->value : "once"},
        std::move(help), "/period");
}

void SubmissionChecker::check_dates(const RawSubmission& raw, const CheckedSubmission& out,
                                    Diagnostics& found) const {
    const auto& [received, dated] = std::pair(out.paper.received, out.paper.document_date);
    if (received && dated && received->day < *dated) {
        add(found, Code::s_received_before_document, raw.received->span,
            {Word::received_before_dated, received->day, *dated}, {Word::one_date_is_wrong},
            "/received");
    }
    if (received && received->day > today_) {
        add(found, Code::s_received_in_future, raw.received->span,
            {Word::received_after_now, received->day, today_}, {Word::counts_from_that_day},
            "/received");
    }
    if (!out.paper.slot) return;
    const auto& slot = schedule_.slots[*out.paper.slot];
    const auto early = [&](Day day, const Span& at, WordWith<3> what, std::string_view path) {
        if (day >= slot.period.span.from) return;
        add(found, Code::s_document_before_period, at,
            {what, day, period_words(plan_, slot), slot.period.span.from},
            {Word::check_date_and_period}, std::string(path));
    };
    if (dated) {
        early(*dated, raw.document_date->span, Word::dated_before_period, "/document/date");
    }
    if (received) {
        early(received->day, raw.received->span, Word::received_before_period, "/received");
    }
}

}  // namespace plantool
