#include "write/markdown.hpp"

#include <fmt/format.h>

#include "write/markdown_escape.hpp"
#include "write/markdown_parts.hpp"
#include "write/report_words.hpp"

namespace plantool {
namespace markdown {

std::string table(std::string_view alignment, const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& rows) {
    const auto line = [](const std::vector<std::string>& cells) {
        std::string out = "|";
        for (const auto& cell : cells) out += " " + cell + " |";
        return out + "\n";
    };
    std::string out = line(header) + "|";
    for (const char c : alignment) out += c == 'r' ? "---:|" : c == 'c' ? ":---:|" : "---|";
    out += "\n";
    for (const auto& row : rows) out += line(row);
    return out + "\n";
}

std::string heading(int level, std::string_view text) {
    return fmt::format("{} {}\n\n", std::string(static_cast<std::size_t>(level), '#'), text);
}

std::string bullets(const std::vector<std::string>& entries) {
    std::string out;
    for (const auto& entry : entries) out += "- " + entry + "\n";
    return out.empty() ? out : out + "\n";
}

std::string paragraph(std::string_view markdown) {
    return fmt::format("{}\n\n", markdown);
}

namespace {

std::string bold(std::string_view text) {
    const auto escaped = escape_markdown(text);
    return escaped.empty() ? escaped : "**" + escaped + "**";
}

std::string head_line(const HeadLine& line) {
    if (line.bold) return bold(line.text);
    const auto escaped = escape_markdown(line.text);
    return line.italic ? "*" + escaped + "*" : escaped;
}

std::string head(const Context& c) {
    const auto head = paper_head(c.report, c.language);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < head.left.size(); ++i) {
        rows.push_back({head_line(head.left[i]), head_line(head.right[i])});
    }
    const auto first = rows.front();
    rows.erase(rows.begin());
    return table("cc", first, rows);
}

std::string notes(const Context& c) {
    std::string out;
    for (const auto& line : note_lines(c.report, c.language)) {
        out += paragraph(
            fmt::format("> **{}** {}", c.say("Ghi chú:", "Note:"), escape_markdown(line)));
    }
    return out;
}

}  // namespace
}  // namespace markdown

std::string to_markdown(const Report& report, Language language) {
    const markdown::Context c{report, language};
    return markdown::head(c) + markdown::heading(1, c.say("BÁO CÁO", "REPORT")) +
           markdown::paragraph(markdown::bold(report_title(report, language))) +
           markdown::notes(c) + markdown::paragraph(escape_markdown(opening(report, language))) +
           markdown::body(c) + markdown::closing(c);
}

}  // namespace plantool
