// An Office file as its parts refer to each other (Open Packaging Conventions), whichever program
// wrote it: the main part is found by its relationship, never by its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/office/xml.hpp"
#include "read/office/zip_parts.hpp"
#include "read/paper/unreadable.hpp"

namespace plantool {

struct Relationship {
    std::string id;
    std::string kind;    ///< the last word of its type: `worksheet`, `styles`
    std::string target;  ///< the part's name, from the root of the package
};

class Package {
  public:
    /// `main`: the name of the main part's root element, `document` or `workbook`.
    static OrUnreadable<Package> open(std::string_view bytes, std::string_view main);

    pugi::xml_node root() const { return main_.root(); }
    /// What the main part refers to within the package.
    const std::vector<Relationship>& relationships() const { return relationships_; }
    /// Null where there is none.
    const Relationship* of_kind(std::string_view kind) const;
    const Relationship* of_id(std::string_view id) const;

    OrUnreadable<XmlPart> part(std::string_view name) const;

  private:
    OrUnreadable<std::vector<Relationship>> relationships_of(std::string_view part) const;

    ZipParts parts_;
    XmlPart main_;
    std::vector<Relationship> relationships_;
};

/// What bytes are by their beginning, where they are no Office file of today: `.doc`, `.rtf`, or
/// encrypted. Broken where they are nothing that is known.
UnreadablePaper why_no_package(std::string_view bytes);

}  // namespace plantool
