// Text of other people inside Markdown.
#pragma once

#include <string>
#include <string_view>

namespace plantool {

/// The text on one line, with every character that Markdown, its tables or HTML would act on made
/// harmless.
std::string escape_markdown(std::string_view text);

/// The same for a text that begins no line, as in the cell of a table: "1." and "+" stand for
/// themselves there.
std::string escape_markdown_within(std::string_view text);

}  // namespace plantool
