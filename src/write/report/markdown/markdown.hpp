// A report as Markdown (CommonMark with GitHub's tables), in the customary structure of a báo cáo
// tổng hợp: by a template that an office may replace. What the plan and the submissions say is
// escaped: it cannot add a table row, a heading, a link, HTML or a tag of the template.
#pragma once

#include <string>
#include <string_view>

#include "core/report/report.hpp"
#include "text/labels.hpp"

namespace plantool {

/// `templates/bao-cao.vi.mustache`, or the one of the language.
std::string_view markdown_template(Language language);

/// The template must have no faults by report_keys().
std::string to_markdown(const Report& report, Language language, std::string_view templ);

}  // namespace plantool
