// Why a row has its state, and what codes and states mean: texts and JSON, both written from the
// same facts (cli.md, explain).
#pragma once

#include <span>
#include <string>
#include <variant>

#include "core/status/why/reasoning.hpp"
#include "diag/codes.hpp"
#include "text/labels.hpp"

namespace plantool {

/// A subject of a plan, and why it stands as it does.
struct Explained {
    const Assessment* assessment = nullptr;
    Reasoning reasoning;
};

/// All subjects are asked about on one day; there is one at least.
std::string explanation_text(std::span<const Explained> subjects, Language language);
/// `plantool/explanation@1`.
std::string explanation_json(std::span<const Explained> subjects, Language language);

using Term = std::variant<Code, State>;

/// `width`: in cells; 0: lines are not broken.
std::string terms_text(std::span<const Term> terms, Language language, int width);
/// `plantool/explanation@1`, too.
std::string terms_json(std::span<const Term> terms, Language language);

}  // namespace plantool
