// "Did you mean": the nearest of the names that would have been right.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plantool {

/// Insertions, deletions, replacements and swaps of neighbours (in code points) between a and b.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Names to suggest from, made ready once for many questions.
class Suggester {
  public:
    explicit Suggester(std::vector<std::string> names);

    /// As the functions below.
    std::optional<std::string> nearest(std::string_view written) const;
    std::string did_you_mean(std::string_view written) const;

  private:
    /// How many letters a name has of each of some kinds.
    using LetterCounts = std::array<std::uint8_t, 32>;
    struct Candidate {
        std::size_t name;
        std::u32string folded;
        LetterCounts counts;
    };
    static LetterCounts count_letters(const std::u32string& text);
    static std::size_t least_distance(const LetterCounts& a, const LetterCounts& b);

    std::vector<std::string> names_;
    std::vector<Candidate> candidates_;  ///< names that are not too long to compare
};

/// The candidate nearest to what was written, as it stands in `candidates`; nothing when none is
/// near. Compared without diacritics first, then by edit distance; ties go to the earlier
/// candidate.
std::optional<std::string> nearest(std::string_view written,
                                   std::span<const std::string> candidates);

/// "did you mean «x»?", or an empty string.
std::string did_you_mean(std::string_view written, std::span<const std::string> candidates);

}  // namespace plantool
