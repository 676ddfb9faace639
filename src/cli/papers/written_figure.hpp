// A figure of a paper, of a form or of the command line, as a submission has it (formats.md,
// section 5).
#pragma once

#include <optional>
#include <string>

#include "core/plan/plan.hpp"
#include "read/paper/paper_number.hpp"
#include "text/message.hpp"

namespace plantool {

struct WrittenFigure {
    bool absent = false;  ///< `-`, `x` or nothing: there is no figure, which is not 0
    std::string number;   ///< in JSON's grammar; empty where it is none
    Message fault;        ///< why not
    Message help;
};

WrittenFigure written_figure(const std::optional<PaperFigure>& figure, const Indicator& indicator);

/// Whether figures of the indicator are percents.
bool is_percent(const Indicator& indicator);

/// A number as Vietnamese write it in JSON's grammar; nothing where it is none.
std::optional<std::string> in_json_grammar(const std::string& vietnamese, FigureType type);

/// What is said of a figure that is none.
Message refusal_of(const std::string& written, const Indicator& indicator, Message fault);

}  // namespace plantool
