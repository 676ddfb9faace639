// A report as the values that a template may use: docs/templates.md describes each key. The words
// around them belong to the templates; what stands here is numbers, dates, names and labels, ready
// to be read, in the language of the report.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "core/report/report.hpp"
#include "text/labels.hpp"

namespace plantool {

/// Makes a text harmless in the format that the template writes: escape_markdown, escape_html.
using Escape = std::string (*)(std::string_view);

/// The values of all keys of report_keys(). Everything that a plan or a submission says is escaped.
kainjow::mustache::data report_context(const Report& report, Language language, Escape escape);

}  // namespace plantool
