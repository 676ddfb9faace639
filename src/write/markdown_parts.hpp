// The parts of a Markdown report, in the order in which they stand. Each returns whole blocks that
// end in an empty line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report.hpp"
#include "text/labels.hpp"

namespace plantool::markdown {

struct Context {
    const Report& report;
    Language language;

    std::string say(std::string_view vi, std::string_view en) const {
        return std::string(language == Language::vi ? vi : en);
    }
};

/// A table; cells are Markdown already. Columns whose letter in `alignment` is `r` are aligned to
/// the right, `c` centred.
std::string table(std::string_view alignment, const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& rows);
std::string heading(int level, std::string_view text);
/// A list of one entry a line; entries are Markdown already. Nothing for none.
std::string bullets(const std::vector<std::string>& entries);
std::string paragraph(std::string_view markdown);

/// I to VII.
std::string body(const Context& context);
/// Place of signature, recipients, then the annexes: who has not reported, tasks gone quiet,
/// sources.
std::string closing(const Context& context);

}  // namespace plantool::markdown
