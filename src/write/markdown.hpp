// A report as Markdown (CommonMark with GitHub's tables), in the customary structure of a báo cáo
// tổng hợp. What the plan and the submissions say is escaped: it cannot add a table row, a heading,
// a link or HTML.
#pragma once

#include <string>

#include "core/report.hpp"
#include "text/labels.hpp"

namespace plantool {

std::string to_markdown(const Report& report, Language language);

}  // namespace plantool
