// A report for machines: `plantool/report@1`. The same rules as the other JSON of the tool (spec,
// "JSON"): keys in a fixed order, dates as ISO strings, absent values null, no language.
#pragma once

#include <string>

#include "core/report.hpp"

namespace plantool {

std::string to_json(const Report& report);

}  // namespace plantool
