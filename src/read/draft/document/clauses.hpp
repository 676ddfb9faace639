// The body of a plan's document as clauses: what stands below a number, behind a dash, in a
// paragraph or a table's row.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "read/draft/document/plan_document.hpp"
#include "read/draft/document/task_table.hpp"
#include "read/draft/phrases/duty_phrase.hpp"

namespace plantool {

struct Clause {
    enum class Kind { heading, numbered, dash, paragraph, row };

    Kind kind = Kind::paragraph;
    std::string path;    ///< an id: `II.1.1`; of a dash that of its parent with its place
    std::string source;  ///< as people cite it: `III.2, gạch đầu dòng 3`; empty: the opening
    std::string text;    ///< without its number or dash; further paragraphs as lines
    std::vector<std::string> lines;      ///< of the document, in their order
    std::vector<LabelledText> labelled;  ///< `Đơn vị chủ trì: …`
    std::optional<std::size_t> parent;   ///< always an earlier one
    std::vector<std::size_t> children;
    bool preamble = false;    ///< it binds nobody: grounds, purpose, requirements
    bool cell_above = false;  ///< of a row: who and when are those of the row above
    bool chapter = false;     ///< numbered in Roman or a heading without a number

    bool says_lead() const;
};

/// In the order of the document. What stands before all headings is of the preamble.
std::vector<Clause> clauses_of(const std::vector<BodyPiece>& body);

}  // namespace plantool
