// The agencies of a draft: each once, whatever it is called, with an id made from its name.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plan/agency.hpp"
#include "text/string_map.hpp"

namespace plantool {

/// Where an agency is spoken of first.
struct Mention {
    std::string source;  ///< the clause
    std::string line;    ///< of the document; of several the one with the name is kept
};

/// `cong-an-tinh` of `Công an tỉnh`, `btg-tinh-uy` of `Ban Tuyên giáo Tỉnh ủy`: without `các` and
/// `và`, long names of offices in their usual short form.
std::string agency_id(std::string_view name);

class AgencyBook {
  public:
    /// The place of which names may be: of `Công an tỉnh Phú Yên` in the plan of Phú Yên.
    void set_place(std::string_view place);
    /// What the document itself calls by a shorter name: `… (sau đây gọi tắt là …)`.
    void define(std::string_view short_name, std::string_view name);
    /// The definitions of a text.
    void read_definitions(std::string_view text);

    /// The id of the agency, which is entered where it is new.
    std::string id_of(std::string_view written, const Mention& mention);
    std::vector<Text> ids_of(const std::vector<std::string>& names, const Mention& mention);
    /// Puts these first, in that order.
    void put_first(const std::vector<Text>& ids);

    const std::vector<Agency>& agencies() const { return agencies_; }
    /// The lines on which they are spoken of first, in the same order.
    const std::vector<Mention>& mentions() const { return mentions_; }

  private:
    struct Known {
        std::string name;  ///< written out
        bool expanded = false;
    };
    Known written_out(std::string_view written) const;
    std::string key_of(std::string_view name) const;
    void note_spelling(Agency& agency, const std::string& written);

    std::string place_;
    StringMap<std::string> defined_;                                ///< folded short name to name
    std::vector<std::pair<std::string, std::string>> short_names_;  ///< with the names they are of
    StringMap<std::string> ids_;                                    ///< by key
    std::vector<Agency> agencies_;
    std::vector<Mention> mentions_;
};

}  // namespace plantool
