// Headings by their words alone: their numbers, and what they are below.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/paper/layout/paper_lines.hpp"

namespace plantool {

enum class NumberKind { letter, roman, dotted, arabic, small_letter };

struct HeadingNumber {
    NumberKind kind = NumberKind::arabic;
    std::string text;       ///< `II.1.3`
    std::string_view rest;  ///< of the line
    bool marked = false;    ///< a mark stands behind it
};

std::optional<HeadingNumber> heading_number(std::string_view line);

struct Heading {
    std::string line;  ///< as it is written, down to where its text begins
    std::optional<HeadingNumber> number;
    std::string title;
    std::string text;  ///< what goes on in the same line
};

/// The heading that the line is; nothing where it is text.
std::optional<Heading> heading_in(const PaperLine& line, const std::string& written);

/// The numbers of headings that a heading stands below.
class HeadingPath {
  public:
    /// The heading's number with those around it; whether it is an item of a list below a heading
    /// that has an inner number itself.
    std::string enter(const HeadingNumber& number, bool strong);

  private:
    struct Step {
        int rank = 0;
        std::string number;
    };
    std::vector<Step> steps_;
};

}  // namespace plantool
