// Vietnamese text from before Unicode: bytes that mean letters only in the right font.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plantool {

enum class LegacyEncoding {
    tcvn3,         ///< TCVN 5712, the fonts .VnTime and ABC: one byte for each letter
    vni,           ///< VNI for Windows: a vowel, then a byte for its marks
    windows_1258,  ///< the code page of Vietnamese Windows: a vowel, then a byte for its tone
};

/// "TCVN3 (ABC)", "windows-1258".
std::string_view legacy_name(LegacyEncoding encoding);

/// What the text says when each of its code points up to U+00FF is taken for a byte of the
/// encoding: how such text looks once a program took it for Latin-1. In NFC; what means nothing in
/// the encoding stays as it is.
std::string decode_legacy(LegacyEncoding encoding, std::string_view text);

/// Bytes that are not UTF-8, taken for Latin-1.
std::string from_latin1(std::string_view bytes);

/// The encoding of a text that from_latin1 gave, where its words then are Vietnamese syllables;
/// nothing when they are in neither. Short text is easily mistaken.
std::optional<LegacyEncoding> recognise_legacy(std::string_view text);

/// Whether a text is in the encoding that its font or a label tells: its words are Vietnamese
/// syllables in that encoding, and are none as they stand.
bool is_in_legacy(LegacyEncoding encoding, std::string_view text);

}  // namespace plantool
