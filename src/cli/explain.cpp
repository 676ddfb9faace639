// `plantool explain`: what diagnostic codes and states mean, or why a report has its state.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <span>

#include "cli/command.hpp"
#include "cli/explained_subjects.hpp"
#include "cli/format_option.hpp"
#include "cli/session.hpp"
#include "core/status/state_texts.hpp"
#include "diag/code_texts.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "write/output_formats.hpp"

namespace plantool {
namespace {

struct ExplainOptions {
    std::vector<std::string> words;
    std::string format;
};

/// What the word names: a state, or codes: one by its id; by its slug there may be one of plans and
/// one of submissions.
std::vector<Term> find_terms(const std::string& word) {
    if (const auto state = state_called(word)) return {*state};
    std::vector<Term> found;
    for (const auto& code : all_codes()) {
        if (code.id == word || code.slug == word) found.emplace_back(code.code);
    }
    return found;
}

UsageError unknown_code(const std::string& word) {
    std::vector<std::string> known;
    for (const auto& code : all_codes()) known.emplace_back(code.id);
    for (const auto& code : all_codes()) known.emplace_back(code.slug);
    return {{Word::no_code, printable(word)}, suggestion(word, known, {Word::explain_row_usage})};
}

/// Two words or three are the name of a report, unless one of the two, or most of the three, are
/// terms.
bool name_a_row(const std::vector<std::string>& words) {
    const auto terms = std::count_if(words.begin(), words.end(), [](const std::string& word) {
        return !find_terms(word).empty();
    });
    return (words.size() == 2 && terms == 0) || (words.size() == 3 && terms < 2);
}

/// Needs no plan, so that it works however broken that is.
int explain_terms(const ExplainOptions& own, const Call& call) {
    constexpr int kUsualWidth = 80;
    const auto language = given_language(call.options).value_or(language_before_plan("", call.env));
    const int width = table_width(call.env) > 0 ? table_width(call.env) : kUsualWidth;
    std::vector<Term> terms;
    for (const auto& word : own.words) {
        const auto found = find_terms(word);
        if (found.empty()) throw unknown_code(word);
        terms.insert(terms.end(), found.begin(), found.end());
    }
    call.env.out(parse_format(explanation_formats(), own.format).terms(terms, language, width));
    return 0;
}

int explain_rows(const ExplainOptions& own, const Call& call) {
    const auto& session = *call.session;
    const auto subjects = find_subjects(own.words, session);
    const auto explained = explain_subjects(subjects, session);
    call.env.out(parse_format(explanation_formats(), own.format)
                     .subjects(explained.subjects, session.language));
    return 0;
}

}  // namespace

Runner setup_explain(CLI::App& app, Language language) {
    auto own = std::make_shared<ExplainOptions>();
    app.add_option("ID", own->words, say(Word::help_for_explained, language))
        ->type_name(say(Word::value_id, language))
        ->take_all();
    add_format_option(app, language, explanation_formats(), own->format);
    return {[own](const Call& call) {
                return call.session != nullptr ? explain_rows(*own, call)
                                               : explain_terms(*own, call);
            },
            [own](const Call&) {
                parse_format(explanation_formats(), own->format);
                if (!own->words.empty()) return;
                throw UsageError{{Word::explain_what}, {Word::explain_example}};
            },
            [own] { return name_a_row(own->words) ? Needs::submissions : Needs::nothing; }};
}

}  // namespace plantool
