#include "cli/import/letters.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/import/letter_results.hpp"
#include "cli/import/sender.hpp"
#include "core/plan/obligation_match.hpp"
#include "read/paper/period_phrase.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : fold_name(text) + " ") {
        if (c != ' ' && c != ',' && c != '.' && c != ';') {
            word += c;
        } else if (!word.empty()) {
            words.insert(std::exchange(word, {}));
        }
    }
    return words;
}

/// A row that the paper may be for.
struct Possible {
    ObligationIx obligation = 0;
    SlotIx slot = 0;
};

class LetterReader {
  public:
    LetterReader(const PaperFile& paper, const PaperFacts& facts, const SessionPlan& of)
        : paper_(paper), facts_(facts), of_(of), plan_(of.plan) {}

    /// What the plan makes of the paper; how many of agency, period and obligation it knows.
    int read(Incoming& out) {
        auto& s = out.submission;
        s.document_number = facts_.number;
        if (facts_.date) s.document_date = format_date(*facts_.date);
        const auto agency = sender_of(plan_, paper_, facts_, out.doubts);
        if (agency) s.agency = plan_.agencies[*agency].id.value;
        const auto possible = rows_of(agency);
        s.period = paper_.period.empty() ? period_among(possible) : paper_.period;
        s.obligation = paper_.obligation;
        if (s.obligation.empty() && !s.period.empty()) choose_obligation(possible, out);
        const auto obligation = find_obligation(plan_, s.obligation);
        s.nil = says_nil(facts_);
        if (!s.nil) read_results(plan_, tasks_of(obligation), facts_, s, out.doubts);
        return (agency ? 1 : 0) + (s.period.empty() ? 0 : 1) + (obligation ? 1 : 0);
    }

  private:
    /// The rows of the agency, or of all where it is not known.
    std::vector<Possible> rows_of(std::optional<AgencyIx> agency) const {
        std::vector<Possible> out;
        const auto& schedule = of_.schedule;
        for (SlotIx slot = 0; slot < schedule.slots.size(); ++slot) {
            const bool owed = !agency || schedule.find_row(slot, *agency).has_value() ||
                              !rows_for(plan_, schedule, slot, *agency, std::nullopt).rows.empty();
            if (owed) out.push_back({schedule.slots[slot].obligation, slot});
        }
        return out;
    }

    const std::string& id_of(const Possible& row) const {
        return of_.schedule.slots[row.slot].period.id;
    }

    /// The first phrase of the title, else of the subject, else of the file's name: one that the
    /// agency owes something for goes before others.
    std::string period_among(const std::vector<Possible>& possible) const {
        const auto year = facts_.date ? std::optional(year_of(*facts_.date)) : std::nullopt;
        for (const auto& text : {facts_.title, paper_.subject, paper_.name}) {
            const auto phrases = period_phrases(text, year);
            for (const auto& phrase : phrases) {
                const auto owed = [&](const Possible& row) { return id_of(row) == phrase.id; };
                if (std::any_of(possible.begin(), possible.end(), owed)) return phrase.id;
            }
            if (!phrases.empty()) return phrases.front().id;
        }
        return {};
    }

    void choose_obligation(const std::vector<Possible>& possible, Incoming& out) const {
        std::vector<std::pair<std::size_t, ObligationIx>> ranked;
        const auto title = words_of(facts_.title.empty() ? paper_.subject : facts_.title);
        for (const auto& row : possible) {
            if (id_of(row) != out.submission.period) continue;
            const auto own = words_of(plan_.obligations[row.obligation].title.value);
            const auto shared = std::count_if(
                own.begin(), own.end(), [&](const auto& word) { return title.contains(word); });
            ranked.emplace_back(static_cast<std::size_t>(shared), row.obligation);
        }
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        constexpr std::size_t kClearly = 2;  // words
        if (ranked.empty()) return;
        if (ranked.size() == 1 || ranked[0].first >= ranked[1].first + kClearly) {
            out.submission.obligation = plan_.obligations[ranked.front().second].id.value;
            return;
        }
        Reason doubt{"obligation", {Word::obligation_uncertain}};
        for (const auto& [shared, obligation] : ranked) {
            doubt.candidates.push_back(plan_.obligations[obligation].id.value);
        }
        out.doubts.push_back(std::move(doubt));
    }

    std::vector<ObligationIx> tasks_of(std::optional<ObligationIx> obligation) const {
        std::vector<ObligationIx> out;
        if (obligation && plan_.obligations[*obligation].kind == ObligationKind::task) {
            return {*obligation};
        }
        if (obligation) {
            const auto& covered = plan_.obligations[*obligation].covered;
            return {covered.begin(), covered.end()};
        }
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            if (plan_.obligations[ix].kind == ObligationKind::task) out.push_back(ix);
        }
        return out;
    }

    const PaperFile& paper_;
    const PaperFacts& facts_;
    const SessionPlan& of_;
    const Plan& plan_;
};

/// An invitation or the like, in the place of a title.
bool is_another_kind(const PaperFacts& facts) {
    if (!facts.title.empty() || facts.sections.empty()) return false;
    const auto& first = facts.sections.front();
    auto line = first.heading;
    if (line.empty() && !first.paragraphs.empty()) line = first.paragraphs.front();
    const auto folded = fold_name(line);
    const auto is = [&](const char* words) { return folded.starts_with(fold_name(words)); };
    return is("giấy mời") || is("thư mời") || is("lịch công tác") || is("thông báo");
}

}  // namespace

void read_letter(const PaperFile& paper, const PaperFacts& facts, std::string_view bytes,
                 const Session& session, const IncomingSink& sink) {
    if (facts.secret) {
        return sink(
            settled(Outcome::secret, paper.source, paper.part, {{"", {Word::secret_not_copied}}}));
    }
    if (is_another_kind(facts)) {
        return sink(settled(Outcome::not_a_report, paper.source, paper.part));
    }
    Incoming base;
    base.source = paper.source;
    base.part = paper.part;
    base.stem = std::filesystem::path(paper.name).stem().generic_string();
    base.submission.received = paper.received;
    base.submission.via = paper.via;
    if (!bytes.empty()) {
        base.papers.push_back(paper_copy(paper.name, std::string(bytes)));
        base.sha256 = base.papers.front().sha256;
    }
    // Of several plans the one that understands most of it.
    std::optional<Incoming> best;
    int most = -1;
    for (const auto& plan : session.plans) {
        auto incoming = base;
        const int known = LetterReader(paper, facts, *plan).read(incoming);
        if (known <= most) continue;
        most = known;
        best = std::move(incoming);
    }
    sink(std::move(*best));
}

}  // namespace plantool
