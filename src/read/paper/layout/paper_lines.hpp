// A paper line by line, its columns parted, and what a line can be by its words alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/paper/paper_text.hpp"

namespace plantool {

struct PaperLine {
    std::string text;   ///< of the left half where there are two; one blank between words
    std::string right;  ///< of the right half
    bool bold = false;
    int heading_level = 0;
    bool in_table = false;             ///< of a table's cell
    const TableText* table = nullptr;  ///< the whole table, at the first of its lines
    std::size_t block = 0;
};

/// The lines of the blocks; those of tables row by row, their first filled cell to the left and the
/// others to the right.
std::vector<PaperLine> lines_of_blocks(const std::vector<TextBlock>& blocks);

bool is_in_capitals(std::string_view line);
/// Dashes, stars or dots alone.
bool is_rule(std::string_view line);
bool is_secret_mark(std::string_view line);
/// CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, its motto, ĐẢNG CỘNG SẢN VIỆT NAM.
bool is_state_name(std::string_view line);
/// `Số: 45-BC/BTGHU`: the number, which is empty where the line leaves it open; nothing for another
/// line.
std::optional<std::string> number_in_line(std::string_view line);
/// The line that names the kind of paper: BÁO CÁO.
bool is_kind_line(const PaperLine& line);
bool begins_recipients(std::string_view line);
bool begins_signature(std::string_view line);
bool begins_annex(std::string_view line);

/// Whether the folded line begins with the folded words.
bool begins_with_words(std::string_view line, std::string_view words);

}  // namespace plantool
