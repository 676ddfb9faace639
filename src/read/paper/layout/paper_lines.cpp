#include "read/paper/layout/paper_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/paper/clean_text.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

constexpr std::size_t kWideBlank = 3;  // as many blanks part two columns

/// Where the first stretch of wide blanks or tabs begins behind a word; the size where there is
/// none.
std::size_t gap_in(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\t') return at;
        if (line[at] != ' ') continue;
        const auto end = std::min(line.find_first_not_of(' ', at), line.size());
        if (end - at >= kWideBlank || (end < line.size() && line[end] == '\t')) return at;
        at = end - 1;
    }
    return line.size();
}

/// The two halves of a line. One that begins beyond the middle has no left one.
void part_columns(std::string_view written, PaperLine& line) {
    constexpr std::size_t kHalf = 36;  // columns of plain text
    const auto start = written.find_first_not_of(" \t");
    if (start == std::string_view::npos) return;
    const auto lead = written.substr(0, start);
    const auto rest = written.substr(start);
    const auto gap = gap_in(rest);
    const bool beyond =
        gap == rest.size() && (lead.find('\t') != std::string_view::npos || start > kHalf);
    if (beyond) {
        line.right = one_line(rest);
        return;
    }
    line.text = one_line(rest.substr(0, gap));
    line.right = one_line(rest.substr(gap));
}

void add_table(const TextBlock& block, std::size_t index, std::vector<PaperLine>& out) {
    bool first = true;
    for (const auto& row : block.table.rows) {
        std::vector<std::vector<std::string>> columns;
        for (const auto& cell : row) {
            auto lines = lines_of(cell);
            if (!lines.empty() || columns.empty()) columns.push_back(std::move(lines));
        }
        std::size_t most = 0;
        for (const auto& column : columns) most = std::max(most, column.size());
        for (std::size_t i = 0; i < most; ++i) {
            PaperLine line;
            line.in_table = true;
            line.block = index;
            if (std::exchange(first, false)) line.table = &block.table;
            for (std::size_t column = 0; column < columns.size(); ++column) {
                if (i >= columns[column].size()) continue;
                auto& half = column == 0 ? line.text : line.right;
                if (!half.empty()) half += " ";
                half += one_line(columns[column][i]);
            }
            out.push_back(std::move(line));
        }
    }
}

/// The line without what is no letter or digit at its ends.
std::string_view bare(std::string_view line) {
    constexpr std::string_view kMarks = " *-_.:;()[]/";
    const auto first = line.find_first_not_of(kMarks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(kMarks) - first + 1);
}

std::string without_blanks(std::string_view text) {
    std::string out(text);
    out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
    return out;
}

/// Whether two texts begin with letters or digits of ASCII that fold_name keeps apart. A line is
/// asked for many words, and this spares folding it for each.
bool initials_differ(std::string_view a, std::string_view b) {
    const auto initial = [](std::string_view text) {
        const char c = text.empty() ? '\0' : text.front();
        const auto small = static_cast<char>(c | 0x20);
        if (small >= 'a' && small <= 'z') return small;
        return c >= '0' && c <= '9' ? c : '\0';  // of all else only fold_name knows
    };
    return initial(a) != '\0' && initial(b) != '\0' && initial(a) != initial(b);
}

/// The line as fold_name has it, which is right for the first `size` bytes and one more; what comes
/// after them may be cut off, for most of a line is of no concern.
std::string folded_beginning(std::string_view line, std::size_t size) {
    // A syllable, whose tone may have moved, fits into it.
    constexpr std::size_t kSyllable = 32;
    auto end = 3 * size + 2 * kSyllable;
    if (end >= line.size()) return fold_name(line);
    while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    auto folded = fold_name(line.substr(0, end));
    // Blanks and invisible letters are none of it, however many there are.
    return folded.size() > size + kSyllable ? folded : fold_name(line);
}

template <std::size_t N>
bool begins_with_one_of(std::string_view line, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return begins_with_words(line, word); });
}

}  // namespace

std::vector<PaperLine> lines_of_blocks(const std::vector<TextBlock>& blocks) {
    std::vector<PaperLine> out;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto& block = blocks[i];
        if (block.kind == TextBlock::Kind::table) {
            add_table(block, i, out);
            continue;
        }
        std::string_view rest = block.text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            PaperLine line;
            line.bold = block.bold;
            line.heading_level = block.heading_level;
            line.block = i;
            part_columns(rest.substr(0, end), line);
            if (!line.text.empty() || !line.right.empty()) out.push_back(std::move(line));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return out;
}

bool begins_with_words(std::string_view line, std::string_view words) {
    if (initials_differ(line, words)) return false;
    const auto wanted = fold_name(words);
    const auto folded = folded_beginning(line, wanted.size());
    if (!folded.starts_with(wanted)) return false;
    if (folded.size() == wanted.size()) return true;
    const char next = folded[wanted.size()];
    return (next & 0x80) == 0 && !(next >= 'a' && next <= 'z') && !(next >= '0' && next <= '9');
}

bool is_in_capitals(std::string_view line) {
    return to_upper(line) == line && fold_without_diacritics(line).find_first_of(
                                         "abcdefghijklmnopqrstuvwxyz") != std::string::npos;
}

bool is_rule(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const auto c = next_code_point(line, at);
        const bool mark = c == U'-' || c == U'_' || c == U'*' || c == U'=' || c == U'.' ||
                          c == U'~' || c == U'…' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 ||
                          c == 0x2022 || is_space(c);
        if (!mark) return false;
    }
    return true;
}

bool is_secret_mark(std::string_view line) {
    constexpr std::string_view kLabel = "Độ mật:";
    auto mark = bare(line);
    if (mark.starts_with(kLabel)) mark = bare(mark.substr(kLabel.size()));
    // Letters may stand apart: M Ậ T.
    const auto folded = fold_name(without_blanks(mark));
    constexpr std::array<std::string_view, 3> kMarks = {"MẬT", "TỐI MẬT", "TUYỆT MẬT"};
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view known) {
        return folded == fold_name(without_blanks(known));
    });
}

bool is_state_name(std::string_view line) {
    constexpr std::array<std::string_view, 4> kNames = {
        "Cộng hòa xã hội chủ nghĩa", "Độc lập - Tự do", "Đảng cộng sản Việt Nam", "Việt Nam"};
    return begins_with_one_of(bare(line), kNames);
}

std::optional<std::string> number_in_line(std::string_view line) {
    if (!begins_with_words(line, "Số")) return std::nullopt;
    auto rest = trim(line.substr(line.find_first_of(" :") == std::string_view::npos
                                     ? line.size()
                                     : line.find_first_of(" :")));
    while (!rest.empty() && (rest.front() == ':' || rest.front() == ' ')) rest.remove_prefix(1);
    std::string written(rest);
    for (const std::string_view dash : {"–", "—", "‑", "‐"}) {
        for (auto at = written.find(dash); at != std::string::npos; at = written.find(dash)) {
            written.replace(at, dash.size(), "-");
        }
    }
    // Blanks stand around the marks, or where digits are to be written in by hand.
    std::string number;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const auto next = std::min(written.find_first_not_of(' ', at), written.size());
        if (next > at) {
            const char after = next < written.size() ? written[next] : '\0';
            const bool joined = after == '-' || after == '/' || number.empty() ||
                                number.back() == '-' || number.back() == '/';
            if (!joined) break;
            at = next - 1;
            continue;
        }
        number += written[at];
    }
    while (!number.empty() &&
           std::string_view(",;.:").find(number.back()) != std::string_view::npos) {
        number.pop_back();
    }
    const bool marked = number.find_first_of("-/") != std::string::npos;
    const bool digits = !number.empty() && number.front() >= '0' && number.front() <= '9';
    if (!marked && !digits)
        return rest.empty() || is_rule(rest) ? std::optional<std::string>("") : std::nullopt;
    if (!digits) return "";
    return number;
}

bool is_kind_line(const PaperLine& line) {
    constexpr std::size_t kLongest = 200;  // letters of a title that is one line
    if (line.in_table || line.text.size() + line.right.size() > kLongest * 2) return false;
    const auto& text = line.text.empty() ? line.right : line.text;
    if (!begins_with_words(text, "Báo cáo")) return false;
    if (fold_name(bare(text)) == fold_name("Báo cáo")) return true;
    if (text.starts_with("BÁO CÁO")) return true;
    return (line.bold || line.heading_level > 0) && !text.ends_with('.') && !text.ends_with(':');
}

bool begins_recipients(std::string_view line) {
    return begins_with_words(bare(line), "Nơi nhận");
}

bool begins_signature(std::string_view line) {
    constexpr std::size_t kLongestRole = 60;  // bytes
    if (!is_in_capitals(line)) return false;
    constexpr std::array<std::string_view, 8> kFor = {"TM", "T/M", "KT",  "K/T",
                                                      "TL", "T/L", "TUQ", "Q."};
    constexpr std::array<std::string_view, 17> kRoles = {
        "Giám đốc",       "Phó Giám đốc", "Chủ tịch",       "Phó Chủ tịch",    "Trưởng ban",
        "Phó Trưởng ban", "Bí thư",       "Phó Bí thư",     "Chánh Văn phòng", "Thủ trưởng",
        "Hiệu trưởng",    "Cục trưởng",   "Chi cục trưởng", "Trưởng phòng",    "Chỉ huy trưởng",
        "Chính ủy",       "Viện trưởng"};
    if (begins_with_one_of(line, kFor)) return true;
    return line.size() <= kLongestRole && begins_with_one_of(line, kRoles);
}

bool begins_annex(std::string_view line) {
    constexpr std::array<std::string_view, 3> kAnnexes = {"Phụ lục", "Biểu mẫu", "Biểu số"};
    return begins_with_one_of(line, kAnnexes);
}

}  // namespace plantool
