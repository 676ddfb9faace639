// The words by which the name of an agency begins, goes on and ends.
#pragma once

#include <cstddef>
#include <string>

#include "read/draft/phrases/words_in.hpp"

namespace plantool {

/// How many words are what agencies of one kind are for: `Văn hóa, Thể thao và Du lịch`.
std::size_t field_at(const WordsIn& words, std::size_t at);

/// A verb, or another word behind which no agency's name goes on.
bool ends_names(const WordsIn& words, std::size_t at);

/// Whether the name of an agency begins at the word.
bool begins_agency(const WordsIn& words, std::size_t at);

/// The name with what it is for in capitals as they are used: `Sở Giáo dục và Đào tạo`.
std::string with_field_names(std::string name);

}  // namespace plantool
