// A report for machines: `plantool/report@1`, by the same rules as the other JSON of the tool: keys
// in a fixed order, dates as ISO strings, absent values null, no words of any language. The keys:
//
//   format, program, plan, as_of, period, period_from, period_to, window_from, window_to
//   obligations   what is reported, with its due day, clause and assumption
//   summary, rows as in plantool/status@1
//   attention     overdue and missing, most days late first
//   quiet         continuous tasks gone quiet, longest first: rows as `activity` of status
//   tasks         each task with what every agency contributes to it
//   indicators    each with its figures, the agencies' values, the tasks' values and the total
//   remarks       difficulties, proposals and what comes next, by agency
//   notes         the notes of the submissions whose content is shown, and how many carry each
//   sources       the submissions that count, and what for
//   refused       those that validation refused; refused_elsewhere counts those of other reports
//   assumptions   what the plan fills in where the document is silent
#pragma once

#include <string>

#include "core/report.hpp"

namespace plantool {

std::string to_json(const Report& report);

}  // namespace plantool
