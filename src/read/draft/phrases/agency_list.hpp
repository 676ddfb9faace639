// Agencies in a sentence: where the name of one begins, and the names of a list, commas and all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/draft/phrases/agency_words.hpp"

namespace plantool {

struct AgencyList {
    std::vector<std::string> names;  ///< as they are written
    std::string related;  ///< `các cơ quan, đơn vị liên quan`; empty: the list is closed
};

/// The agencies of a list that is nothing else: `Sở Y tế, Sở Văn hóa, Thể thao và Du lịch và các cơ
/// quan liên quan`. What does not begin as an agency does is joined to the name before it.
AgencyList agencies_in(std::string_view list);

/// Whether the text is the name of an agency, or of several, and nothing else.
bool is_agency_list(std::string_view text);

/// Where a list of agencies that begins at a word ends: before a verb, behind `liên quan`, at the
/// end of the sentence.
std::size_t end_of_agencies(const WordsIn& words, std::size_t from);
/// Where the agencies begin that stand right before a word and are its subject; nothing where
/// others words do.
std::optional<std::size_t> start_of_agencies(const WordsIn& words, std::size_t before);

/// A kind of agency that the document speaks of without naming those that are of it: `các sở, ban,
/// ngành`, `đảng ủy trực thuộc Tỉnh ủy`.
bool is_collective(std::string_view name);

}  // namespace plantool
