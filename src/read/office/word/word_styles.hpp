// What the styles of a Word file say of paragraphs and runs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "read/office/xml.hpp"

namespace plantool {

/// As much of the look of a paragraph or a run as its text's meaning depends on.
struct WordLook {
    std::optional<int> outline;       ///< from 0
    std::optional<std::string> list;  ///< the id of its numbering; "0": none
    std::optional<int> list_level;    ///< from 0
    std::optional<bool> bold;
    std::optional<bool> hidden;
    std::string font;

    /// What `other` says goes before what was said.
    void override_with(const WordLook& other);
};

/// Of `w:pPr` or `w:rPr`.
WordLook look_of(pugi::xml_node properties);

class WordStyles {
  public:
    WordStyles() = default;
    explicit WordStyles(pugi::xml_node styles);

    /// The style with what it is based on; the default style for an empty or unknown id.
    WordLook paragraph(std::string_view id) const;
    WordLook run(std::string_view id) const { return chain(id); }

  private:
    struct Style {
        std::string base;
        WordLook look;
    };
    WordLook chain(std::string_view id) const;

    std::map<std::string, Style, std::less<>> styles_;
    std::string standard_;  ///< of paragraphs
    WordLook defaults_;
};

}  // namespace plantool
