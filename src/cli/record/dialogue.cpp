#include "cli/record/dialogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "cli/answered.hpp"
#include "core/plan/agency_match.hpp"
#include "core/plan/obligation_match.hpp"
#include "core/schedule/period_title.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

constexpr std::size_t kMostShown = 15;

/// A report that the agency owes in some plan, or a task that goes on there.
struct Owed {
    const Assessment* assessment = nullptr;
    ObligationIx obligation = 0;
    std::optional<StatusRow> row;
};

/// The most urgent first: what is late by the most days, then what falls due next, then what came
/// already, then what goes on.
auto urgency(const Owed& owed) {
    constexpr int kOngoing = 3;
    if (!owed.row) return std::tuple(kOngoing, 0, Day{});
    const auto state = owed.row->state;
    const bool behind = state == State::overdue || state == State::missing;
    const bool in = state == State::on_time || state == State::late || state == State::waived;
    const auto due = owed.assessment->schedule().rows[owed.row->row].due;
    return std::tuple(behind ? 0 : in ? 2 : 1, behind ? -owed.row->days_late.value_or(0) : 0, due);
}

class Dialogue {
  public:
    Dialogue(RecordOptions& own, Session& session, const Env& env)
        : own_(own), given_(own.submission), session_(session), env_(env) {}

    void run() {
        const auto answered = answer_of(session_);
        ask_agency();
        ask_obligation(answered);
        const auto any_day = [](const std::string& text) { return parse_day_in(text); };
        if (given_.number.empty()) given_.number = ask(Word::ask_number);
        if (given_.date.empty() && !given_.number.empty()) {
            given_.date = ask_day({Word::ask_document_day}, "", any_day);
        }
        if (given_.received.empty()) {
            const auto today = format_date(session_.as_of);
            given_.received = ask_day({Word::ask_received, session_.as_of}, today, any_day);
        }
    }

  private:
    std::string ask(const Message& words) const {
        const auto line = env_.ask(say(words, session_.language) + " ");
        if (!line) throw UsageError{{Word::input_ended}, {Word::nothing_was_recorded}};
        return to_nfc(with_valid_utf8(trim(*line)));
    }
    std::string ask(Word word) const {
        return ask(Message::verbatim(say(word, session_.language)));
    }

    void tell(const Message& message) const { env_.err(say(message, session_.language) + "\n"); }
    void list(std::size_t number, const std::string& text) const {
        env_.err(fmt::format("  {:>2}. {}\n", number, printable(text)));
    }

    static std::optional<Day> parse_day_in(const std::string& text) {
        const auto day = parse_date(text);
        return day ? day : parse_day_month_year(text);
    }

    template <class Read>
    std::string ask_day(const Message& words, const std::string& otherwise,
                        const Read& read) const {
        while (true) {
            const auto line = ask(words);
            if (line.empty()) return otherwise;
            if (const auto day = read(line)) return format_date(*day);
            tell({Word::no_date, printable(line)});
        }
    }

    /// The number that was typed, of so many.
    static std::optional<std::size_t> number_of(const std::string& line, std::size_t most) {
        std::size_t number = 0;
        const auto* end = line.data() + line.size();
        if (std::from_chars(line.data(), end, number).ptr != end) return std::nullopt;
        return number >= 1 && number <= most ? std::optional(number - 1) : std::nullopt;
    }

    // ---- the agency

    const Agency* agency_called(const std::string& text) const {
        for (const auto& plan : session_.plans) {
            const auto match = find_agency(plan->plan, text);
            if (match.agency) return &plan->plan.agencies[*match.agency];
        }
        return nullptr;
    }

    /// Agencies that have the words in one of their names, whatever their marks, and those that
    /// share the very name.
    std::vector<const Agency*> agencies_like(const std::string& text) const {
        std::vector<const Agency*> out;
        std::set<std::string> seen;
        const auto wanted = fold_without_diacritics(text);
        const auto has = [&](const std::string& name) {
            return fold_without_diacritics(name).find(wanted) != std::string::npos;
        };
        for (const auto& plan : session_.plans) {
            for (const auto& agency : plan->plan.agencies) {
                const bool alike = has(agency.name_on(session_.as_of).value) ||
                                   has(agency.name.value) || has(agency.id.value) ||
                                   has(agency.short_name.value) ||
                                   std::any_of(agency.aliases.begin(), agency.aliases.end(),
                                               [&](const Text& alias) { return has(alias.value); });
                if (alike && seen.insert(agency.id.value).second) out.push_back(&agency);
            }
        }
        if (!out.empty()) return out;
        for (const auto& plan : session_.plans) {
            const auto near = nearest(text, agency_names(plan->plan));
            if (const auto* agency = near ? agency_called(*near) : nullptr) out.push_back(agency);
            if (!out.empty()) break;
        }
        return out;
    }

    void ask_agency() {
        auto text = given_.agency.empty() ? ask(Word::ask_agency) : given_.agency;
        std::vector<const Agency*> shown;
        while (true) {
            const auto number = number_of(text, shown.size());
            const auto* agency = number         ? shown[*number]
                                 : text.empty() ? nullptr
                                                : agency_called(text);
            if (agency != nullptr) {
                given_.agency = agency->id.value;
                tell({Word::agency_chosen, printable(agency->name_on(session_.as_of).value)});
                return;
            }
            if (!text.empty()) shown = show_alike(text);
            text = ask(shown.empty() ? Word::ask_agency : Word::ask_number_or_name);
        }
    }

    std::vector<const Agency*> show_alike(const std::string& text) const {
        tell({Word::no_agency, printable(text)});
        auto alike = agencies_like(text);
        if (alike.size() > kMostShown) alike.resize(kMostShown);
        for (std::size_t i = 0; i < alike.size(); ++i) {
            list(i + 1, alike[i]->name_on(session_.as_of).value);
        }
        return alike;
    }

    // ---- what it owes

    std::vector<Owed> owed_of(const Answered& answered) const {
        std::vector<Owed> out;
        for (const auto& assessment : answered.assessments) {
            const auto& plan = assessment->plan();
            const auto agency = plan.names.by_id.find(given_.agency);
            if (agency == plan.names.by_id.end()) continue;
            const auto wanted = [&](ObligationIx ix) {
                return given_.obligation.empty() || find_obligation(plan, given_.obligation) == ix;
            };
            for (const auto& row : assessment->rows()) {
                const auto& expected = assessment->schedule().rows[row.row];
                const auto obligation = assessment->schedule().slots[expected.slot].obligation;
                if (expected.agency != agency->second || !wanted(obligation)) continue;
                out.push_back({assessment.get(), obligation, row});
            }
            for (const auto& row : assessment->activity()) {
                if (row.agency != agency->second || !wanted(row.obligation)) continue;
                out.push_back({assessment.get(), row.obligation, std::nullopt});
            }
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const Owed& a, const Owed& b) { return urgency(a) < urgency(b); });
        return out;
    }

    std::string line_of(const Owed& owed) const {
        const auto& plan = owed.assessment->plan();
        const auto language = session_.language;
        const auto& o = plan.obligations[owed.obligation];
        if (!owed.row) {
            return fmt::format("{} · {}", obligation_label(o), say(Word::continuous, language));
        }
        const auto& expected = owed.assessment->schedule().rows[owed.row->row];
        return fmt::format("{}: {}",
                           slot_heading(plan, owed.assessment->schedule().slots[expected.slot],
                                        short_date(expected.due, language), language),
                           state_label(owed.row->state, language));
    }

    void choose(const Owed& owed) {
        const auto& plan = owed.assessment->plan();
        const auto& o = plan.obligations[owed.obligation];
        given_.obligation = o.id.value;
        if (session_.plans.size() > 1) own_.plan = plan.head.id.value;
        given_.period.clear();
        if (!owed.row || o.cadence.value == Cadence::once) return;
        const auto& schedule = owed.assessment->schedule();
        given_.period = schedule.slots[schedule.rows[owed.row->row].slot].period.id;
    }

    void ask_obligation(const Answered& answered) {
        if (!given_.obligation.empty() && !given_.period.empty()) return;
        auto owed = owed_of(answered);
        if (owed.empty()) return;  // the check says why
        if (!given_.obligation.empty() && owed.size() == 1) return choose(owed.front());
        if (owed.size() > kMostShown) owed.resize(kMostShown);
        tell({Word::what_is_owed});
        for (std::size_t i = 0; i < owed.size(); ++i) list(i + 1, line_of(owed[i]));
        while (true) {
            const auto line = ask(Word::ask_which);
            const auto number = number_of(line, owed.size());
            if (number) return choose(owed[*number]);
            const auto found = std::find_if(owed.begin(), owed.end(), [&](const Owed& one) {
                return !line.empty() &&
                       find_obligation(one.assessment->plan(), line) == one.obligation;
            });
            if (found != owed.end()) return choose(*found);
        }
    }

    RecordOptions& own_;
    SubmissionOptions& given_;
    Session& session_;
    const Env& env_;
};

}  // namespace

bool says_enough(const SubmissionOptions& given, const Session& session) {
    if (given.agency.empty() || given.obligation.empty() || given.received.empty()) return false;
    if (!given.period.empty()) return true;
    return std::all_of(session.plans.begin(), session.plans.end(), [&](const auto& plan) {
        const auto obligation = find_obligation(plan->plan, given.obligation);
        if (!obligation) return true;
        const auto cadence = plan->plan.obligations[*obligation].cadence.value;
        return cadence == Cadence::continuous || cadence == Cadence::once;
    });
}

void ask_for_the_rest(RecordOptions& own, Session& session, const Env& env) {
    without_attachments(session, [&] {
        Dialogue(own, session, env).run();
        return 0;
    });
}

}  // namespace plantool
