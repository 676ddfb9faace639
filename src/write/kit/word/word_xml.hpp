// How values of a Word document become elements. Word refuses a file in which the elements of a
// property list stand in another order than the schema's: each list is written in one place.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "write/kit/word/word_document.hpp"

namespace plantool::word {

using Node = pugi::xml_node;

/// An element at the end of its parent, and attributes of it: none holds what others wrote.
Node add(Node parent, const char* name);
void set(Node node, const char* attribute, std::string_view value);
void set(Node node, const char* attribute, int value);
/// An element with `w:val`, which is how most properties are given.
void add_value(Node parent, const char* name, std::string_view value);
void add_value(Node parent, const char* name, int value);

/// The XML with its declaration, in the one form that is always the same.
std::string xml_of(const pugi::xml_document& document);
/// The root of a part, with the names of WordprocessingML and of relationships.
Node word_root(pugi::xml_document& document, const char* name);

/// `style` may be empty. Nothing is written where nothing is to be said.
void add_paragraph_properties(Node parent, std::string_view style, const ParagraphLook& look);
void add_run_properties(Node parent, const RunLook& look);

/// The blocks as the last children of a body, or of a cell.
void add_blocks(Node parent, const std::vector<Block>& blocks);
/// How the pages of a section look, at the end of its parent.
Node add_section(Node parent, const Page& page, bool header);
void add_style(Node styles, const Style& style, bool is_default);

/// The parts, but for those of the package itself.
std::string document_xml(const Document& document);
std::string styles_xml(const Document& document);
std::string numbering_xml(const Document& document);
std::string header_xml(const Document& document);

}  // namespace plantool::word
