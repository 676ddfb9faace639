#include "cli/import/desk.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/plan/agency_match.hpp"
#include "core/plan/obligation_match.hpp"
#include "read/file/file.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "write/submission/submission_yaml.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUnnamed = "<paper>";
constexpr std::string_view kPending = "cho-xu-ly";
constexpr std::string_view kDraft = ".yaml.draft";

/// `/results/0/task` as `results/0/task`; what is missing altogether by the key that is missing.
std::string field_of(const Diagnostic& finding) {
    return finding.path.empty() ? "" : finding.path.substr(1);
}

std::vector<std::string> agencies_like(const Session& session, const std::string& text) {
    std::vector<std::string> out;
    for (const auto& plan : session.plans) {
        const auto match = find_agency(plan->plan, text);
        for (const auto ix : match.candidates) out.push_back(plan->plan.agencies[ix].id.value);
        if (!out.empty()) return out;
        const auto near = text.empty() ? std::nullopt : nearest(text, agency_names(plan->plan));
        const auto meant = near ? find_agency(plan->plan, *near).agency : std::nullopt;
        if (meant) return {plan->plan.agencies[*meant].id.value};
    }
    return out;
}

/// The reports that the agency has rows of, or all where it is not known.
std::vector<std::string> obligations_of(const Judged& judged) {
    std::vector<std::string> out;
    const auto& laid = *judged.plan;
    for (const auto& row : laid.schedule.rows) {
        if (judged.submission->agency && row.agency != *judged.submission->agency) continue;
        const auto& id = laid.plan.obligations[laid.schedule.slots[row.slot].obligation].id.value;
        if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
    return out;
}

std::vector<std::string> periods_of(const Judged& judged) {
    std::vector<std::string> out;
    if (!judged.submission->obligation) return out;
    for (const auto& slot : judged.plan->schedule.slots) {
        if (slot.obligation == *judged.submission->obligation) out.push_back(slot.period.id);
    }
    return out;
}

std::string comment_of(const Message& message, Language language) {
    return "# " + printable(say(message, language)) + "\n";
}

/// What stands above a draft: where it comes from, and what is to be done.
std::string head_of(const Incoming& incoming, const ImportedPaper& paper, Language language) {
    auto from = incoming.source;
    if (!incoming.part.empty()) from += " [" + incoming.part + "]";
    auto out =
        comment_of({Word::draft_waits}, language) + comment_of({Word::draft_of, from}, language);
    for (const auto& reason : paper.reasons) {
        const auto said = say(reason.message, language);
        out += fmt::format("# - {}{}\n", reason.field.empty() ? "" : reason.field + ": ",
                           printable(said));
        if (reason.candidates.empty()) continue;
        const auto all = fmt::format("{}", fmt::join(reason.candidates, ", "));
        out += fmt::format("#   {}\n", printable(say(Word::candidates_are, language, all)));
    }
    return out;
}

/// A draft without the comments on top, which are in the language of the day.
std::string_view without_head(std::string_view draft) {
    while (draft.starts_with('#')) {
        const auto end = draft.find('\n');
        draft.remove_prefix(end == std::string_view::npos ? draft.size() : end + 1);
    }
    return draft;
}

/// Whether the obligation is owed period by period.
bool has_periods(const Session& session, const std::string& obligation) {
    return std::none_of(session.plans.begin(), session.plans.end(), [&](const auto& plan) {
        const auto found = find_obligation(plan->plan, obligation);
        return found && plan->plan.obligations[*found].cadence.value == Cadence::continuous;
    });
}

}  // namespace

Desk::Desk(Session& session, const GlobalOptions& options, const ImportSettings& settings)
    : session_(session), settings_(settings) {
    std::vector<fs::path> folders;
    for (const auto& plan : session.plans) {
        auto shelf = shelf_of(*plan, options);
        if (std::find(folders.begin(), folders.end(), shelf.folder) == folders.end()) {
            folders.push_back(shelf.folder);
        }
        shelves_.emplace(plan.get(), std::move(shelf));
    }
    known_ = std::make_unique<KnownPapers>(session, folders);
}

const Shelf& Desk::shelf_for(const SessionPlan& plan) const {
    return shelves_.at(&plan);
}

void Desk::fill_from_settings(Incoming& incoming) const {
    auto& s = incoming.submission;
    if (s.obligation.empty()) s.obligation = settings_.obligation;
    if (s.period.empty() && has_periods(session_, s.obligation)) s.period = settings_.period;
    // A day that is wrong stays to be mended.
    const bool doubted = std::any_of(incoming.doubts.begin(), incoming.doubts.end(),
                                     [](const Reason& doubt) { return doubt.field == "received"; });
    if (s.received.empty() && !doubted) s.received = settings_.received;
}

std::vector<Reason> Desk::reasons_of(const Judged& judged, const ComposedSubmission& s) const {
    std::vector<Reason> out;
    const auto missing = [&](const std::string& value, const char* field, Word word) {
        if (value.empty()) out.push_back({field, Message::verbatim(say(word, session_.language))});
    };
    missing(s.agency, "agency", Word::sender_uncertain);
    missing(s.obligation, "obligation", Word::obligation_uncertain);
    for (const auto& finding : judged.findings.all()) {
        if (finding.severity != Severity::error) continue;
        const auto field = field_of(finding);
        const bool told = (field == "agency" && s.agency.empty()) ||
                          (field == "obligation" && s.obligation.empty());
        if (told) continue;
        const auto key = finding.code == Code::s_missing_period ? std::string("period") : field;
        out.push_back({key, finding.message});
    }
    if (judged.elsewhere) out.push_back({"plan", {Word::no_plan_of_id, s.plan}});
    for (auto& reason : out) {
        if (reason.field == "agency" && !(judged.submission && judged.submission->agency)) {
            reason.candidates = agencies_like(session_, s.agency);
        }
        if (!judged.submission || !judged.plan) continue;
        if (reason.field == "obligation") reason.candidates = obligations_of(judged);
        if (reason.field == "period") reason.candidates = periods_of(judged);
    }
    return out;
}

ImportedPaper Desk::receive(Incoming incoming) {
    ImportedPaper paper;
    paper.source = incoming.source;
    paper.part = incoming.part;
    if (incoming.settled) {
        paper.outcome = *incoming.settled;
        paper.reasons = std::move(incoming.doubts);
        return paper;
    }
    auto& s = incoming.submission;
    fill_from_settings(incoming);
    paper.reasons = std::move(incoming.doubts);
    const auto judged = judge(session_, std::string(kUnnamed), s, Beside::nothing);
    put_ids(s, judged, session_);
    auto own = reasons_of(judged, s);
    for (auto& reason : own) {
        const auto place = incoming.places.find(reason.field);
        if (place != incoming.places.end()) {
            const auto& [sheet, cell] = place->second;
            reason.message = {Word::cell_of_sheet, sheet, cell, std::move(reason.message)};
        }
        const auto told = [&](const Reason& other) { return other.field == reason.field; };
        const bool doubted = std::any_of(paper.reasons.begin(), paper.reasons.end(), told);
        if (!doubted || reason.field.empty()) paper.reasons.push_back(std::move(reason));
    }
    paper.plan = judged.plan != nullptr ? judged.plan->plan.head.id.value : s.plan;
    paper.agency = s.agency;
    paper.obligation = s.obligation;
    paper.period = s.period;
    paper.received = s.received;
    paper.document = s.document_number;
    paper.document_date = s.document_date;
    const auto known = known_->taken(incoming.sha256);
    const bool certain = judged.valid() && paper.reasons.empty();
    auto dated = s;
    const bool received = judged.submission && judged.submission->received;
    if (received) dated.received = format_date(judged.submission->received->day);
    const auto same = known.empty() ? known_->same_document(dated, paper.plan) : known;
    if (!same.empty()) {
        paper.outcome = Outcome::duplicate;
        paper.file = same;
        paper.reasons.clear();
        return paper;
    }
    if (!certain) return draft(incoming, judged, std::move(paper));
    paper = take(incoming, judged, std::move(paper));
    known_->add(dated, paper.plan, {incoming.sha256}, paper.file);
    return paper;
}

ImportedPaper Desk::take(Incoming& incoming, const Judged& judged, ImportedPaper paper) {
    const auto place = place_on(shelf_for(*judged.plan), *judged.plan, *judged.submission);
    paper.outcome = Outcome::taken;
    paper.file = settings_.dry_run
                     ? free_name(place).generic_string()
                     : put(place, incoming.submission, incoming.papers).generic_string();
    return paper;
}

Shelved Desk::place_of_draft(const Incoming& incoming, const Judged& judged) const {
    const auto* plan = judged.plan != nullptr ? judged.plan : session_.plans.front().get();
    const auto& shelf = shelf_for(*plan);
    Shelved place{shelf.folder / kPending, as_file_name(incoming.stem), kDraft};
    if (!judged.submission || !judged.submission->agency) return place;
    const auto& found = *judged.submission;
    const bool continuous =
        found.obligation &&
        plan->plan.obligations[*found.obligation].cadence.value == Cadence::continuous;
    if (found.slot || (continuous && found.received)) {
        place = place_on(shelf, *plan, found);
        place.ending = kDraft;
    } else {
        place.stem = as_file_name(plan->plan.agencies[*found.agency].id.value);
    }
    return place;
}

ImportedPaper Desk::draft(Incoming& incoming, const Judged& judged, ImportedPaper paper) {
    paper.outcome = Outcome::draft;
    const bool of_its_own = !incoming.sha256.empty() || incoming.papers.empty();
    paper.file = known_->drafted(of_its_own ? incoming.sha256 : incoming.papers.front().sha256);
    if (!paper.file.empty()) return paper;
    auto place = place_of_draft(incoming, judged);
    place.head = head_of(incoming, paper, session_.language);
    // A line of a list has no bytes of its own: it is known by what its draft says.
    const auto text = submission_yaml(incoming.submission);
    for (int number = 1; incoming.papers.empty(); ++number) {
        const auto path = numbered(place, number);
        if (!facts_of(path.generic_string())) break;
        if (without_head(read_bytes(path.generic_string())) != text) continue;
        paper.file = path.generic_string();
        return paper;
    }
    if (settings_.dry_run) {
        paper.file = free_name(place).generic_string();
        return paper;
    }
    paper.file = put(place, incoming.submission, incoming.papers).generic_string();
    known_->add_draft({incoming.sha256}, paper.file);
    return paper;
}

}  // namespace plantool
