// Diagnostics for machines: JSON (cli.md), SARIF, and annotations for code hosts.
#pragma once

#include <cstdint>
#include <string>

#include "diag/diagnostic.hpp"

namespace plantool {

/// What `validate` went through.
struct ValidationCounts {
    std::int64_t files = 0;
    std::int64_t submissions = 0;
};

/// `plantool/diagnostics@1`.
std::string to_json(const Diagnostics& diagnostics, const ValidationCounts& counts);
/// SARIF 2.1.0.
std::string to_sarif(const Diagnostics& diagnostics);
/// One `::error file=…,line=…::message` line a finding.
std::string to_github(const Diagnostics& diagnostics);

}  // namespace plantool
