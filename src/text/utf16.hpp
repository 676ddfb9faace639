// UTF-16 as spreadsheets and editors save it, into UTF-8, whole or piece by piece.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace plantool {

enum class Utf16 { little_endian, big_endian };

inline constexpr std::size_t kUtf16MarkSize = 2;

/// The order of bytes that the mark at the beginning of a file tells; nothing without one.
std::optional<Utf16> utf16_mark(std::string_view bytes);

/// Whether bytes without a mark are UTF-16 all the same: many of them are 0, as no text has them.
bool looks_like_utf16(std::string_view bytes);

class Utf16Decoder {
  public:
    explicit Utf16Decoder(Utf16 order) : order_(order) {}

    /// Appends what the bytes say. A letter that goes on in the next bytes waits for them. What is
    /// half a letter becomes bytes that are not UTF-8, so that whoever checks finds it.
    void add(std::string_view bytes, std::string& out);
    /// The same for what is left at the end.
    void finish(std::string& out);

  private:
    void add_unit(char16_t unit, std::string& out);

    Utf16 order_;
    std::optional<unsigned char> odd_;  ///< the first byte of a unit
    char16_t high_ = 0;                 ///< the first half of a pair
};

/// The text of a whole file without its mark.
std::string from_utf16(std::string_view bytes, Utf16 order);

}  // namespace plantool
