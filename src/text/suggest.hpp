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

#include "text/message.hpp"

namespace plantool {

/// Insertions, deletions, replacements and swaps of neighbours (in code points) between a and b.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Names to suggest from, made ready once for many questions.
class Suggester {
  public:
    explicit Suggester(std::vector<std::string> names);

    /// As the functions below.
    std::optional<std::string> nearest(std::string_view written) const;
    Message suggestion(std::string_view written, Message otherwise = {}) const;

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

/// How many suggestions are still worth making: each costs as much as there are names, and of
/// findings without end only the first are shown.
class SuggestionBudget {
  public:
    explicit SuggestionBudget(std::size_t most) : most_(most), left_(most) {}

    /// Whether one more is worth making, which is then made.
    bool spend() {
        if (left_ == 0) return false;
        --left_;
        return true;
    }
    void refill() { left_ = most_; }

  private:
    std::size_t most_;
    std::size_t left_;
};

/// A suggester within a budget, made ready when it is first asked.
class LimitedSuggester {
  public:
    explicit LimitedSuggester(std::size_t most) : budget_(most) {}

    /// As Suggester's; nothing when the budget is spent. `list_names` gives the names, and is asked
    /// once.
    template <class ListNames>
    Message suggestion(std::string_view written, ListNames list_names) {
        if (!budget_.spend()) return {};
        if (!among_) among_.emplace(list_names());
        return among_->suggestion(written);
    }
    void refill() { budget_.refill(); }

  private:
    SuggestionBudget budget_;
    std::optional<Suggester> among_;
};

/// The candidate nearest to what was written, as it stands in `candidates`; nothing when none is
/// near. Compared without diacritics first, then by edit distance; ties go to the earlier
/// candidate.
std::optional<std::string> nearest(std::string_view written,
                                   std::span<const std::string> candidates);

/// "did you mean «x»?"; `otherwise` when none is near.
Message suggestion(std::string_view written, std::span<const std::string> candidates,
                   Message otherwise = {});

}  // namespace plantool
