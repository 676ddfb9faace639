// Pictures of a report as SVG inside HTML. They are drawn in percent of their width, so that they
// fit every screen while their words keep their size; colours come from the style sheet.
#pragma once

#include <string>

#include "core/report/report.hpp"
#include "text/labels.hpp"

namespace plantool {

/// How many reports were due and received, day by day, with the due days marked; an empty text
/// where no report is expected.
std::string receipt_chart(const Report& report, Language language);

}  // namespace plantool
