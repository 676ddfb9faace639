// Parts and annexes of a signed paper as HTML.
#pragma once

#include <string>
#include <vector>

#include "write/report/block_setting.hpp"
#include "write/report/paper/paper.hpp"

namespace plantool {

std::string html_blocks(const std::vector<PaperBlock>& blocks, const BlockSetting& setting);

/// ` lang="vi"` where what is the plan's stands on a page in another language; else empty.
std::string lang_attribute(Language page, const std::string& plan_language);

}  // namespace plantool
