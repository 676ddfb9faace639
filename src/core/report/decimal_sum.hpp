// Sums of decimals as people write them.
#pragma once

#include <vector>

namespace plantool {

/// The sum of the shortest decimals that the values stand for, which are the decimals that were
/// written: ten times 0.7 is 7, and 2^53 + 1 is not 2^53. Exact where all of it fits some 36
/// digits, as long as the result is a number that a double holds; else as near as doubles come to
/// it.
double decimal_sum(const std::vector<double>& values);

}  // namespace plantool
