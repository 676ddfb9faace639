// Looking things up in the text of a YAML file: lines and their indentation, and where a value
// ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace plantool {

std::size_t line_start(std::string_view text, std::size_t at);
/// Without blanks and line break.
std::size_t line_end(std::string_view text, std::size_t at);
/// The first letter of the line around `at`.
std::size_t first_letter(std::string_view text, std::size_t at);
std::size_t indent_of(std::string_view text, std::size_t at);
/// A blank, a line break or the end stands there.
bool is_blank(std::string_view text, std::size_t at);
/// A mark such as `: ` or `- `, which only a blank behind it makes one.
bool is_mark(std::string_view text, std::size_t at, char mark);

/// One past the closing quote of the text that opens at `quote`, or the end where none closes it.
std::size_t end_of_quoted(std::string_view text, std::size_t quote);
/// The letters of a plain text stand in the file as they are, however its lines are broken.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value);
/// A block text goes on over all lines that are indented by more than `base`.
std::size_t end_of_block(std::string_view text, std::size_t begin, int base);

/// The first line within [begin, end), but the first, that is indented by `base` blanks or less
/// (-1: none can be); its first letter's offset, or npos.
std::size_t low_line(std::string_view text, std::size_t begin, std::size_t end, int base);

/// Whether a line such as `via:email` is a key and its value, but for the blank.
bool blank_missing(std::string_view line);

/// The first control character but tab and line breaks: the library takes some for line ends, and
/// one for the end of the file.
std::optional<std::uint32_t> first_control(std::string_view text);

}  // namespace plantool
