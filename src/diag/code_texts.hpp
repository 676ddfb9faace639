// What each diagnostic code means, at length and in both languages: `explain` prints it, and
// docs/diagnostics.md is written from it. The texts are in code_texts_*.cpp; a code without one
// does not compile.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/codes.hpp"
#include "text/labels.hpp"

namespace plantool {

/// The part of the rules that a code enforces.
enum class Topic {
    form,             ///< file formats: text, keys and types
    plan_file,        ///< file formats, section 1
    submission_file,  ///< file formats, section 2
    findings,         ///< file formats, section 3
    names,            ///< file formats, section 4
    periods,          ///< rules of reckoning, section 2
    obligations,      ///< rules of reckoning, section 3
    due_day,          ///< rules of reckoning, section 4
    expected,         ///< rules of reckoning, section 5
    counting,         ///< rules of reckoning, section 6
    plans,            ///< rules of reckoning, section 10
};

struct CodeText {
    Code code;
    Topic topic;
    std::string_view title_vi;
    std::string_view vi;  ///< what it means, why it matters, what to do
    std::string_view en;
    std::string_view wrong;  ///< one line of a file that provokes it
    std::string_view right;  ///< the same line as it should be
};

const CodeText& text_of(Code code);

/// One line in the language: the title in English is that of the table of codes.
std::string_view title_of(Code code, Language language);
/// The same without its full stop, as a cell or a part of a line says it.
std::string reason_of(Code code, Language language);
/// "file formats, section 2: submission".
std::string topic_name(Topic topic, Language language);

/// All that is to be said of a code: id, slug and severity, title, text wrapped to `width` cells
/// (0: not at all), example and clause. Ends with a line break.
std::string explain(Code code, Language language, int width);

// The parts of the table. Each holds consecutive codes.
std::span<const CodeText> plan_form_texts();
std::span<const CodeText> plan_rule_texts();
std::span<const CodeText> plan_life_texts();
std::span<const CodeText> submission_form_texts();
std::span<const CodeText> submission_rule_texts();
std::span<const CodeText> paper_texts();

/// Whether the texts are those of the codes `first` to `last`, each in its place.
constexpr bool covers(std::span<const CodeText> texts, Code first, Code last) {
    int next = static_cast<int>(first);
    for (const auto& text : texts) {
        if (static_cast<int>(text.code) != next++) return false;
    }
    return next == static_cast<int>(last) + 1;
}

}  // namespace plantool
