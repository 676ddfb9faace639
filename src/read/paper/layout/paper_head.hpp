// The head of a paper: who sends it, its number, its day, its title; and where its body begins.
#pragma once

#include <cstddef>
#include <vector>

#include "read/paper/layout/paper_lines.hpp"
#include "read/paper/paper_facts.hpp"

namespace plantool {

/// Fills what the head says and gives the index of the body's first line.
std::size_t read_head(const std::vector<PaperLine>& lines, PaperFacts& facts);

}  // namespace plantool
