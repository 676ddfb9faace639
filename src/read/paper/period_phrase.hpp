// The periods that a title, a subject or a file's name speaks of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/period.hpp"

namespace plantool {

struct PeriodPhrase {
    Cadence cadence = Cadence::annual;
    std::string id;  ///< `2022-H1`
    bool year_written = false;
};

/// The period phrases of a text in their order (formats.md, section 2), in any kind of sentence:
/// `06 tháng đầu năm 2022`, `quý I/2022`; of a text without diacritics, as names of files are, also
/// `bao-cao-quy-1-2022`. Without a year they are of the year given; without either, left out.
std::vector<PeriodPhrase> period_phrases(std::string_view text, std::optional<int> year);

}  // namespace plantool
