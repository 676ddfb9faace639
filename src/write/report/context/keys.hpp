// The keys that a template of a report may use: docs/templates.md describes each.
#pragma once

#include <vector>

#include "write/report/template/template.hpp"

namespace plantool {

/// Every key of the context.
const std::vector<TemplateKey>& report_keys();

}  // namespace plantool
