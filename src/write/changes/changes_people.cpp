// `changes` for people: a text for the morning's mail, and Markdown.
#include <fmt/format.h>

#include "core/schedule/period_title.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/answer/answer_parts.hpp"
#include "write/changes/changes_writers.hpp"
#include "write/kit/markdown_escape.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

std::string nothing_changed(const ChangesAnswer& answer, Language language) {
    Plans plans;
    for (const auto& plan : answer.plans) plans.push_back(&plan.now->plan());
    return say(Word::nothing_changed, language, numbers_of(plans),
               official_date(answer.since, language), official_date(answer.as_of(), language));
}

std::string title_of(const PlanChanges& plan, Day since, Language language) {
    return say(Word::changes_title, language, plan.now->plan().head.number,
               official_date(since, language), official_date(plan.now->as_of(), language));
}

std::string slot_text(const Assessment& now, SlotIx ix, Language language) {
    return slot_heading(now.plan(), now.schedule().slots[ix], "", language);
}

/// What is known of a refused paper; empty texts for what is not.
struct RefusedText {
    RefusedText(const Assessment& now, const CitedPaper& paper, Language language)
        : place(fmt::format("{}:{}", paper.origin.file, paper.origin.line)),
          document(paper.document),
          reasons(refusal_reasons(paper, language)) {
        const auto& plan = now.plan();
        if (paper.agency) {
            const auto day = paper.received ? paper.received->day : now.as_of();
            agency = plan.agencies[*paper.agency].name_on(day).value;
        }
        if (paper.obligation) obligation = obligation_mark(plan.obligations[*paper.obligation]);
        if (paper.slot) {
            period = period_heading(plan, now.schedule().slots[*paper.slot], language);
        }
    }

    std::string place;
    std::string agency = {};
    std::string obligation = {};
    std::string period = {};
    std::string document;
    std::string reasons;
};

std::int64_t not_listed(const PlanChanges& plan) {
    return plan.refused_count() - static_cast<std::int64_t>(plan.refused().size());
}

class TextWriter {
  public:
    TextWriter(const TableStyle& style, const TextSink& sink)
        : style_(style), sink_(sink), language_(style.language) {}

    void line(const std::string& text, std::size_t indent = 0, std::string_view sgr = {}) {
        const int room =
            style_.width > 0 ? std::max(8, style_.width - static_cast<int>(indent)) : 0;
        for (const auto& part : wrap_to_width(printable(text), room)) {
            const bool colored = style_.color && !sgr.empty();
            sink_(std::string(indent, ' ') +
                  (colored ? fmt::format("\x1b[{}m{}\x1b[0m\n", sgr, part) : part + "\n"));
        }
    }

    void plan(const PlanChanges& plan, Day since) {
        line(title_of(plan, since, language_), 0, "1");
        for (const auto& notice : plan.now->plan().notices) line("! " + notice, 0, "1;33");
        for (const auto& slot : by_slot(plan, language_)) this->slot(plan, slot);
        refused(plan);
    }

  private:
    void slot(const PlanChanges& plan, const SlotChanges& slot) {
        sink_("\n");
        line(slot_text(*plan.now, slot.slot, language_), 0, "1");
        for (const auto& alike : slot.alike) {
            line(alike.text, 2);
            for (const auto row : alike.rows) {
                line(agency_name_of(plan.now->plan(), plan.now->schedule(), row), 4);
            }
        }
    }

    void refused(const PlanChanges& plan) {
        if (plan.refused_count() == 0) return;
        sink_("\n");
        line(say(Word::refused_in_between, language_), 0, "1");
        for (const auto& paper : plan.refused()) {
            const RefusedText told(*plan.now, paper, language_);
            std::string text = told.place;
            for (const auto* part :
                 {&told.agency, &told.obligation, &told.period, &told.document, &told.reasons}) {
                if (!part->empty()) text += " · " + *part;
            }
            line(text, 2);
        }
        if (not_listed(plan) > 0) {
            line(say(Word::more_refused, language_, not_listed(plan)), 2);
        }
    }

    const TableStyle& style_;
    const TextSink& sink_;
    Language language_;
};

void write_markdown(const PlanChanges& plan, Day since, Language language, const TextSink& sink) {
    const auto text = [](std::string_view raw) { return escape_markdown(raw); };
    sink(fmt::format("# {}\n", text(title_of(plan, since, language))));
    for (const auto& notice : plan.now->plan().notices) {
        sink(fmt::format("\n> **{}**\n", text(notice)));
    }
    for (const auto& slot : by_slot(plan, language)) {
        sink(fmt::format("\n## {}\n\n| {} |\n|---|---|\n",
                         text(slot_text(*plan.now, slot.slot, language)),
                         say(Word::change_headings, language)));
        for (const auto& alike : slot.alike) {
            for (const auto row : alike.rows) {
                sink(fmt::format("| {} | {} |\n",
                                 text(agency_name_of(plan.now->plan(), plan.now->schedule(), row)),
                                 text(alike.text)));
            }
        }
    }
    if (plan.refused_count() == 0) return;
    sink(fmt::format("\n## {}\n\n| {} |\n|---|---|---|---|---|---|\n",
                     say(Word::refused_in_between, language),
                     say(Word::refused_headings, language)));
    for (const auto& paper : plan.refused()) {
        const RefusedText told(*plan.now, paper, language);
        sink(fmt::format("| {} | {} | {} | {} | {} | {} |\n", text(told.place), text(told.agency),
                         text(told.obligation), text(told.period), text(told.document),
                         text(told.reasons)));
    }
    if (not_listed(plan) > 0) {
        sink(fmt::format("\n{}\n", say(Word::more_refused, language, not_listed(plan))));
    }
}

}  // namespace

void write_changes_text(const ChangesAnswer& answer, const TableStyle& style,
                        const TextSink& sink) {
    TextWriter writer(style, sink);
    if (answer.empty()) return writer.line(nothing_changed(answer, style.language));
    bool first = true;
    for (const auto& plan : answer.plans) {
        if (plan.empty()) continue;
        if (!first) sink("\n");
        first = false;
        writer.plan(plan, answer.since);
    }
}

void write_changes_markdown(const ChangesAnswer& answer, Language language, const TextSink& sink) {
    if (answer.empty()) {
        sink(escape_markdown(nothing_changed(answer, language)) + "\n");
        return;
    }
    bool first = true;
    for (const auto& plan : answer.plans) {
        if (plan.empty()) continue;
        if (!first) sink("\n");
        first = false;
        write_markdown(plan, answer.since, language, sink);
    }
}

}  // namespace plantool
