#include "read/paper/paper_facts.hpp"

#include <algorithm>
#include <array>

#include "read/paper/layout/paper_head.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "read/paper/layout/paper_sections.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

bool ends_body(const PaperLine& line) {
    return begins_recipients(line.text) || begins_recipients(line.right) ||
           begins_signature(line.text) || begins_signature(line.right);
}

/// Where the body ends: at who receives the paper, or who signs it.
std::size_t end_of_body(const std::vector<PaperLine>& lines, std::size_t first) {
    std::size_t table = first;  // the first line of the table that a line is of
    for (auto i = first; i < lines.size(); ++i) {
        if (!lines[i].in_table || i == 0 || lines[i].block != lines[i - 1].block) table = i;
        if (ends_body(lines[i])) return lines[i].in_table ? table : i;
    }
    return lines.size();
}

/// What stands behind the body: who signs; tables of annexes.
void read_end(const std::vector<PaperLine>& lines, std::size_t first, PaperFacts& facts) {
    bool recipients = false;
    bool annex = false;
    for (auto i = first; i < lines.size(); ++i) {
        const auto& line = lines[i];
        annex = annex || (i > first && begins_annex(line.text));
        if (line.table != nullptr && (annex || line.block != lines[first].block)) {
            annex = annex || !ends_body(line);
            if (annex) facts.annex_tables.push_back(*line.table);
        }
        if (annex) continue;
        if (!line.right.empty() && !begins_recipients(line.right)) {
            facts.signature_lines.push_back(line.right);
        }
        if (line.text.empty() || is_rule(line.text)) continue;
        if (begins_recipients(line.text)) recipients = true;
        // The column of those who receive it, or their list: then what stands below is a name.
        const bool item = line.text.starts_with('-') || begins_with_words(line.text, "Lưu") ||
                          begins_with_words(line.text, "Như trên");
        const bool listed = recipients && (line.in_table || item || !line.right.empty());
        if (!listed && !begins_recipients(line.text)) {
            facts.signature_lines.push_back(line.text);
            continue;
        }
        // One blank alone between the two columns.
        const auto mark = line.text.find_first_of(":;");
        if (mark == std::string::npos) continue;
        const auto behind = trim(std::string_view(line.text).substr(mark + 1));
        if (begins_signature(behind)) facts.signature_lines.emplace_back(behind);
    }
}

/// Behind `Kính gửi: …`, which is of the layout, and the list that may stand below it.
std::size_t behind_address(const std::vector<PaperLine>& lines, std::size_t first,
                           std::size_t end) {
    constexpr std::string_view kTo = "Kính gửi";
    if (first >= end || !begins_with_words(lines[first].text, kTo)) return first;
    // Without the colon it is a sentence, and may say more.
    const auto mark = lines[first].text.find(':');
    if (mark == std::string::npos || mark > kTo.size() + 2) return first;
    const bool list = lines[first].text.ends_with(':');
    for (++first; list && first < end; ++first) {
        if (!lines[first].text.starts_with('-') && !lines[first].text.starts_with("–")) break;
    }
    return first;
}

/// How papers begin and end, whatever they say.
bool is_formula(std::string_view paragraph) {
    constexpr std::array<std::string_view, 12> kBegin = {
        "Trên đây là", "Kính gửi",   "Kính thưa", "Trân trọng",   "Xin trân trọng", "Thân gửi",
        "Nơi nhận",    "Xin cảm ơn", "Cảm ơn",    "Kính báo cáo", "Kính đề nghị",   "Best regards"};
    const auto begins = std::any_of(kBegin.begin(), kBegin.end(), [&](std::string_view words) {
        return begins_with_words(paragraph, words);
    });
    return begins || paragraph.ends_with("như sau:") || paragraph.ends_with(":");
}

/// The sentences of a paragraph.
std::vector<std::string_view> sentences_of(std::string_view paragraph) {
    std::vector<std::string_view> out;
    while (!paragraph.empty()) {
        const auto stop = paragraph.find(". ");
        const auto end = stop == std::string_view::npos ? paragraph.size() : stop + 1;
        if (const auto one = trim(paragraph.substr(0, end)); !one.empty()) out.push_back(one);
        paragraph.remove_prefix(end);
    }
    return out;
}

}  // namespace

PaperFacts facts_of(const PaperText& text) {
    PaperFacts facts;
    auto lines = lines_of_blocks(text.blocks);
    const auto above = lines_of_blocks(text.page_heads);
    for (const auto& line : above) {
        facts.secret = facts.secret || is_secret_mark(line.text) || is_secret_mark(line.right);
    }
    // The whole head of a paper may stand above its text, as the head of the first page.
    const bool head_above = std::any_of(above.begin(), above.end(), [](const PaperLine& line) {
        return number_in_line(line.text).has_value();
    });
    if (head_above) {
        for (auto& line : lines) line.block += text.page_heads.size();
        lines.insert(lines.begin(), above.begin(), above.end());
    }
    const auto first = read_head(lines, facts);
    const auto end = end_of_body(lines, first);
    facts.sections = read_sections(lines, behind_address(lines, first, end), end);
    if (end < lines.size()) read_end(lines, end, facts);
    return facts;
}

bool says_nil(const PaperFacts& facts) {
    int said = 0;
    for (const auto& section : facts.sections) {
        if (!section.tables.empty()) return false;
        // A line that only looks like a heading, with nothing that parts it from a sentence.
        const auto& line = section.heading;
        const bool plain = !line.empty() && section.number.empty() && !is_in_capitals(line);
        if (plain && !is_formula(line)) return false;
        for (const auto& paragraph : section.paragraphs) {
            if (is_formula(paragraph)) continue;
            for (const auto sentence : sentences_of(paragraph)) {
                if (is_formula(sentence)) continue;
                if (!says_nothing_came_up(sentence)) return false;
                ++said;
            }
        }
    }
    return said > 0;
}

}  // namespace plantool
