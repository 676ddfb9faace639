#include "core/schedule/life/carry_over.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/schedule/life/succession.hpp"
#include "core/schedule/life/terms.hpp"
#include "text/words.hpp"

namespace plantool {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Moves days and years of the plan's own year.
class YearMover {
  public:
    YearMover(const Days& span, int year)
        : first_(year_of(span.from)), last_(year_of(span.to)), by_(year - first_) {}

    Day day(Day old) const {
        const auto date = civil(old);
        const auto moved = (date.year() + std::chrono::years(by_)) / date.month() / date.day();
        return moved.ok() ? Day(moved) : Day(moved.year() / moved.month() / std::chrono::last);
    }
    Days days(const Days& old) const { return {day(old.from), day(old.to)}; }

    /// Each number of four digits that is a year of the plan, moved.
    std::string text(std::string_view old) const {
        std::string out;
        for (std::size_t at = 0; at < old.size();) {
            auto end = at;
            while (end < old.size() && is_digit(old[end])) ++end;
            if (end == at) {
                out += old[at++];
                continue;
            }
            out += number(old.substr(at, end - at));
            at = end;
        }
        return out;
    }

  private:
    std::string number(std::string_view digits) const {
        for (int year = first_; year <= last_; ++year) {
            if (digits == fmt::format("{:04}", year)) return fmt::format("{:04}", year + by_);
        }
        return std::string(digits);
    }

    int first_;
    int last_;
    int by_;
};

class CarryOver {
  public:
    CarryOver(const Plan& plan, int year)
        : old_(plan), year_(year), mover_(plan.head.span, year), language_(Language::vi) {
        out_.plan = plan;
        if (const auto known = parse_language(plan.head.language)) language_ = *known;
    }

    CarriedPlan take() {
        carry_head();
        carry_calendar();
        for (auto& group : out_.plan.groups) replace_ended(group.members);
        for (std::size_t i = 0; i < old_.obligations.size(); ++i) {
            carry_obligation(old_.obligations[i], out_.plan.obligations[i]);
        }
        static_cast<EventEntries&>(out_.plan) = {};
        return std::move(out_);
    }

  private:
    void look_at(Message message) { out_.to_look_at.push_back(std::move(message)); }

    /// The same, where the entry says so of itself too.
    void look_at(Provenance& why, Message message) {
        const auto said = say(message, language_);
        why.assumed = why.assumed.empty() ? said : fmt::format("{}; {}", why.assumed, said);
        look_at(std::move(message));
    }

    void carry_head() {
        auto& head = out_.plan.head;
        head.span = mover_.days(old_.head.span);
        head.issued = mover_.day(old_.head.issued);
        head.title = mover_.text(old_.head.title);
        head.id.value = mover_.text(old_.head.id.value);
        if (head.id.value == old_.head.id.value) head.id.value += fmt::format("-{}", year_);
        head.submissions = "submissions";
        head.events.value = "events.yaml";
        look_at(head.why, {Word::carried_head, old_.head.number});
        if (!head.signatories.empty()) look_at({Word::carried_signatories});
        if (head.implements && !head.implements->years.empty() &&
            year_ > head.implements->years.back()) {
            look_at(head.implements->why,
                    {Word::carried_programme, std::to_string(head.implements->years.back())});
        }
        replace_ended(head.issuers);
        std::vector<Text> secretariat{head.secretariat};
        replace_ended(secretariat);
        if (secretariat.size() == 1) head.secretariat = secretariat.front();
    }

    void carry_calendar() {
        auto& entries = out_.plan.calendar_entries;
        const auto from = out_.plan.head.span.from;
        const auto is_over = [&](const CalendarDay& day) { return day.date < from; };
        std::erase_if(entries.holidays, is_over);
        std::erase_if(entries.working_days, is_over);
        const auto until = old_.calendar.valid_until();
        const bool known =
            until ? *until >= out_.plan.head.span.to : old_.calendar.has_holidays_in(year_);
        if (!known) look_at(entries.why, {Word::carried_holidays, std::to_string(year_)});
    }

    /// Those that answer for it when the new plan begins, in place of each agency that ended.
    void replace_ended(std::vector<Text>& names) {
        std::vector<Text> out;
        std::set<std::string> listed;
        const auto add = [&](const Text& name) {
            if (listed.insert(name.value).second) out.push_back(name);
        };
        for (const auto& name : names) {
            const auto found = old_.names.by_id.find(name.value);
            const auto ended = found != old_.names.by_id.end() &&
                               old_.agencies[found->second].active_to &&
                               *old_.agencies[found->second].active_to < out_.plan.head.span.from;
            if (!ended) {
                add(name);
                continue;
            }
            for (const auto next : replacement_of(found->second)) add(old_.agencies[next].id);
        }
        // A list that nobody is left in is for somebody to fill.
        if (!out.empty()) names = std::move(out);
    }

    std::vector<AgencyIx> replacement_of(AgencyIx ended) {
        auto next = answering(old_, ended, out_.plan.head.span.from);
        if (told_.insert(ended).second) {
            const auto& agency = old_.agencies[ended];
            std::vector<std::string> names;
            for (const auto ix : next) names.push_back(old_.agencies[ix].name.value);
            look_at(names.empty() ? Message(Word::carried_without_successor, agency.name.value,
                                            *agency.active_to)
                                  : Message(Word::carried_successor, agency.name.value,
                                            *agency.active_to, plantool::listed(names)));
        }
        return next;
    }

    void carry_obligation(const Obligation& old, Obligation& o) {
        fold_amendments(old, o);
        bool moved = false;
        if (o.due) moved = move(*o.due);
        for (auto& key : o.period_keys) moved = move(key) || moved;
        for (auto& period : o.listed) {
            period.days = mover_.days(period.days);
            if (period.due) period.due->value = mover_.day(period.due->value);
            period.id.value = mover_.text(period.id.value);
            period.title.value = mover_.text(period.title.value);
            moved = true;
        }
        if (moved) look_at(o.why, {Word::carried_days, o.id.value});
        replace_ended(o.owners);
        replace_ended(o.partners);
        replace_ended(o.recipients);
    }

    /// What holds at the end of the old plan.
    void fold_amendments(const Obligation& old, Obligation& o) {
        if (old.amended.empty()) return;
        const auto last_day = old_.head.span.to;
        const auto terms = terms_of(old_, old, Day::max(), last_day);
        if (terms.due != nullptr) o.due = *terms.due;
        for (const auto* amendment : terms.amendments) {
            if (amendment->closes_after) o.closes_after = amendment->closes_after;
            if (amendment->quiet_after) o.quiet_after = amendment->quiet_after;
            if (amendment->has_owners) o.owners = amendment->owners;
        }
        o.amended.clear();
        look_at(o.why, terms.lifted ? Message(Word::carried_lifted, o.id.value)
                                    : Message(Word::carried_amended, o.id.value));
    }

    bool move(Text& key) const {
        auto moved = mover_.text(key.value);
        if (moved == key.value) return false;
        key.value = std::move(moved);
        return true;
    }

    bool move(DueRule& rule) const {
        bool moved = false;
        for (auto& day : rule.days) {
            moved = move(day.key) || moved;
            if (day.form == DueDay::Form::date) {
                day.date = mover_.day(day.date);
                day.written.value = format_date(day.date);
                moved = true;
            } else if (day.form == DueDay::Form::span) {
                moved = move(day.written) || moved;
            }
        }
        return moved;
    }

    const Plan& old_;
    int year_;
    YearMover mover_;
    Language language_;
    CarriedPlan out_;
    std::set<AgencyIx> told_;
};

}  // namespace

CarriedPlan carry_over(const Plan& plan, int year) {
    return CarryOver(plan, year).take();
}

}  // namespace plantool
