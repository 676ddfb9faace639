// A report for machines: `plantool/report@1`, by the same rules as the other JSON of the tool: keys
// in a fixed order, dates as ISO strings, absent values null, no words of any language. The keys:
//
//   format, program, plan, as_of, period, period_from, period_to, window_from, window_to
//   obligations   what is reported, with its due day, clause and assumption
//   summary, rows as in plantool/status@2
//   groups        the same counts for each group of the plan, agencies of no group last
//   receipt       reports due and received, on each day on which one of them changes
//   timeliness    the report's agencies against its periods and whatever else they owe; a row's
//                 cells are in the order of the columns, null where nothing is owed
//   attention     overdue and missing, most days late first, with the agency's last contact
//   quiet         continuous tasks gone quiet, longest first: rows as `activity` of status
//   tasks         each task with what every agency contributes to it
//   indicators    each with its figures, the agencies' values, the tasks' values and the total,
//                 and with those of the period before
//   compared_with the period before, null when no submission of one counts
//   remarks       difficulties, proposals and what comes next, by agency
//   notes         the notes of the submissions whose content is shown, and how many carry each
//   sources       the submissions that count, and what for
//   refused       those that validation refused; refused_elsewhere counts those of other reports
//   assumptions   what the plan fills in where the document is silent
//   inputs        the files that the report was made from, with their SHA-256, and one of them all:
//                 `sha256sum FILE... | sha256sum`; null when part came by standard input
//   paper         the paper as it is signed: language, kind, about, opening, parts, closing and
//                 annexes, with their sentences and tables
#pragma once

#include <string>

#include "core/report/report.hpp"
#include "text/labels.hpp"

namespace plantool {

std::string to_json(const Report& report, Language language);

}  // namespace plantool
