#include "cli/import/known_papers.hpp"

#include <algorithm>
#include <system_error>

#include "read/file/file.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

std::string find_in(const std::map<std::string, std::string>& files, const std::string& sha256) {
    const auto found = sha256.empty() ? files.end() : files.find(sha256);
    return found == files.end() ? std::string() : found->second;
}

/// The digests of papers that a submission or draft notes, in YAML or JSON, however it may have
/// been edited.
std::vector<std::string> digests_in(std::string_view text) {
    constexpr std::string_view kKey = "sha256";
    constexpr std::size_t kDigits = 64;
    std::vector<std::string> out;
    for (auto at = text.find(kKey); at != std::string_view::npos; at = text.find(kKey, at + 1)) {
        const auto from = text.find_first_not_of(" \"':", at + kKey.size());
        if (from == std::string_view::npos || text.size() - from < kDigits) continue;
        out.emplace_back(text.substr(from, kDigits));
    }
    return out;
}

/// The day of a date or a date-time.
std::string day_in(const std::string& received) {
    return received.substr(0, 10);
}

}  // namespace

KnownPapers::KnownPapers(Session& session, const std::vector<fs::path>& folders) {
    without_attachments(session, [&] {
        documents_.clear();
        std::vector<PlanIntake> intakes;
        std::vector<std::unique_ptr<Assessment>> assessments;
        for (const auto& plan : session.plans) {
            auto& intake = intakes.emplace_back();
            intake.assessment =
                assessments.emplace_back(std::make_unique<Assessment>(*plan, session.as_of)).get();
            intake.wanted = [](const CheckedSubmission&) { return Extent::paper; };
            intake.kept = [&, of = plan.get()](Submission kept, const Standing& standing) {
                // What was sent back comes again under its own number.
                if (!kept.valid() || standing.returned) return;
                ComposedSubmission known;
                known.agency = of->plan.agencies[*kept.agency].id.value;
                known.obligation = of->plan.obligations[*kept.obligation].id.value;
                if (kept.slot) known.period = of->schedule.slots[*kept.slot].period.id;
                known.document_number = kept.document;
                if (kept.document_date) known.document_date = format_date(*kept.document_date);
                known.received = format_date(kept.received->day);
                add(known, of->plan.head.id.value, {}, kept.origin.file);
            };
        }
        take_in(session, std::move(intakes));
        return 0;
    });
    constexpr std::uint64_t kBulk = std::uint64_t{64} << 20U;  // such files note no papers
    for (const auto& file : session.files.files) {
        if (file.facts.size > kBulk) continue;
        for (auto& digest : digests_in(read_bytes(file.name))) taken_.emplace(digest, file.name);
    }
    for (const auto& folder : folders) add_drafts_below(folder);
}

void KnownPapers::add_drafts_below(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> drafts;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code ignored;
        if (at->path().extension() == ".draft" && at->is_regular_file(ignored)) {
            drafts.push_back(at->path().generic_string());
        }
    }
    std::sort(drafts.begin(), drafts.end());
    for (const auto& draft : drafts) add_draft(digests_in(read_bytes(draft)), draft);
}

std::string KnownPapers::taken(const std::string& sha256) const {
    return find_in(taken_, sha256);
}

std::string KnownPapers::drafted(const std::string& sha256) const {
    return find_in(drafted_, sha256);
}

std::string KnownPapers::same_document(const ComposedSubmission& s, const std::string& plan) const {
    const auto period = s.period.empty() ? std::string("once") : s.period;
    const auto found = documents_.find(Row(plan, s.agency, s.obligation, period));
    if (found == documents_.end()) return {};
    const auto number = fold_name(s.document_number);
    for (const auto& known : found->second) {
        const bool received = known.received == day_in(s.received);
        const bool date = known.date == s.document_date;
        const bool either = received || (date && !known.date.empty());
        if (known.number == number && (number.empty() ? received && date : either))
            return known.file;
    }
    return {};
}

void KnownPapers::add(const ComposedSubmission& s, const std::string& plan,
                      const std::vector<std::string>& sha256, const std::string& file) {
    for (const auto& digest : sha256) taken_.emplace(digest, file);
    const auto period = s.period.empty() ? std::string("once") : s.period;
    documents_[Row(plan, s.agency, s.obligation, period)].push_back(
        {fold_name(s.document_number), day_in(s.received), s.document_date, file});
}

void KnownPapers::add_draft(const std::vector<std::string>& sha256, const std::string& file) {
    for (const auto& digest : sha256) drafted_.emplace(digest, file);
}

}  // namespace plantool
