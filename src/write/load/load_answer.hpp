// What `load` answers: what came into the store, and what was refused on the way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/labels.hpp"

namespace plantool {

struct LoadAnswer {
    struct Refused {
        std::string file;
        int line = 1;
        std::vector<std::string> errors;  ///< codes
    };
    std::int64_t files = 0;
    std::int64_t submissions = 0;  ///< that could be read as such
    std::int64_t added = 0;
    std::int64_t known = 0;      ///< were there already
    std::int64_t elsewhere = 0;  ///< of the submissions, those of plans that are not known
    std::int64_t rechecked = 0;
    std::int64_t refused_count = 0;
    std::vector<Refused> refused;  ///< the first of them
};

std::string load_text(const LoadAnswer& answer, Language language);
/// Ends with a line break.
std::string load_json(const LoadAnswer& answer, Language language);

}  // namespace plantool
