// What a paper says, by the layout of Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW, whatever
// plan it is for (papers.md, section 2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/date.hpp"
#include "read/paper/paper_text.hpp"

namespace plantool {

/// What stands below one heading. A line that looks like a heading begins a section of its own;
/// whoever knows the plan joins those that open nothing to what is open, by `heading`.
struct PaperSection {
    std::string heading;  ///< its line, as it is; of a run-in heading the part before its text
    std::string number;   ///< as it is written, without its last mark: `II`, `1.3`, `II.1.3`, `a`
    std::string path;     ///< with the numbers of the headings around it: `II.1.3`
    std::string title;    ///< the heading without its number and its last mark
    bool run_in = false;  ///< the first paragraph goes on with the heading's line
    std::vector<std::string> paragraphs;
    std::vector<TableText> tables;
};

struct PaperFacts {
    bool secret = false;  ///< MẬT, TỐI MẬT, TUYỆT MẬT on a line of its own in the head
    std::vector<std::string> issuing_lines;  ///< left half of the head down to the number
    std::string number;                      ///< without blanks: `45-BC/BTGHU`; empty: none
    std::optional<Day> date;
    std::string title;  ///< from BÁO CÁO to the body, or what stands behind V/v
    std::vector<std::string> signature_lines;
    std::vector<PaperSection> sections;   ///< in order; what precedes all headings has none
    std::vector<TableText> annex_tables;  ///< behind the signature
};

PaperFacts facts_of(const PaperText& text);

/// Whether the whole content is that nothing came up ("Trong kỳ không phát sinh."), apart from how
/// a paper begins and ends.
bool says_nil(const PaperFacts& facts);

}  // namespace plantool
