// The body of a paper as sections below their headings.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "read/paper/layout/paper_lines.hpp"
#include "read/paper/paper_facts.hpp"

namespace plantool {

/// Whether a line begins with the number of a heading or of an item: `II.`, `1.3`, `a)`.
bool looks_numbered(std::string_view line);

/// Whether a sentence says that there was nothing to report, and nothing else.
bool says_nothing_came_up(std::string_view sentence);

/// The lines from `first` up to `end` as sections.
std::vector<PaperSection> read_sections(const std::vector<PaperLine>& lines, std::size_t first,
                                        std::size_t end);

}  // namespace plantool
