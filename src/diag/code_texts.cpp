#include "diag/code_texts.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "diag/diagnostic.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plantool {
const CodeText& text_of(Code code) {
    // The parts are checked, where they are compiled, to hold all codes from one to the next.
    auto part = plan_form_texts();
    for (const auto other : {plan_rule_texts(), plan_life_texts(), submission_form_texts(),
                             submission_rule_texts(), paper_texts()}) {
        if (other.front().code <= code) part = other;
    }
    return part[static_cast<std::size_t>(code) - static_cast<std::size_t>(part.front().code)];
}

std::string_view title_of(Code code, Language language) {
    return language == Language::vi ? text_of(code).title_vi : info(code).title;
}

std::string reason_of(Code code, Language language) {
    auto title = std::string(title_of(code, language));
    if (title.ends_with('.')) title.pop_back();
    return title;
}

std::string topic_name(Topic topic, Language language) {
    switch (topic) {
        case Topic::form:
            return say(Word::topic_form, language);
        case Topic::plan_file:
            return say(Word::topic_plan_file, language);
        case Topic::submission_file:
            return say(Word::topic_submission_file, language);
        case Topic::findings:
            return say(Word::topic_findings, language);
        case Topic::names:
            return say(Word::topic_names, language);
        case Topic::periods:
            return say(Word::topic_periods, language);
        case Topic::obligations:
            return say(Word::topic_obligations, language);
        case Topic::due_day:
            return say(Word::topic_due_day, language);
        case Topic::expected:
            return say(Word::topic_expected, language);
        case Topic::counting:
            return say(Word::topic_counting, language);
        case Topic::plans:
            return say(Word::topic_plans, language);
    }
    return {};
}

std::string explain(Code code, Language language, int width) {
    const auto& about = info(code);
    const auto& text = text_of(code);
    auto out = fmt::format("{} {} ({})\n{}\n\n", about.id, about.slug,
                           severity_word(about.severity, language), title_of(code, language));
    const auto meaning = language == Language::vi ? text.vi : text.en;
    for (const auto& line : wrap_to_width(meaning, width)) {
        out += line + "\n";
    }
    out += fmt::format("\n  {}{}\n  {}{}\n\n", say(Word::example_wrong, language), text.wrong,
                       say(Word::example_right, language), text.right);
    out += fmt::format("{}: {}\n", say(Word::clause, language), topic_name(text.topic, language));
    return out;
}

}  // namespace plantool
