// Diagnostics as a text for people, and for machines: JSON (docs/cli.md), SARIF, and annotations
// for code hosts.
#pragma once

#include <cstdint>
#include <string>

#include "diag/diagnostic.hpp"
#include "text/message.hpp"
#include "write/kit/text_sink.hpp"

namespace plantool {

/// What `validate` went through.
struct ValidationCounts {
    std::int64_t files = 0;
    std::int64_t submissions = 0;
};

/// Why a command could not do what it was asked to.
struct Failure {
    Message message;
    Message help = {};                      ///< empty: none
    const Diagnostics* findings = nullptr;  ///< those of a plan that has errors; null: none
};

/// How findings are told. Codes, slugs and keys are the same in every language.
struct FindingsStyle {
    bool color = false;
    Language language = Language::en;
};

/// One after the other with its place, then how many there are of each severity.
void write_findings_text(const Diagnostics& diagnostics, const ValidationCounts& counts,
                         const FindingsStyle& style, const TextSink& sink);
/// `plantool/diagnostics@1`.
std::string to_json(const Diagnostics& diagnostics, const ValidationCounts& counts,
                    Language language);
/// `plantool/error@1`.
std::string to_json(const Failure& failure, int exit, Language language);
/// SARIF 2.1.0.
std::string to_sarif(const Diagnostics& diagnostics, Language language);
/// One `::error file=…,line=…::message` line a finding.
std::string to_github(const Diagnostics& diagnostics, Language language);

/// What is wrong and what to do, in one line: for formats that have no place for help.
std::string in_one_line(const Diagnostic& diagnostic, Language language);

}  // namespace plantool
