// A report as one HTML file that needs nothing else: no script to be read, no request to be whole.
// The same content as the Markdown, with charts, in a light and a dark scheme, for screens of every
// width and for A4.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/report.hpp"
#include "text/labels.hpp"
#include "write/report/template/template.hpp"

namespace plantool {

/// The page of the language, and the keys that it may use: those of every report, and its own.
std::string_view html_template(Language language);
std::vector<TemplateKey> html_keys();

std::string to_html(const Report& report, Language language);

}  // namespace plantool
