#include <algorithm>

#include "write/status/writers.hpp"

namespace plantool {

Summary StatusAnswer::summary() const {
    Summary sum;
    for (const auto& status : plans) sum += status.summary;
    return sum;
}

bool StatusAnswer::has_rates() const {
    return std::none_of(filters.begin(), filters.end(),
                        [](const AskedFilter& filter) { return filter.key == "state"; });
}

}  // namespace plantool
