// The document of a plan in its parts, as lines: head, title, body, who signs it, who receives it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/date.hpp"
#include "read/paper/paper_text.hpp"

namespace plantool {

/// A line of the body, or a table whose header says what is to be done by whom.
struct BodyPiece {
    std::string text;  ///< as it is written, with one blank between words
    bool bold = false;
    int heading_level = 0;
    std::optional<TableText> table;
};

struct PlanDocument {
    bool secret = false;
    bool of_state = false;                ///< CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM on top
    std::vector<std::string> head_lines;  ///< all of them down to the title, left half first
    std::vector<std::string> issuing_lines;  ///< down to the number
    std::string number;                      ///< empty: none, or not filled in
    std::string place;
    std::string date_line;
    std::string kind;   ///< the line that names it: `KẾ HOẠCH`
    std::string title;  ///< the kind with what follows it
    std::vector<std::string> title_lines;
    std::vector<BodyPiece> body;
    std::vector<std::string> signature_lines;
    std::vector<std::string> recipients;
    std::vector<std::string> recipient_lines;
    std::vector<BodyPiece> annex;
};

PlanDocument plan_document(const PaperText& text);

/// The line that names a paper's kind, whatever that is; empty where the line is none.
std::string kind_in_line(const std::string& line);
/// Whether papers of the kind give work to do.
bool is_kind_of_plan(const std::string& kind);

}  // namespace plantool
