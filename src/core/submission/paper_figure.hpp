// Figures as a Vietnamese office writes them in papers and forms (formats.md, section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/plan/plan.hpp"
#include "core/submission/figure.hpp"

namespace plantool {

struct PaperFigure {
    bool absent = false;  ///< `-`, `x` or nothing: there is no figure, which is not 0
    std::string number;   ///< in JSON's grammar; empty where it is none
    Message fault;        ///< why not
    Message help;
};

/// Dots part thousands, and so do blanks; a comma parts the decimals. `97,55%` is a figure of an
/// indicator whose unit is %, `05` is 5.
PaperFigure read_paper_figure(std::string_view text, const Indicator& indicator);

}  // namespace plantool
