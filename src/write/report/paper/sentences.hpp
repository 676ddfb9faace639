// What the sentences of a paper are made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/labels.hpp"

namespace plantool {

/// Whether an answer has no content: "Không", "Không có.", "-", "không phát sinh".
bool says_nothing(std::string_view text);

/// As many whole sentences of the text as fit into so many letters, the first always. Line breaks
/// become blanks, and dashes that begin lines are left out. A first sentence that is longer is cut
/// between words, with "…".
std::string in_whole_sentences(std::string_view text, std::size_t letters);

/// The text with a full stop, where it has no mark of its own at its end.
std::string as_sentence(std::string_view text);

/// "03", as official Vietnamese writes numbers below ten; "3" in English.
std::string paper_number(std::int64_t value, Language language);

/// The first letter small, unless the word is an abbreviation.
std::string with_small_start(std::string_view text);

std::string joined(const std::vector<std::string>& texts, std::string_view between);

}  // namespace plantool
