// Numbers in submissions: JSON's grammar, never a guess (formats.md, section 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/plan.hpp"
#include "core/submission.hpp"

namespace plantool {

struct FigureReading {
    std::optional<double> value;
    std::string fault;  ///< what is wrong, where there is no value
    std::string help;
};

/// Reads a whole number short enough to be kept exactly, as nearly all figures are, and says
/// whether it is one.
bool read_plain_figure(std::string_view text, double& value);

/// Reads a figure. An integer must be one of those that a workbook keeps exactly (up to 2^53).
FigureReading parse_figure(std::string_view text, FigureType type);

/// The same of a submission's figure, which may be no number at all.
FigureReading read_figure(const RawFigure& raw, FigureType type);

/// Whether the text is a number in JSON's grammar.
bool is_json_number(std::string_view text);

}  // namespace plantool
