// Who answers for whom, and what was decided.

#include <fmt/format.h>

#include "core/plan/agency_match.hpp"
#include "core/schedule/period_title.hpp"
#include "text/utf8.hpp"
#include "write/explain/due_words.hpp"
#include "write/explain/text.hpp"

namespace plantool {
namespace {

/// Parts of a sentence, those that are there.
std::string joined(std::initializer_list<std::string> parts, std::string_view with) {
    std::string out;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += with;
        out += part;
    }
    return out;
}

std::string with_life(const ExplainedLines& out, AgencyIx ix) {
    const auto& agency = out.plan().agencies[ix];
    const auto& name = out.name_of(ix);
    if (agency.active_from && agency.active_to) {
        return say(Word::agency_between, out.language, name, out.day(*agency.active_from),
                   out.day(*agency.active_to));
    }
    if (agency.active_from) {
        return say(Word::agency_since, out.language, name, out.day(*agency.active_from));
    }
    if (agency.active_to) {
        return say(Word::agency_until, out.language, name, out.day(*agency.active_to));
    }
    return name;
}

void add_owners(ExplainedLines& out) {
    const auto on = out.day(out.of.reasoning.reference);
    for (const auto& one : out.of.reasoning.answers_for) {
        if (one.chain.size() < 2) {
            out.line(Word::explained_named, say(Word::named_itself, out.language, on));
            continue;
        }
        std::string chain;
        for (const auto ix : one.chain) {
            chain += (chain.empty() ? "" : " → ") + with_life(out, ix);
        }
        out.line(Word::explained_named, say(Word::named_for, out.language, chain, on));
    }
}

/// A rule by itself, where no period has made a day of it: what the plan wrote.
std::string written_rule(const DueRule& rule, Cadence cadence, Language language) {
    std::string text;
    DueDerivation none;
    if (rule.form == DueRule::Form::within) return rule_in_words(rule, none, language);
    for (const auto& day : rule.days) {
        none.written = &day;
        text += text.empty() ? "" : "; ";
        const auto said = rule_in_words(rule, none, language);
        text += day.key.empty() ? said
                                : say(Word::rule_of_period, language,
                                      period_key_title(cadence, day.key.value, language), said);
    }
    return text;
}

void add_amendment(ExplainedLines& out, const Amendment& a) {
    const auto language = out.language;
    const auto cadence = out.plan().obligations[out.of.reasoning.subject.obligation].cadence.value;
    const auto part = [&](Word what, const std::string& value) {
        return value.empty() ? say(what, language)
                             : fmt::format("{}: {}", say(what, language), value);
    };
    const auto changed = joined(
        {a.due ? part(Word::amends_due, written_rule(*a.due, cadence, language)) : "",
         a.closes_after ? part(Word::amends_closing, amount_in_words(*a.closes_after, language))
                        : "",
         a.has_owners ? part(Word::amends_owners, names_of(out, a.agencies)) : "",
         a.quiet_after ? part(Word::amends_quiet, say_count(Word::days, language, *a.quiet_after))
                       : "",
         a.ends ? part(*a.ends ? Word::amends_ends : Word::amends_restores, "") : ""},
        ", ");
    const auto days =
        say(Word::amendment_days, language, out.day(a.on), out.day(a.effective)) + ": " + changed;
    out.line(Word::outline_amendment,
             with_place(joined({a.number, days, a.reason, a.why.source}, "; "), a.span));
    out.line(Word::explained_assumption, a.why.assumed);
}

/// The name of an agency or group that the plan names by its id, by its name or by another.
std::string name_of(const ExplainedLines& out, const std::string& written) {
    const auto& plan = out.plan();
    if (const auto group = plan.group_ids.find(written); group != plan.group_ids.end()) {
        return plan.groups[group->second].name.value;
    }
    const auto agency = find_agency(plan, written).agency;
    return agency ? out.name_of(*agency) : written;
}

std::string about(const ExplainedLines& out, const Exception& e) {
    std::vector<std::string> whose;
    for (const auto& one : e.agencies) whose.push_back(name_of(out, one.value));
    return with_place(
        joined({say(Word::decided_for, out.language, listed(whose)), e.reason, e.document,
                e.decided ? say(Word::decided_on, out.language, out.day(*e.decided)) : ""},
               ", "),
        e.span);
}

}  // namespace

std::string names_of(const ExplainedLines& out, const std::vector<AgencyIx>& agencies) {
    std::vector<std::string> names;
    for (const auto ix : agencies) names.push_back(out.name_of(ix));
    return listed(names);
}

void add_decisions(ExplainedLines& out) {
    const auto& reasoning = out.of.reasoning;
    add_owners(out);
    for (const auto* amendment : reasoning.amendments) add_amendment(out, *amendment);
    if (const auto* e = reasoning.extension) {
        out.line(Word::explained_extension,
                 fmt::format("{} → {}, {}", out.day(reasoning.due->derivation.due),
                             out.day(reasoning.due->day), about(out, *e)));
    }
    if (const auto* e = reasoning.waiver) out.line(Word::explained_waiver, about(out, *e));
    if (const auto* e = reasoning.explanation) {
        out.line(
            Word::explained_reason,
            with_place(joined({e->reason, e->document, e->date ? out.day(*e->date) : ""}, ", "),
                       e->span));
    }
}

}  // namespace plantool
