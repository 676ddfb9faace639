// Whether a document was read before (formats.md, section 3: the same agency, obligation, period,
// document number and received day twice, or without a number the same days of both).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/submission/paper.hpp"

namespace plantool {

/// What tells one document from another, in 64 bits: of a million documents, two different ones
/// look alike once in forty million plans. Numbers are compared as names; a document without one is
/// known by its own day besides. Nothing where it is not known whose it is. `plan` tells plans
/// apart.
std::optional<std::uint64_t> fingerprint(const Paper& paper, std::string_view document_number,
                                         std::uint32_t plan = 0);

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
