// The parts of an Office file, which is a zip: its directory is read and weighed first, and a part
// is unpacked when it is asked for, no further than the directory says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/paper/unreadable.hpp"

namespace plantool {

class ZipParts {
  public:
    /// The bytes have to outlive what is made of them. Refused: what is no zip or cut short, parts
    /// with a password, more than kMostParts, more than kLargestUnpacked in all.
    static OrUnreadable<ZipParts> open(std::string_view bytes);

    /// Names are compared without case, with either slash, and may begin with one.
    bool has(std::string_view name) const { return find(name) != nullptr; }

    /// The names of all parts as the file has them, in no order that says anything.
    std::vector<std::string> names() const;

    /// The bytes of a part. Broken where there is none, or where its length or its checksum is not
    /// what the directory says.
    OrUnreadable<std::string> read(std::string_view name) const;

  private:
    struct Entry {
        std::string name;     ///< as it is compared
        std::string written;  ///< as the file has it
        std::uint64_t packed = 0;
        std::uint64_t size = 0;
        std::uint64_t at = 0;  ///< of its local header
        std::uint32_t checksum = 0;
        unsigned method = 0;
    };
    class Directory;

    const Entry* find(std::string_view name) const;

    std::string_view bytes_;
    std::vector<Entry> entries_;  ///< sorted by name
};

}  // namespace plantool
