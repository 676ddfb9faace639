// Each paper, and what became of it.

#include <fmt/format.h>

#include <utility>

#include "write/answer/answer_parts.hpp"
#include "write/explain/text.hpp"

namespace plantool {
namespace {

std::string counted(const ExplainedLines& out, const JudgedPaper& paper) {
    const auto language = out.language;
    if (!out.of.reasoning.subject.slot) {
        const auto word =
            say(paper.timeliness ? Word::is_last_activity : Word::is_earlier_activity, language);
        if (paper.direct || !paper.paper.obligation) return word;
        return say(Word::as_result_in, language, word,
                   out.plan().obligations[*paper.paper.obligation].id.value);
    }
    const auto* receipt = out.of.reasoning.receipt;
    const bool any_content = receipt != nullptr && receipt->content;
    std::string text;
    if (paper.timeliness && (paper.content || !any_content)) {
        text = say(Word::counts, language);
    } else if (paper.timeliness) {
        text = say(Word::counts_for_time, language);
    } else if (paper.content) {
        text = say(Word::counts_for_content, language);
    } else {
        text = say(paper.says_something ? Word::counts_for_neither : Word::counts_without_content,
                   language);
    }
    return paper.nil ? text + say(Word::also_nil, language) : text;
}

std::string returned(const ExplainedLines& out, const Return& entry) {
    auto text = say(Word::was_returned, out.language, out.day(entry.returned));
    if (!entry.reason.empty()) text += ": " + entry.reason;
    return with_place(std::move(text), entry.span);
}

std::string errors(const ExplainedLines& out, const CitedPaper& paper) {
    return say(Word::not_counted, out.language,
               refusal_reasons(paper, out.language, CodesOfReasons::shown));
}

std::string verdict(const ExplainedLines& out, const JudgedPaper& paper) {
    switch (paper.verdict) {
        case Verdict::counts:
            return counted(out, paper);
        case Verdict::refused:
            return errors(out, paper.paper);
        case Verdict::repeats:
            return paper.first ? say(Word::repetition_of, out.language,
                                     fmt::format("{}:{}", paper.first->file, paper.first->line))
                               : errors(out, paper.paper);
        case Verdict::returned:
            return returned(out, *paper.returned);
        case Verdict::later:
            return say(Word::not_known_yet, out.language);
        case Verdict::other_row: {
            const auto holder = out.of.assessment->schedule().rows[*paper.paper.row].agency;
            return say(Word::counts_for_another, out.language, out.name_of(holder));
        }
        case Verdict::unplaced:
            return say(Word::taken_by_none, out.language);
    }
    return {};
}

}  // namespace

void add_papers(ExplainedLines& out) {
    const auto& reasoning = out.of.reasoning;
    if (reasoning.papers.empty() && !reasoning.why_not) {
        out.text += fmt::format("  {}\n", say(Word::nothing_received, out.language));
    }
    for (const auto& paper : reasoning.papers) {
        const auto& p = paper.paper;
        auto what = fmt::format("{}{}{}", p.received ? out.day(p.received->day) : "?",
                                p.document.empty() ? "" : " ", p.document);
        if (p.agency && *p.agency != reasoning.subject.agency) {
            what = say(Word::sent_by, out.language, what, out.name_of(*p.agency));
        }
        out.line(Word::explained_receipt, fmt::format("{} {}:{} - {}", what, p.origin.file,
                                                      p.origin.line, verdict(out, paper)));
    }
}

}  // namespace plantool
