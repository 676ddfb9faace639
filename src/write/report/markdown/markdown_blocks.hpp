// Parts and annexes of a signed paper as Markdown.
#pragma once

#include <string>
#include <vector>

#include "write/report/block_setting.hpp"
#include "write/report/paper/paper.hpp"

namespace plantool {

/// Ends without an empty line.
std::string markdown_blocks(const std::vector<PaperBlock>& blocks, const BlockSetting& setting);

}  // namespace plantool
