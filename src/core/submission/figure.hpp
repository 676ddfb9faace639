// Numbers in submissions: JSON's grammar, or in CSV of semicolons or tabs the Vietnamese one; never
// a guess (formats.md, section 2).
#pragma once

#include <optional>
#include <string_view>

#include "core/plan/plan.hpp"
#include "core/submission/submission.hpp"
#include "text/message.hpp"

namespace plantool {

/// A figure has fewer than 16 digits before its point, so that a sum of any number of them is a
/// number too: the figures of a country for a year do.
inline constexpr double kLargestFigure = 1e15;

struct FigureReading {
    std::optional<double> value;
    Message fault;  ///< what is wrong, where there is no value
    Message help;
    Message doubt;  ///< why the value may not be what was meant; mostly empty
};

/// Reads a whole number short enough to be kept exactly, as nearly all figures are, and says
/// whether it is one.
bool read_plain_figure(std::string_view text, double& value);

/// Reads a figure in JSON's grammar, below kLargestFigure. `1.234` is refused for an integer and
/// read with a doubt for a decimal.
FigureReading parse_figure(std::string_view text, FigureType type);

/// Reads a figure as Vietnamese write it: dots part thousands and a comma the decimals. `1.234` is
/// 1234, with a doubt for a decimal; `1.5` is refused.
FigureReading parse_vietnamese_figure(std::string_view text, FigureType type);

/// The same of a submission's figure, which may be no number at all.
FigureReading read_figure(const RawFigure& raw, FigureType type);

/// Whether the text is a number in JSON's grammar.
bool is_json_number(std::string_view text);

}  // namespace plantool
