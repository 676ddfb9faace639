// Why a row has its state: the rule, the dates, and each submission that was or was not counted.
#pragma once

#include <string>
#include <vector>

#include "core/assess.hpp"
#include "text/labels.hpp"

namespace plantool {

struct Explanation {
    RowIx row = 0;
    std::vector<Submission> submissions;  ///< every one of the row, valid or not, in reading order
};

std::string explain(const Assessment& assessment, const Explanation& explanation,
                    Language language);

}  // namespace plantool
