// XML of Office files: parts weighed before they are parsed, and elements by their names without
// prefixes, which every program chooses for itself.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/paper/unreadable.hpp"

namespace plantool {

/// A parsed part. No entity of its own is expanded: a part that declares any is broken.
class XmlPart {
  public:
    static OrUnreadable<XmlPart> parse(std::string bytes, std::string_view name);
    pugi::xml_node root() const { return document_->document_element(); }

  private:
    std::unique_ptr<std::string> bytes_;  ///< the document's texts lie in these
    std::unique_ptr<pugi::xml_document> document_;
};

/// The name behind the prefix.
std::string_view local_name(pugi::xml_node node);
inline bool is_named(pugi::xml_node node, std::string_view name) {
    return local_name(node) == name;
}
/// The first child of the name; a null node where there is none.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);
/// The child of the child … of these names.
pugi::xml_node descend(pugi::xml_node node, std::initializer_list<std::string_view> names);
/// The value of the first attribute of the name behind its prefix; empty where there is none.
std::string_view attribute_named(pugi::xml_node node, std::string_view name);
/// A whole number; `otherwise` where it is none or too large.
int number_named(pugi::xml_node node, std::string_view name, int otherwise);
/// Whether an element switches something on: there, and not said to be false.
bool is_on(pugi::xml_node node);

}  // namespace plantool
