// "Did you mean": the nearest of the names that would have been right.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plantool {

/// Insertions, deletions, replacements and swaps of neighbours (in code points) between a and b.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to what was written, as it stands in `candidates`; nothing when none is
/// near. Compared without diacritics first, then by edit distance; ties go to the earlier
/// candidate.
std::optional<std::string> nearest(std::string_view written,
                                   std::span<const std::string> candidates);

/// "did you mean «x»?", or an empty string.
std::string did_you_mean(std::string_view written, std::span<const std::string> candidates);

}  // namespace plantool
