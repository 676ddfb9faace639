// What forms and the register have in common.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/time/date.hpp"
#include "text/words.hpp"
#include "write/kit/book/book.hpp"

namespace plantool::form {

/// A cell that is to be filled in, and one that is not.
const xlsx::Style& input_style();
const xlsx::Style& shut_style();
const xlsx::Style& label_style();
const xlsx::Style& plain_style();
const xlsx::Style& key_style();

/// A day that is to be filled in is shown as people write it.
xlsx::Style day_input_style();

/// The titles of columns, which one word holds with bars between them.
std::vector<std::string> titles_of(Word word, Language language);

/// The hidden sheet with the keys of the workbook.
void add_key_sheet(xlsx::Book& book,
                   const std::vector<std::pair<std::string_view, std::string>>& keys);

void set_properties(xlsx::Book& book, const std::string& title, Day as_of);

}  // namespace plantool::form
