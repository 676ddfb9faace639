// The head of the paper and its end.

#include <algorithm>

#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/report/word/word_pieces.hpp"

namespace plantool::report_word {
namespace {

using namespace word;

constexpr double kLetterAbout = 12;  ///< points (Nghị định 30/2020, Phụ lục I; Hướng dẫn 36)

/// Bold capitals of Times New Roman are some seven tenths as wide as they are high, small letters
/// half as wide.
Twips width_of(const std::string& text, double points) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto from = at;
        next_code_point(text, at);
        const auto letter = text.substr(from, at - from);
        const bool capital = to_lower(letter) != letter;
        width += letter == " " ? 0.25 : capital ? 0.7 : 0.5;
    }
    return twips_of_points(width * points);
}

/// A rule of that length in the middle of a column.
Paragraph rule(Twips column, Twips length) {
    const Twips side = std::max(0, (column - length) / 2);
    return {.style = style::kRule,
            .look = {.ruled = true, .indent = Indent{.left = side, .right = side}}};
}

double points_of(const HeadLine& line, bool right, std::size_t bold_before, const Norm& norm) {
    if (line.italic) return norm.day;
    if (!line.bold) return norm.number;
    if (!right) return norm.issuer;
    return bold_before == 0 ? norm.name_of_power : norm.motto;
}

Cell half(const std::vector<HeadLine>& lines, bool right, Twips column, const Norm& norm) {
    Cell cell;
    std::size_t bold = 0;
    for (const auto& of : lines) {
        if (of.text.empty()) continue;
        const auto points = points_of(of, right, bold, norm);
        auto text = of.text;
        // What joins it to the next name stays with its last word.
        if (text.ends_with(" -")) text.replace(text.size() - 2, 1, "\u00A0");
        cell.paragraphs.push_back(
            line(style::kHead, text, {.bold = of.bold, .italic = of.italic, .points = points}));
        if (of.bold) ++bold;
        if (of.underline) cell.paragraphs.push_back(rule(column, width_of(of.text, points)));
    }
    return cell;
}

/// As wide as the longest of its lines that must not be parted, as far as the other half can spare.
Twips right_half(const std::vector<HeadLine>& lines, Twips page, const Norm& norm) {
    constexpr Twips kBesideText = 240;
    Twips widest = 0;
    std::size_t bold = 0;
    for (const auto& line : lines) {
        const auto points = points_of(line, true, bold, norm);
        widest = std::max(widest, width_of(line.text, points) + kBesideText);
        if (line.bold) ++bold;
    }
    return std::clamp(widest, page * 54 / 100, page * 62 / 100);
}

/// The number and the day stand on one level, below whatever is above them.
void add_halves(Document& document, const SignedPaper& paper, const Norm& norm) {
    const auto page = upright_page();
    const Twips right = right_half(paper.head.right, page.text_width(), norm);
    const Twips left = page.text_width() - right;
    auto above_left = paper.head.left;
    auto above_right = paper.head.right;
    const HeadLine number = above_left.back();
    const HeadLine day = above_right.back();
    above_left.pop_back();
    above_right.pop_back();
    auto issuer = half(above_left, false, left, norm);
    if (norm.layout == PaperLayout::nd30) {
        issuer.paragraphs.push_back(rule(left, left * 2 / 5));
    }
    Table table{.widths = {left, right}, .grid = false};
    table.rows.push_back({{issuer, half(above_right, true, right, norm)}});
    auto foot_left = half({number}, false, left, norm);
    if (paper.kind.empty()) {
        // A letter has no name of a kind: what it is about stands below its number.
        foot_left.paragraphs.push_back(line(style::kHead, paper.about, {.points = kLetterAbout}));
    }
    auto foot_right = half({day}, true, right, norm);
    for (auto* cell : {&foot_left, &foot_right}) {
        for (auto& paragraph : cell->paragraphs) {
            paragraph.look.spacing = Spacing{.before = twips_of_points(4)};
        }
    }
    table.rows.push_back({{foot_left, foot_right}});
    document.add(table);
}

std::vector<Paragraph> recipients_of(const SignedPaper& paper, const Norm& norm,
                                     Language language) {
    std::vector<Paragraph> out;
    if (paper.recipients.empty()) return out;
    const bool party = is_of_party(norm.layout);
    out.push_back(
        line(style::kSentTo, say(Word::paper_recipients, language),
             {.bold = !party, .italic = !party, .underline = party, .points = norm.sent_to}));
    for (const auto& recipient : paper.recipients) {
        const bool last = &recipient == &paper.recipients.back();
        auto text = "- " + recipient;
        while (text.ends_with('.') || text.ends_with(';') || text.ends_with(',')) text.pop_back();
        out.push_back(line(style::kSentTo, text + (last ? "." : party ? "," : ";")));
    }
    // All of them on one page.
    for (std::size_t i = 0; i + 1 < out.size(); ++i) out[i].look.keep_next = true;
    return out;
}

/// The line broken nearest to its middle, where it is too long for the column.
std::string balanced(const std::string& text, Twips column) {
    constexpr double kPoints = 14;
    if (width_of(text, kPoints) <= column) return text;
    std::size_t best = std::string::npos;
    const auto off_middle = [&](std::size_t at) {
        return at * 2 > text.size() ? at * 2 - text.size() : text.size() - at * 2;
    };
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        if (best == std::string::npos || off_middle(at) < off_middle(best)) best = at;
    }
    auto out = text;
    if (best != std::string::npos) out[best] = '\n';
    return out;
}

std::vector<Paragraph> capacity_of(const PaperSignature& signature, Twips column) {
    std::vector<Paragraph> out;
    for (const auto& text : signature.capacity) {
        out.push_back(line(style::kCapacity, balanced(text, column), {.bold = true}));
    }
    return out;
}

std::vector<Paragraph> name_of(const PaperSignature& signature) {
    return {line(style::kCapacity, signature.name, {.bold = true})};
}

/// Room to sign, which the paragraphs of a style that keeps with the next hold together.
std::vector<Paragraph> room() {
    return {3, line(style::kCapacity, "")};
}

void add_one_signature(Document& document, const SignedPaper& paper, const Norm& norm,
                       Language language) {
    const Twips width = upright_page().text_width();
    const Twips left = width / 2;
    Cell right;
    if (!paper.signatures.empty()) {
        const auto& signature = paper.signatures.front();
        right.paragraphs = capacity_of(signature, width - left);
        for (auto& paragraph : room()) right.paragraphs.push_back(paragraph);
        for (auto& paragraph : name_of(signature)) right.paragraphs.push_back(paragraph);
    }
    Table table{.widths = {left, width - left}, .grid = false};
    table.rows.push_back({{{.paragraphs = recipients_of(paper, norm, language)}, right}});
    document.add(table);
}

std::size_t lines_in(const std::vector<Paragraph>& paragraphs) {
    std::size_t lines = paragraphs.size();
    for (const auto& paragraph : paragraphs) {
        for (const auto& run : paragraph.runs) {
            lines += static_cast<std::size_t>(std::count(run.text.begin(), run.text.end(), '\n'));
        }
    }
    return lines;
}

/// Two beside those who get the paper, level at their names. In one row, which no page parts.
void add_two_signatures(Document& document, const SignedPaper& paper, const Norm& norm,
                        Language language) {
    const Twips width = upright_page().text_width();
    const Twips left = width * 36 / 100;
    const Twips column = (width - left) / 2;
    std::vector<std::vector<Paragraph>> capacities;
    std::size_t height = 0;
    for (const auto& signature : paper.signatures) {
        capacities.push_back(capacity_of(signature, column));
        height = std::max(height, lines_in(capacities.back()));
    }
    Row row{{{.paragraphs = recipients_of(paper, norm, language)}}};
    for (std::size_t i = 0; i < capacities.size(); ++i) {
        Cell cell{.paragraphs = capacities[i]};
        for (auto lines = lines_in(cell.paragraphs); lines < height; ++lines) {
            cell.paragraphs.push_back(line(style::kCapacity, ""));
        }
        for (const auto& more : {room(), name_of(paper.signatures[i])}) {
            cell.paragraphs.insert(cell.paragraphs.end(), more.begin(), more.end());
        }
        row.cells.push_back(std::move(cell));
    }
    document.add(Table{.widths = {left, column, column}, .rows = {row}, .grid = false});
}

/// Three beside one another; their names are level.
void add_many_signatures(Document& document, const SignedPaper& paper) {
    constexpr std::size_t kCount = 3;
    const auto width = upright_page().text_width() / static_cast<int>(kCount);
    for (std::size_t from = 0; from < paper.signatures.size(); from += kCount) {
        Table table{.widths = std::vector<Twips>(kCount, width), .grid = false};
        Row capacities;
        Row rooms;
        Row names;
        for (std::size_t i = from; i < from + kCount; ++i) {
            const bool there = i < paper.signatures.size();
            const auto& signature = paper.signatures[there ? i : from];
            capacities.cells.push_back({there ? capacity_of(signature, width) : room()});
            rooms.cells.push_back({room()});
            names.cells.push_back({there ? name_of(signature) : room()});
        }
        table.rows = {capacities, rooms, names};
        document.add(table);
        document.add(line(style::kHead, ""));
    }
}

}  // namespace

Paragraph line(std::string style, std::string text, RunLook look) {
    Paragraph out{.style = std::move(style)};
    if (!text.empty()) out.runs.push_back({std::move(text), look});
    return out;
}

void add_head(Document& document, const SignedPaper& paper, const Norm& norm) {
    add_halves(document, paper, norm);
    if (paper.kind.empty()) return document.add(line(style::kHead, ""));
    document.add(line(style::kKind, paper.kind));
    document.add(line(style::kAbout, paper.about));
    const Twips width = upright_page().text_width();
    if (is_of_party(norm.layout)) {
        auto dashes = line(style::kAbout, "-----");
        dashes.look.spacing = Spacing{.after = twips_of_points(10)};
        document.add(dashes);
    } else {
        document.add(rule(width, width / 4));
        document.add(line(style::kHead, ""));
    }
}

void add_foot(Document& document, const SignedPaper& paper, const Norm& norm, Language language) {
    auto gap = line(style::kHead, "");
    gap.look.keep_next = true;
    document.add(gap);
    if (paper.signatures.size() < 2) {
        return add_one_signature(document, paper, norm, language);
    }
    if (paper.signatures.size() == 2) {
        return add_two_signatures(document, paper, norm, language);
    }
    add_many_signatures(document, paper);
    for (const auto& paragraph : recipients_of(paper, norm, language)) document.add(paragraph);
}

}  // namespace plantool::report_word
