#include "support/letters.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/submission/checker.hpp"

namespace plantool::testing {
namespace {

std::optional<Received> received_from(std::string_view text, Span span) {
    if (const auto date = parse_date(text)) return Received{*date, std::nullopt, span};
    const auto instant = parse_instant(text);
    if (!instant) return std::nullopt;
    return Received{std::chrono::floor<days>(*instant), instant, span};
}

/// One letter checked against the plan.
struct Checked {
    OpenLetter letter;
    Diagnostics found;
    CheckedSubmission submission;

    Checked(const BuiltPlan& plan, Day today, const Letter& sent, int line) : letter(sent, line) {
        SubmissionChecker(plan, today).check(letter.raw(), found, submission);
    }
};

}  // namespace

OpenLetter::OpenLetter(Letter letter, int line) : letter_(std::move(letter)), line_(line) {
    raw_.span = named("letter", "letter");
    raw_.line = line;
    const auto given = [&](const std::string& name, const std::string& text) {
        return text.empty() ? std::nullopt : std::optional(view(name, text));
    };
    raw_.agency = given("agency", letter_.agency);
    raw_.obligation = given("obligation", letter_.obligation);
    raw_.period = given("period", letter_.period);
    raw_.document_number = letter_.document;
    if (const auto date = parse_date(letter_.document_date)) {
        raw_.document_date = {*date, named("document date", letter_.document_date)};
    }
    raw_.received = received_from(letter_.received, named("received", letter_.received));
    open_results();
    raw_.difficulties = letter_.difficulties;
    raw_.proposals = letter_.proposals;
    raw_.next = letter_.next;
    raw_.note = letter_.note;
}

Span OpenLetter::named(const std::string& name, std::string_view text) {
    const auto& source = sources_.emplace_back(name, std::string(text), line_);
    return {&source, 0, static_cast<std::uint32_t>(text.size())};
}

TextView OpenLetter::view(const std::string& name, const std::string& text) {
    return {text, named(name, text)};
}

void OpenLetter::open_results() {
    for (const auto& told : letter_.results) {
        auto& result = raw_.results.emplace_back();
        if (!told.task.empty()) result.task = view("task " + told.task, told.task);
        result.summary = told.summary;
        result.span = named("result " + told.task, "result");
        result.first_figure = static_cast<std::uint32_t>(raw_.figures.size());
        result.figure_count = static_cast<std::uint32_t>(told.figures.size());
        for (const auto& [indicator, value] : told.figures) {
            auto& figure = raw_.figures.emplace_back();
            figure.indicator = view("indicator " + indicator, indicator);
            figure.value = view("figure " + indicator, value);
            if (!value.starts_with('"')) continue;
            figure.kind = RawFigure::Kind::quoted;
            figure.value.value = figure.value.value.substr(1, value.size() - 2);
        }
    }
}

Diagnostics check(const BuiltPlan& plan, std::string_view today, const Letter& letter) {
    return Checked(plan, day(today), letter, 1).found;
}

Strings found_in(const BuiltPlan& plan, std::string_view today, const Letter& letter) {
    return pointed_at(check(plan, today, letter));
}

void hand_in(const BuiltPlan& plan, std::string_view today, const std::vector<Letter>& letters,
             const Desks& desks) {
    CrossNotes notes;
    int line = 0;
    for (const auto& letter : letters) {
        ++line;
        const Checked checked(plan, day(today), letter, line);
        const auto& s = checked.submission;
        auto kept = keep(s, Extent::whole);
        kept.origin = {"letters", line, static_cast<std::uint64_t>(line - 1)};
        std::vector<ObligationIx> tasks;
        for (const auto& result : s.results) {
            if (result.task != kNoTask) tasks.push_back(result.task);
        }
        Standing standing;
        if (s.valid()) {
            standing = desks.assessment->add({.paper = s.paper,
                                              .document = letter.document,
                                              .tasks = tasks,
                                              .has_content = says_something(s),
                                              .nil = s.raw->nil,
                                              .file = kept.origin.file,
                                              .line = line,
                                              .ordinal = kept.origin.ordinal});
        } else {
            desks.assessment->refuse(kept);
        }
        if (desks.kept != nullptr) desks.kept->push_back(kept);
        if (desks.contents != nullptr) desks.contents->add(kept, standing);
        if (desks.cross == nullptr || !standing.counts) continue;
        if (const auto number = notes.add(s)) {
            desks.cross->add(notes, *number, kept.origin.file, filing_order(kept),
                             says_something(s), standing.content);
        }
    }
}

Assessment assess(const BuiltPlan& plan, std::string_view as_of,
                  const std::vector<Letter>& letters) {
    Assessment assessment(plan, day(as_of));
    hand_in(plan, as_of, letters, {.assessment = &assessment});
    return assessment;
}

Reasoning reasoned(const BuiltPlan& plan, const Assessment& assessment, const Subject& subject,
                   const std::vector<Submission>& kept) {
    const PaperPicker picker(plan.plan, plan.schedule, subject);
    std::vector<Submission> picked;
    std::copy_if(kept.begin(), kept.end(), std::back_inserter(picked),
                 [&](const Submission& one) { return picker.wants(one); });
    return reason(assessment, subject, std::move(picked));
}

std::string state_in(const Assessment& assessment, const BuiltPlan& plan,
                     const std::string& obligation, const std::string& agency,
                     const std::string& period) {
    const auto row = plan.row(obligation, agency, period);
    if (!row || !assessment.is_expected(*row)) return "none";
    return std::string(info(assessment.row(*row).state).id);
}

StatusRow row_in(const Assessment& assessment, const BuiltPlan& plan, const std::string& obligation,
                 const std::string& agency, const std::string& period) {
    return assessment.row(plan.row(obligation, agency, period).value());
}

Summary summary_of(const Assessment& assessment) {
    return select(assessment, Filter{}).summary;
}

}  // namespace plantool::testing
