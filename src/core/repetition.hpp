// Whether a document was read before (formats.md, section 3: the same agency, obligation, period,
// document number and received day twice).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/submission.hpp"

namespace plantool {

/// What tells one document from another, in 64 bits: of a million documents, two different ones
/// look alike once in forty million plans. Nothing for a document without a number: two of one day
/// cannot be told apart, nor called the same.
std::optional<std::uint64_t> fingerprint(const CheckedSubmission& submission);

/// Fingerprints seen, and where each stood first: 18 to 27 bytes a document, and no more than 2 %
/// of that again while the set grows.
class Repetitions {
  public:
    struct Place {
        std::uint32_t file = 0;  ///< whatever number the caller gives a file
        std::int32_t line = 1;
    };

    /// Notes the document. When it was noted before, the place of the first.
    std::optional<Place> note(std::uint64_t print, Place place);
    /// Has the memory that noting it will touch brought near.
    void expect(std::uint64_t print) const;

  private:
    struct Entry {
        std::uint64_t print = 0;  ///< 0: free
        Place place;
    };
    /// A table of open addressing. There are many, so that one at a time grows.
    struct Shard {
        std::vector<Entry> entries;
        std::size_t used = 0;
    };
    static constexpr std::size_t kShards = 64;

    static std::size_t home(const Shard& shard, std::uint64_t print);
    void grow(Shard& shard);
    static Entry& find(Shard& shard, std::uint64_t print);

    std::array<Shard, kShards> shards_;
};

}  // namespace plantool
