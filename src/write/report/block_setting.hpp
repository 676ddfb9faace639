// Where blocks of a paper stand, for the formats of text that write them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "text/labels.hpp"

namespace plantool {

struct BlockSetting {
    Language language = Language::vi;
    std::string plan_language = {};  ///< of what is quoted
    bool in_annex = false;           ///< its headings have no numbers
    std::string title = {};          ///< of the part or the annex
    /// The names of the annexes, "Phụ lục I", and where links to them lead.
    std::vector<std::pair<std::string, std::string>> anchors = {};
};

}  // namespace plantool
