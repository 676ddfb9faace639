// A report as the values that a template may use: docs/templates.md describes each key. The words
// around them belong to the templates; what stands here is numbers, dates, names and labels, ready
// to be read, in the language of the report, and the parts and annexes of the paper as it is
// signed.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/report.hpp"
#include "text/labels.hpp"
#include "write/report/block_setting.hpp"
#include "write/report/paper/paper.hpp"

namespace plantool {

/// How texts stand in the format that the template writes.
struct Markup {
    /// Makes a text harmless: escape_markdown, escape_html.
    std::string (*escape)(std::string_view);
    /// Blocks of a part or an annex of the paper.
    std::string (*blocks)(const std::vector<PaperBlock>&, const BlockSetting&);
};

/// The values of those keys of report_keys() that the template uses. Everything that a plan or a
/// submission says is escaped.
kainjow::mustache::data report_context(const Report& report, Language language,
                                       const Markup& markup, std::string_view templ);

}  // namespace plantool
