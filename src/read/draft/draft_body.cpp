#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "read/draft/draft_parts.hpp"
#include "read/draft/phrases/report_phrase.hpp"
#include "read/paper/clean_text.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// What a clause calls itself: what stands before its colon, else its first words.
std::string title_of(const std::string& text) {
    constexpr std::size_t kLongestRunIn = 220;  // bytes
    constexpr int kWidth = 110;
    const auto line = text.substr(0, text.find('\n'));
    const auto colon = line.find(": ");
    if (colon != std::string::npos && colon > 0 && colon <= kLongestRunIn) {
        return capitalised(trim(line.substr(0, colon)));
    }
    auto title = one_line(line.substr(0, std::min(line.find("; "), line.find(". "))));
    while (!title.empty() &&
           std::string_view(".:;, ").find(title.back()) != std::string_view::npos) {
        title.pop_back();
    }
    return capitalised(clip_to_width(title, kWidth));
}

/// The agencies that a heading is about: the clauses below it are theirs. `1. Sở Y tế`, `Giao Sở Y
/// tế:`.
std::vector<std::string> actors_in(const std::string& text) {
    constexpr std::size_t kLongest = 250;  // bytes
    auto words = text.substr(0, text.find('\n'));
    const auto colon = words.find(':');
    if (colon != std::string::npos) words.resize(colon);
    if (words.size() > kLongest) return {};
    const WordsIn all(words);
    const auto lead =
        all.match_any(0, {"đề nghị", "giao", "yêu cầu", "đối với", "trách nhiệm của"});
    const auto name = std::string(trim(all.behind(lead)));
    if (!is_agency_list(name)) return {};
    return agencies_in(name).names;
}

void add_ids(std::vector<Text>& to, std::vector<Text> ids) {
    for (auto& id : ids) {
        const auto same = [&](const Text& other) { return other.value == id.value; };
        if (std::none_of(to.begin(), to.end(), same)) to.push_back(std::move(id));
    }
}

std::string report_id(Cadence cadence) {
    switch (cadence) {
        case Cadence::weekly:
            return "bao-cao-tuan";
        case Cadence::monthly:
            return "bao-cao-thang";
        case Cadence::quarterly:
            return "bao-cao-quy";
        case Cadence::semiannual:
            return "bao-cao-6-thang";
        case Cadence::nine_month:
            return "bao-cao-9-thang";
        case Cadence::annual:
            return "bao-cao-nam";
        case Cadence::ad_hoc:
            return "bao-cao-dot-xuat";
        default:
            return "bao-cao-ket-qua";
    }
}

class BodyDrafter {
  public:
    BodyDrafter(const std::vector<Clause>& clauses, const std::vector<std::string>& issuers,
                int year, AgencyBook& book, PlanDraft& out)
        : clauses_(clauses), issuers_(issuers), year_(year), book_(book), out_(out) {}

    void run() {
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            if (merged_.contains(i)) continue;
            const auto& clause = clauses_[i];
            if (clause.preamble) {
                add_preamble(clause);
            } else {
                read_clause(i);
            }
        }
        out_.behind_tasks = std::move(pending_);
        finish_reports();
    }

  private:
    void note(const std::string& line, bool unread) {
        pending_.push_back({line, unread});
        if (unread) ++out_.unread;
    }
    void note_lines(const Clause& clause, bool unread_text) {
        for (std::size_t i = 0; i < clause.lines.size(); ++i) {
            const auto& line = clause.lines[i];
            note(line, unread_text && !is_rule(line) && (i == 0 || tells_duty(line)));
        }
    }

    std::string unique(const std::string& path, std::set<std::string>& taken, Provenance& why) {
        auto id = path.empty() ? "0" : path;
        if (taken.insert(id).second) return id;
        assume(why, {Word::draft_assumed_number_twice});
        for (int next = 2;; ++next) {
            auto other = fmt::format("{}.x{}", id, next);
            if (taken.insert(other).second) return other;
        }
    }

    void add_preamble(const Clause& clause) {
        auto colon = clause.text.find(':');
        // A heading whose text begins on the next line.
        const auto break_at = clause.text.find('\n');
        const bool headed =
            break_at < std::min(colon, std::size_t{120}) && clause.kind == Clause::Kind::numbered;
        if (headed) colon = break_at;
        const auto behind = colon == std::string::npos
                                ? std::string()
                                : std::string(trim(clause.text.substr(colon + 1)));
        const bool heading = !clause.children.empty() && behind.empty();
        if (heading || clause.kind == Clause::Kind::heading) {
            note_lines(clause, false);
            return;
        }
        PreamblePart part;
        const bool opening = clause.path.empty();
        part.id.value = unique(clause.path, part_ids_, part.why);
        const bool run_in =
            !opening && !behind.empty() && colon < 120 && clause.kind == Clause::Kind::numbered;
        part.title.value = opening  ? say(Word::draft_opening_title, Language::vi)
                           : run_in ? capitalised(trim(clause.text.substr(0, colon)))
                                    : title_of(clause.text);
        part.text.value = run_in ? behind : clause.text;
        part.why.source = opening ? say(Word::draft_from_opening, Language::vi) : clause.source;
        out_.plan.head.preamble.push_back(std::move(part));
        for (const auto& line : clause.lines) pending_.push_back({line, false});
        out_.preamble.push_back(std::exchange(pending_, {}));
    }

    /// Who the clauses around this one are about.
    struct Above {
        std::vector<std::string> names;
        std::string source;
    };
    Above actors_above(const Clause& clause) const {
        for (auto at = clause.parent; at; at = clauses_[*at].parent) {
            const auto& above = clauses_[*at];
            auto names = actors_in(above.text);
            if (names.empty() && above.text.ends_with(':')) names = duty_in(above.text).lead.names;
            if (!names.empty()) return {std::move(names), above.source};
        }
        return {};
    }

    /// A clause and those below it that only go on with its wording.
    Clause whole(std::size_t ix) {
        auto clause = clauses_[ix];
        if (!clause.says_lead()) return clause;
        for (const auto child : clause.children) {
            const auto& below = clauses_[child];
            const bool item = below.kind == Clause::Kind::dash ||
                              below.kind == Clause::Kind::paragraph ||
                              (below.kind == Clause::Kind::numbered && below.labelled.empty());
            if (!item || below.says_lead()) continue;
            if (!duty_in(below.text).lead.names.empty()) continue;
            merge(child, clause);
        }
        return clause;
    }
    void merge(std::size_t child, Clause& into) {
        const auto& below = clauses_[child];
        merged_.insert(child);
        into.text += "\n" + below.lines.front();
        into.lines.insert(into.lines.end(), below.lines.begin(), below.lines.end());
        for (const auto& one : below.labelled) into.labelled.push_back(one);
        for (const auto deeper : below.children) merge(deeper, into);
    }

    void read_clause(std::size_t ix) {
        const auto clause = whole(ix);
        const bool leaf = std::all_of(clause.children.begin(), clause.children.end(),
                                      [&](std::size_t child) { return merged_.contains(child); });
        if (clause.kind == Clause::Kind::heading && !clause.says_lead()) {
            note_lines(clause, false);
            return;
        }
        if (clause.text.empty()) {
            note_lines(clause, true);
            return;
        }
        const bool only_heading =
            !leaf && !clause.says_lead() &&
            (!actors_in(clause.text).empty() || clause.text.ends_with(':') ||
             !tells_duty(clause.text) || clause.chapter || duty_in(clause.text).lead.names.empty());
        if (only_heading) {
            note_lines(clause, false);
            return;
        }
        const auto reports = reports_in(clause.text, year_);
        if (split(clause, reports)) return;
        add_task(clause, reports);
    }

    /// Whether there is anything to do besides the reports.
    static bool only_reports(const Clause& clause, const std::vector<ReportPhrase>& reports) {
        if (reports.empty()) return false;
        for (const auto part : parts_of(clause.text)) {
            const bool report = std::any_of(reports.begin(), reports.end(),
                                            [&](const auto& one) { return one.part == part; });
            if (!report && tells_duty(part)) return false;
        }
        return true;
    }

    /// Sentences of a paragraph that each give work to somebody else.
    bool split(const Clause& clause, const std::vector<ReportPhrase>& reports) {
        if (clause.says_lead() || clause.kind == Clause::Kind::row) return false;
        std::vector<std::string> sentences;
        std::size_t named = 0;
        for (const auto part : parts_of(clause.text)) {
            const auto duty = duty_in(part);
            const bool own = !duty.lead.names.empty() && tells_duty(part);
            if (own) ++named;
            if (own || sentences.empty()) {
                sentences.emplace_back(part);
            } else {
                sentences.back() += "; " + std::string(part);
            }
        }
        if (named < 2 || sentences.size() < 2) return false;
        std::size_t place = 0;
        for (const auto& sentence : sentences) {
            auto one = clause;
            one.text = sentence;
            const auto letter = std::string(1, static_cast<char>('a' + place % 26));
            one.path = clause.path + (clause.path.empty() ? "" : ".") + letter;
            one.source =
                say(Message(Word::draft_sentence_of, clause.source, fmt::format("{}", place + 1)),
                    Language::vi);
            if (place > 0) one.lines.clear();
            ++place;
            add_task(one, reports_in(sentence, year_), true);
        }
        (void)reports;
        return true;
    }

    std::string labelled_text(const Clause& clause, DutyLabel label) const {
        std::string out;
        for (const auto& one : clause.labelled) {
            if (one.label == label) out += (out.empty() ? "" : "\n") + one.text;
        }
        return out;
    }

    void add_task(const Clause& given, const std::vector<ReportPhrase>& reports,
                  bool one_of_several = false) {
        auto clause = given;
        for (auto& one : labelled_within(clause.text)) {
            const auto known = [&](const LabelledText& other) { return other.label == one.label; };
            if (std::none_of(clause.labelled.begin(), clause.labelled.end(), known)) {
                clause.labelled.push_back(std::move(one));
            }
        }
        Mention mention{clause.source, clause.text};
        if (!clause.lines.empty()) mention.line = fmt::format("{}", fmt::join(clause.lines, "\n"));
        const bool nothing_else = only_reports(clause, reports) && !clause.says_lead();
        if (!nothing_else) {
            Obligation task;
            task.why.source = clause.source;
            if (one_of_several) assume(task.why, {Word::draft_assumed_sentence});
            if (find_owners(clause, mention, task)) {
                for (const auto& line : clause.lines) note(line, false);
                note_unread_parts(clause, reports);
                fill_task(clause, reports, std::move(task));
                add_reports(clause, reports, mention);
                return;
            }
        }
        const bool understood = nothing_else && !reports.empty();
        note_lines(clause, !understood && tells_duty(clause.text));
        if (clause.lines.empty()) note(clause.text, tells_duty(clause.text));
        add_reports(clause, reports, mention);
    }

    /// Parts that speak of reports of which none could be read.
    void note_unread_parts(const Clause& clause, const std::vector<ReportPhrase>& reports) {
        for (const auto part : parts_of(clause.text)) {
            const WordsIn words(part);
            const auto report = words.find("báo cáo");
            const bool sent = report && words.has_any({"gửi", "nộp", "định kỳ"}) &&
                              words.match(report->next, "viên") == 0;
            const bool read = std::any_of(reports.begin(), reports.end(),
                                          [&](const auto& one) { return one.part == part; });
            if (sent && !read) note(std::string(part), true);
        }
    }

    bool find_owners(const Clause& clause, const Mention& mention, Obligation& task) {
        const auto duty = duty_in(clause.text);
        const auto lead = labelled_text(clause, DutyLabel::lead);
        const auto partners = labelled_text(clause, DutyLabel::partners);
        AgencyList owners;
        if (!lead.empty()) {
            owners = agencies_in(lead);
        } else if (!duty.lead.names.empty() || !duty.lead.related.empty()) {
            owners = duty.lead;
        } else if (auto own = actors_in(clause.text);
                   !own.empty() && clause.text.find(':') != std::string::npos) {
            owners.names = std::move(own);
        } else if (auto above = actors_above(clause); !above.names.empty()) {
            if (!tells_duty(clause.text)) return false;
            owners.names = std::move(above.names);
            assume(task.why, {Word::draft_assumed_lead_above, above.source});
        } else if (!labelled_text(clause, DutyLabel::time).empty() && !issuers_.empty() &&
                   !clause.text.empty()) {
            owners.names = {issuers_.front()};
            assume(task.why, {Word::draft_assumed_issuer_leads});
        }
        task.and_related = !owners.related.empty() && !owners.names.empty();
        if (owners.names.empty() && !owners.related.empty()) owners.names = {owners.related};
        task.owners = book_.ids_of(owners.names, mention);
        if (task.owners.empty()) return false;
        add_partners(partners.empty() ? duty.partners : agencies_in(partners), mention, task);
        if (partners.empty() && !duty.told.names.empty() && lead.empty()) {
            const auto before = task.partners.size();
            add_partners(duty.told, mention, task);
            if (task.partners.size() > before)
                assume(task.why, {Word::draft_assumed_told_partners});
        }
        if (clause.cell_above) assume(task.why, {Word::draft_assumed_cell_above});
        return true;
    }

    void add_partners(const AgencyList& list, const Mention& mention, Obligation& task) {
        add_ids(task.partners, book_.ids_of(list.names, mention));
        std::erase_if(task.partners, [&](const Text& id) {
            return std::any_of(task.owners.begin(), task.owners.end(),
                               [&](const Text& owner) { return owner.value == id.value; });
        });
        if (list.related.empty()) return;
        if (WordsIn(list.related).has_any({"sở", "ban", "ngành"})) {
            add_ids(task.partners, book_.ids_of({list.related}, mention));
        } else {
            assume(task.why, {Word::draft_assumed_related, list.related});
        }
    }

    void fill_task(const Clause& clause, const std::vector<ReportPhrase>& reports,
                   Obligation task) {
        task.kind = ObligationKind::task;
        task.id.value = unique(clause.path, task_ids_, task.why);
        task.title.value = title_of(clause.text);
        if (task.title.value.empty()) task.title.value = clause.source;
        task.text.value = clause.text;
        if (const auto product = labelled_text(clause, DutyLabel::product); !product.empty()) {
            task.text.value += "\n" + say(Message(Word::draft_product, product), Language::vi);
        }
        set_time(clause, reports, task);
        explicit_leads_.push_back(clause.says_lead());
        out_.plan.obligations.push_back(std::move(task));
        out_.obligations.push_back(std::exchange(pending_, {}));
    }

    void set_time(const Clause& clause, const std::vector<ReportPhrase>& reports,
                  Obligation& task) {
        const auto time = labelled_text(clause, DutyLabel::time);
        std::optional<When> when;
        if (!time.empty()) {
            when = read_when(time, year_);
            if (!when) {
                when = When{};
                when->assumed.push_back({Word::draft_assumed_time_unread, time});
            }
        } else {
            when = time_in_prose(clause.text, reports);
        }
        if (!when) when = continuous_by_default();
        task.cadence.value = when->cadence;
        task.due = when->due;
        for (const auto& key : when->period_keys) task.period_keys.push_back({key, {}});
        for (const auto& message : when->assumed) assume(task.why, message);
    }

    /// The time that a sentence names; days of documents that it cites are none.
    std::optional<When> time_in_prose(const std::string& text,
                                      const std::vector<ReportPhrase>& reports) const {
        for (const auto part : parts_of(text)) {
            const bool of_report = std::any_of(reports.begin(), reports.end(),
                                               [&](const auto& one) { return one.part == part; });
            if (of_report) continue;
            const WordsIn words(part);
            const auto lead =
                words.find_any({"chậm nhất",      "trước ngày",       "hoàn thành trước",
                                "xong trước",     "hoàn thành trong", "trước tháng",
                                "hằng tháng",     "hàng tháng",       "hằng quý",
                                "hàng quý",       "hằng tuần",        "hàng tuần",
                                "hằng năm",       "hàng năm",         "trong vòng",
                                "trong thời hạn", "muộn nhất",        "đến hết ngày",
                                "trong tháng",    "trong quý",        "định kỳ",
                                "mỗi tháng",      "mỗi quý",          "thời gian hoàn thành",
                                "vào tháng",      "vào quý",          "không quá ngày",
                                "đột xuất",       "khi phát sinh",    "trường hợp phát sinh",
                                "thường xuyên",   "xong trong",       "sau khi có",
                                "kể từ ngày"});
            if (!lead) continue;
            if (words.match(lead->first, "đột xuất") > 0 && words.has("thường xuyên")) continue;
            const auto from = lead->first > 4 ? lead->first - 4 : 0;
            const auto phrase = std::string(words.written(from, words.size()));
            if (auto when = read_when(phrase, year_)) return when;
        }
        return std::nullopt;
    }

    void add_reports(const Clause& clause, const std::vector<ReportPhrase>& reports,
                     const Mention& mention) {
        for (const auto& phrase : reports) {
            Obligation report;
            report.kind = ObligationKind::report;
            report.title.value = phrase.title;
            report.cadence.value = phrase.when.cadence;
            report.due = phrase.when.due;
            for (const auto& key : phrase.when.period_keys) report.period_keys.push_back({key, {}});
            report.why.source = clause.source;
            for (const auto& message : phrase.when.assumed) assume(report.why, message);
            auto from = phrase.from;
            if (from.empty()) {
                auto above = actors_above(clause);
                if (!above.names.empty()) {
                    assume(report.why, {Word::draft_assumed_lead_above, above.source});
                }
                from = std::move(above.names);
            }
            report.owners = book_.ids_of(from, mention);
            report.recipients = book_.ids_of(phrase.to, mention);
            std::erase_if(report.owners, [&](const Text& id) {
                return report.owners.size() > 1 &&
                       std::any_of(report.recipients.begin(), report.recipients.end(),
                                   [&](const Text& to) { return to.value == id.value; });
            });
            reports_.push_back(std::move(report));
            report_notes_.push_back({{std::string(phrase.part), false}});
        }
    }

    void finish_reports() {
        std::vector<Text> leads;
        std::vector<Text> covered;
        for (std::size_t i = 0; i < explicit_leads_.size(); ++i) {
            add_ids(leads, out_.plan.obligations[i].owners);
            if (explicit_leads_[i]) covered.push_back(out_.plan.obligations[i].id);
        }
        const bool some = !covered.empty() && covered.size() < explicit_leads_.size();
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            auto& report = reports_[i];
            if (report.owners.empty()) {
                report.owners = leads;
                assume(report.why, {Word::draft_assumed_senders});
            }
            if (report.owners.empty())
                report.owners = book_.ids_of(issuers_, {report.why.source, {}});
            if (report.owners.empty()) {
                for (auto& one : report_notes_[i]) {
                    ++out_.unread;
                    out_.behind_tasks.push_back({one.line, true});
                }
                continue;
            }
            const auto base = report_id(report.cadence.value);
            report.id.value = base;
            for (int next = 2; !task_ids_.insert(report.id.value).second; ++next) {
                report.id.value = fmt::format("{}-{}", base, next);
            }
            if (some) {
                report.has_covers = true;
                report.covers = covered;
                assume(report.why, {Word::draft_assumed_covers});
            }
            out_.plan.obligations.push_back(std::move(report));
            out_.obligations.push_back(std::move(report_notes_[i]));
        }
    }

    const std::vector<Clause>& clauses_;
    const std::vector<std::string>& issuers_;
    int year_;
    AgencyBook& book_;
    PlanDraft& out_;
    DraftNotes pending_;  ///< lines that stand above whatever comes next
    std::set<std::size_t> merged_;
    std::set<std::string> part_ids_;
    std::set<std::string> task_ids_;
    std::vector<bool> explicit_leads_;  ///< of each task, whether its lead stands under a label
    std::vector<Obligation> reports_;
    std::vector<DraftNotes> report_notes_;
};

}  // namespace

void draft_body(const std::vector<Clause>& clauses, const std::vector<std::string>& issuers,
                int year, AgencyBook& book, PlanDraft& out) {
    BodyDrafter(clauses, issuers, year, book, out).run();
}

}  // namespace plantool
