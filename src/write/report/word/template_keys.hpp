// The keys of a Word template, and where they stand in its paragraphs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "write/kit/word/word_xml.hpp"

namespace plantool::report_word {

/// What a key stands for.
enum class KeyKind {
    text,   ///< words within a paragraph
    blocks  ///< paragraphs and tables in the place of one
};
/// Nothing for one that is not known.
std::optional<KeyKind> kind_of_key(std::string_view key);
std::vector<std::string> template_keys();

inline constexpr std::string_view kBodyKey = "body";

/// A key in the text of a paragraph.
struct KeyPlace {
    std::string key;        ///< what stands between the braces
    std::size_t begin = 0;  ///< in the text
    std::size_t end = 0;
    bool closed = true;
};
std::vector<KeyPlace> keys_in(std::string_view text);

/// Every paragraph of a part, those in tables and boxes too.
std::vector<word::Node> paragraphs_of(word::Node root);
/// The texts of its runs, in order; those of paragraphs within it (of a box) are theirs.
std::vector<word::Node> texts_of(word::Node paragraph);
std::string text_of(word::Node paragraph);

/// Whether a part of the file is one that people write in.
bool is_written_in(const std::string& part);

/// Reads the XML of a part; false where it is none, or brings entities of its own.
bool read_xml(const std::string& bytes, pugi::xml_document& into);

}  // namespace plantool::report_word
