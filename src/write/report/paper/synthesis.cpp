// Part II: of each task the totals, then what stands out in the agencies' own words.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "text/words.hpp"
#include "write/report/paper/paper_parts.hpp"
#include "write/report/paper/sentences.hpp"

namespace plantool::paper {
namespace {

constexpr std::size_t kMostStandouts = 3;
constexpr std::size_t kLettersOfStandout = 300;
constexpr std::size_t kMostNames = 10;

template <class List>
std::optional<double> value_of(const List& values, ObligationIx task) {
    for (const auto& value : values) {
        if (value.of == task) return value.value;
    }
    return std::nullopt;
}

bool has_content(const TaskContribution& part) {
    return !says_nothing(part.summary) || !part.figures.empty();
}

/// The totals of one task, or of all of them.
std::string totals_of(const Context& c, std::optional<ObligationIx> task) {
    std::vector<std::string> phrases;
    // With what is compared, the first change says for all of them.
    bool compared = false;
    for (const auto& table : c.report.indicators) {
        const auto now = task ? value_of(table.by_task, *task) : table.total;
        const auto before = task ? value_of(table.before_by_task, *task) : table.before;
        // Of what nobody did there is nothing to say.
        if (!now || (*now == 0 && before.value_or(0) == 0)) continue;
        auto change = change_phrase(c, table, *now, before);
        if (!change.empty() && !compared) {
            compared = true;
            change = say(Word::paper_change_against, c.language, change,
                         period_in_sentence(c, c.report.before->slot));
        }
        auto phrase = total_phrase(c, table, *now);
        phrases.push_back(change.empty() ? phrase : fmt::format("{} ({})", phrase, change));
    }
    return joined(phrases, "; ");
}

/// The group in which the report counts the agency; null for none.

/// Those with the largest figures of the task's first indicator, one of each group first.
std::vector<const TaskContribution*> standouts(const Report& report,
                                               const std::vector<TaskContribution>& parts) {
    std::vector<const TaskContribution*> told;
    std::optional<IndicatorIx> first;
    for (const auto& part : parts) {
        if (!says_nothing(part.summary)) told.push_back(&part);
        for (const auto& figure : part.figures) {
            if (!first || figure.indicator < *first) first = figure.indicator;
        }
    }
    const auto size = [&](const TaskContribution* part) {
        double value = 0;
        for (const auto& figure : part->figures) {
            if (first && figure.indicator == *first) value += figure.value;
        }
        return value;
    };
    std::stable_sort(told.begin(), told.end(),
                     [&](const auto* a, const auto* b) { return size(a) > size(b); });
    const auto groups = groups_of_agencies(report);
    std::set<const Group*> seen;
    std::stable_partition(told.begin(), told.end(), [&](const auto* part) {
        const auto group = groups.find(part->agency);
        return seen.insert(group == groups.end() ? nullptr : group->second).second;
    });
    if (told.size() > kMostStandouts) told.resize(kMostStandouts);
    return told;
}

void add_standouts(const Context& c, PaperPart& part, const std::vector<TaskContribution>& parts) {
    const auto told = standouts(c.report, parts);
    if (told.empty()) return;
    part.blocks.push_back(intro(say(Word::paper_standouts, c.language)));
    for (const auto* of : told) {
        part.blocks.push_back(
            quotation(agency_name(c.report, of->agency) + ":",
                      as_sentence(in_whole_sentences(of->summary, kLettersOfStandout))));
    }
}

void add_quiet_leads(const Context& c, PaperPart& part, ObligationIx task) {
    std::vector<std::string> names;
    for (const auto& row : c.report.quiet) {
        if (row.obligation != task) continue;
        names.push_back(
            fmt::format("{} ({})", agency_name(c.report, row.agency), c.days(row.quiet_days)));
    }
    if (names.empty()) return;
    part.blocks.push_back(paragraph(
        say(Word::paper_quiet_leads, c.language, capped(c, names, kMostNames, Annex::quiet))));
}

int agencies_in(const std::vector<TaskContribution>& parts) {
    std::set<AgencyIx> agencies;
    for (const auto& part : parts) {
        if (has_content(part)) agencies.insert(part.agency);
    }
    return static_cast<int>(agencies.size());
}

int agencies_asked(const Report& report) {
    std::set<AgencyIx> agencies;
    for (const auto& row : report.status.rows) agencies.insert(agency_of(report, row.row));
    return static_cast<int>(agencies.size());
}

void add_section(const Context& c, PaperPart& part, const TaskSection& section) {
    part.blocks.push_back(heading(c.report.plan().obligations[section.task].title.value));
    part.blocks.back().quoted = true;
    const auto answered = say(Word::paper_answered, c.language,
                              paper_number(agencies_in(section.contributions), c.language),
                              paper_number(agencies_asked(c.report), c.language));
    const auto totals = totals_of(c, section.task);
    part.blocks.push_back(
        paragraph(totals.empty() ? as_sentence(answered)
                                 : say(Word::paper_answered_with, c.language, answered, totals)));
    add_standouts(c, part, section.contributions);
    add_quiet_leads(c, part, section.task);
}

void add_nil(const Context& c, PaperPart& part) {
    std::vector<std::string> names;
    for (const auto& row : c.report.status.rows) {
        if (!c.report.assessment->receipt(row.row).nil) continue;
        names.push_back(agency_name(c.report, agency_of(c.report, row.row)));
    }
    if (names.empty()) return;
    part.blocks.push_back(
        paragraph(say(Word::paper_nil, c.language, c.count(static_cast<int>(names.size())),
                      capped(c, names, kMostNames, Annex::texts))));
}

}  // namespace

PaperPart results_part(const Context& c) {
    PaperPart part{say(Word::paper_part_results, c.language), {}};
    std::vector<std::string> unanswered;
    std::vector<const TaskSection*> answered;
    for (const auto& section : c.report.tasks) {
        if (agencies_in(section.contributions) > 0) {
            answered.push_back(&section);
        } else {
            const auto& title = c.report.plan().obligations[section.task].title.value;
            unanswered.push_back(with_small_start(title));
        }
    }
    const bool general = agencies_in(c.report.general) > 0;
    if (answered.empty() && !general) {
        add_nil(c, part);
        if (part.blocks.empty()) {
            part.blocks.push_back(paragraph(
                say(c.report.counted.empty() ? Word::paper_not_heard : Word::paper_no_results,
                    c.language)));
        }
        return part;
    }
    if (answered.size() > 1 || general) {
        const auto totals = totals_of(c, std::nullopt);
        if (!totals.empty()) {
            part.blocks.push_back(paragraph(say(Word::paper_whole_totals, c.language, totals)));
        }
    }
    add_nil(c, part);
    if (!c.name_of(Annex::texts).empty()) {
        part.blocks.push_back(
            paragraph(say(Word::paper_texts_in, c.language, c.name_of(Annex::texts))));
    }
    if (general) {
        part.blocks.push_back(heading(say(Word::general_results, c.language)));
        add_standouts(c, part, c.report.general);
    }
    for (const auto* section : answered) add_section(c, part, *section);
    if (!unanswered.empty()) {
        part.blocks.push_back(paragraph(say(Word::paper_unanswered, c.language,
                                            capped(c, unanswered, kMostNames, Annex::texts))));
    }
    return part;
}

}  // namespace plantool::paper
