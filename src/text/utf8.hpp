// Unicode text as plantool needs it: validity, one normal form, and the width of a string on a
// terminal. Everything here takes and gives UTF-8; only first_invalid_utf8 accepts broken input.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plantool {

/// Byte offset (from 0) of the first byte that is not valid UTF-8; nothing when the text is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The text with U+FFFD for each byte that is not valid UTF-8.
std::string with_valid_utf8(std::string_view text);

/// The text in NFC, the form in which names are stored and written (formats.md, section 4).
std::string to_nfc(std::string_view text);

/// The text in NFD, letters and their marks apart: the other form in which files are named.
std::string to_nfd(std::string_view text);

/// Whether the text is in NFC for certain, told by a glance at its bytes; false leaves it open.
bool is_nfc(std::string_view text);

/// Number of code points: columns of a diagnostic count these.
std::size_t count_code_points(std::string_view text);

/// Reads the code point at `at` and moves `at` behind it. `at` must be inside valid UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Appends one code point.
void append_code_point(std::string& out, char32_t code_point);

/// The letter without its diacritics: e for ệ, d for đ.
char32_t base_letter(char32_t code_point);

/// Terminal cells that the text takes: 0 for combining marks, 2 for wide characters.
int display_width(std::string_view text);

/// The longest start of the text that fits `width` cells, with "…" where something was cut.
std::string clip_to_width(std::string_view text, int width);

/// The same with the cut in the middle, so that names that begin alike stay apart.
std::string clip_middle_to_width(std::string_view text, int width);

/// The text in lines of at most `width` cells (0: no limit), broken at spaces. A word that is wider
/// is clipped.
std::vector<std::string> wrap_to_width(std::string_view text, int width);

/// The text with spaces added up to `width` cells; unchanged when it is as wide already.
std::string pad_to_width(std::string_view text, int width);

/// The text with control characters, direction overrides and letters that nobody sees made visible
/// as \u{XX}, so that a title, a file name or an argument cannot drive the terminal, and two names
/// that differ only in such a letter do not look the same. Line breaks become spaces.
std::string printable(std::string_view text);

/// White space of any kind, line breaks among it.
bool is_space(char32_t code_point);

/// A letter that takes up no room and that nobody sees: zero-width ones, direction marks,
/// variation selectors, fillers. U+00AD is none of them: in text of the TCVN3 encoding it stands
/// for a letter.
bool is_invisible(char32_t code_point);

/// The text without white space of any kind at its ends.
std::string_view trim(std::string_view text);

}  // namespace plantool
