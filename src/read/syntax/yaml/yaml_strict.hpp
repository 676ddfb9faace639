// What the YAML library lets pass and the reading refuses, each at its place.
#pragma once

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/mark.h>

#include <cstdint>
#include <string>

#include "diag/diagnostic.hpp"
#include "read/syntax/yaml/yaml_reading.hpp"

namespace plantool {

/// Thrown through the library to stop it: parse_yaml catches it.
struct YamlStop {};

/// Each of these rules ends the reading where it is broken, but for those that say otherwise.
class YamlStrict {
  public:
    YamlStrict(YamlReading& reading, const ShapeCodes& codes, Diagnostics& diagnostics)
        : reading_(reading), codes_(codes), diagnostics_(diagnostics) {}

    /// Ends the reading with this finding.
    [[noreturn]] void stop(Finding finding);

    /// A line of a quoted text that is indented no further than its key: a quote is not closed.
    void refuse_low_in_quotes(const Span& span);

    /// The library takes for more of a plain text what is indented by a tab or not at all.
    void refuse_odd_lines(const Span& span);

    void refuse_comment_at(std::uint32_t end);

    /// The library minds no indentation within brackets, where it takes the keys below for their
    /// content, nor that of a value below its key.
    void refuse_low(std::uint32_t begin);

    /// A word alone on its line, before the document ends, it takes for a key without a value; and
    /// the 5 of `{x: 1,5}` too.
    void require_colon();

    /// Nor does it mind a comma behind another one.
    void refuse_lone_comma(std::uint32_t at);

    /// Nor does it mind a tab before the first word of a line. Within brackets a tab is but a
    /// blank.
    void refuse_tab_before(std::size_t begin);

    /// What the library cannot fit into a document it takes for the next one.
    void require_marker(const YAML::Mark& mark);

    /// These tell what is not read, and the reading goes on.
    void refuse(const YAML::Mark& mark, Message message, Message help);
    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor);
    /// Gives the place of the value behind the tag.
    YAML::Mark refuse_tag(YAML::Mark mark, const std::string& tag);

  private:
    YamlReading& reading_;
    const ShapeCodes& codes_;
    Diagnostics& diagnostics_;
};

}  // namespace plantool
