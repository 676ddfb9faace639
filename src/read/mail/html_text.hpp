// The text of a page of HTML, as mail has it.
#pragma once

#include <string>
#include <string_view>

namespace plantool {

/// Its words, a line for each block, a tab between the cells of a row. Nothing is loaded or run.
std::string text_of_html(std::string_view html);

}  // namespace plantool
