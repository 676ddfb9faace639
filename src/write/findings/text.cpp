#include <fmt/format.h>

#include "text/words.hpp"
#include "write/findings/findings.hpp"

namespace plantool {

void write_findings_text(const Diagnostics& diagnostics, const ValidationCounts& counts,
                         const FindingsStyle& style, const TextSink& sink) {
    const auto language = style.language;
    for (const auto& diagnostic : diagnostics.all()) {
        sink(to_text(diagnostic, style.color, language) + "\n");
    }
    const auto count = [&](Severity severity) {
        return static_cast<std::int64_t>(diagnostics.count(severity));
    };
    sink(fmt::format("{}, {}: {}, {}, {}\n", say_count(Word::files_judged, language, counts.files),
                     say_count(Word::submissions_judged, language, counts.submissions),
                     say_count(Word::errors_found, language, count(Severity::error)),
                     say_count(Word::warnings_found, language, count(Severity::warning)),
                     say_count(Word::infos_found, language, count(Severity::info))));
}

}  // namespace plantool
