#include "write/report/word/word_norm.hpp"

namespace plantool::report_word {
namespace {

using namespace word;

constexpr Twips kFirstLine = twips_of_mm(10);

/// Between lines and paragraphs of the text: the newer norm gives lines of exactly 18 points.
Spacing body_spacing(const Norm& norm) {
    if (norm.layout == PaperLayout::dang_05) {
        return {
            .before = 0, .after = twips_of_points(6), .line = twips_of_points(18), .exact = true};
    }
    return {.before = 0, .after = twips_of_points(6), .line = 264};
}

constexpr Spacing kTight{};

Style centred(const char* id, const char* name, double points, Spacing spacing) {
    return {.id = id,
            .name = name,
            .based_on = style::kBody,
            .next = style::kBody,
            .paragraph = {.align = Align::center,
                          .keep_next = true,
                          .keep_lines = true,
                          .spacing = spacing,
                          .indent = Indent{}},
            .run = {.bold = true, .points = points}};
}

Style tight(const char* id, const char* name, double points, Align align) {
    return {.id = id,
            .name = name,
            .based_on = style::kBody,
            .paragraph = {.align = align, .spacing = kTight, .indent = Indent{}},
            .run = {.points = points}};
}

Style heading(const char* id, const char* name, int level) {
    return {
        .id = id,
        .name = name,
        .based_on = style::kBody,
        .next = style::kBody,
        .paragraph = {.keep_next = true,
                      .keep_lines = true,
                      .spacing = Spacing{.before = twips_of_points(6), .after = twips_of_points(6)},
                      .numbering = Numbering{0, level},
                      .outline = level},
        .run = {.bold = true}};
}

}  // namespace

Norm norm_of(PaperLayout layout) {
    Norm norm;
    norm.layout = layout;
    if (layout == PaperLayout::nd30) return norm;
    norm.name_of_power = 15;
    norm.issuer = 14;
    norm.number = 14;
    norm.kind = 16;
    norm.sent_to = layout == PaperLayout::dang_36 ? 14 : 12;
    norm.recipients = 12;
    return norm;
}

std::vector<Style> styles_of(const Norm& norm) {
    const auto points = twips_of_points;
    std::vector<Style> styles = {
        {.id = style::kBody,
         .name = "Normal",
         .paragraph = {.align = Align::both,
                       .spacing = body_spacing(norm),
                       .indent = Indent{.first_line = kFirstLine}}},
        heading(style::kPart, "heading 1", 0),
        heading(style::kTask, "heading 2", 1),
        {.id = style::kDash,
         .name = "List Bullet",
         .based_on = style::kBody,
         .paragraph = {.numbering = Numbering{1, 0}}},
        centred(style::kKind, "Title", norm.kind, {.before = points(14)}),
        centred(style::kAbout, "Subtitle", norm.about, kTight),
        tight(style::kHead, "Paper Head", 14, Align::center),
        tight(style::kRule, "Paper Rule", 1, Align::center),
        {.id = style::kNote,
         .name = "Paper Note",
         .based_on = style::kBody,
         .run = {.italic = true, .points = 13}},
        tight(style::kCapacity, "Signature", 14, Align::center),
        tight(style::kSentTo, "Recipients", norm.recipients, Align::left),
        centred(style::kAnnex, "Annex Title", 14, kTight),
        centred(style::kAnnexNote, "Annex Note", 13, {.after = points(10)}),
        centred(style::kAnnexPart, "Annex Part", 13, {.before = points(10), .after = points(4)}),
        tight(style::kCell, "Table Cell", 12, Align::left),
        tight(style::kCellHead, "Table Heading", 12, Align::center),
        tight(style::kPageNumber, "header", 14, Align::center)};
    for (auto& s : styles) {
        if (s.id == style::kAnnex) s.paragraph.outline = 0;
        if (s.id == style::kAnnexNote) s.run = {.italic = true, .points = 13};
        if (s.id == style::kAnnexPart) s.paragraph.align = Align::left;
        if (s.id == style::kCellHead) s.run.bold = true;
        if (s.id == style::kCellHead) s.paragraph.keep_next = true;
        if (s.id == style::kCapacity) s.paragraph.keep_next = true;
        // A line of no height, to which the rule is fixed.
        if (s.id == style::kRule) s.paragraph.spacing = Spacing{.line = points(4), .exact = true};
        if (s.id == style::kCell || s.id == style::kCellHead) {
            s.paragraph.spacing = Spacing{.before = points(1), .after = points(1)};
        }
    }
    return styles;
}

std::vector<List> lists_of(const Norm& norm) {
    const bool dashed = norm.layout == PaperLayout::dang_05;
    const Indent indent{.first_line = kFirstLine};
    return {{{.format = "upperRoman",
              .text = dashed ? "%1-" : "%1.",
              .style = style::kPart,
              .indent = indent},
             {.format = "decimal", .text = "%2.", .style = style::kTask, .indent = indent}},
            {{.format = "bullet", .text = "-", .style = style::kDash, .indent = indent}}};
}

Page upright_page() {
    return {.width = twips_of_mm(210),
            .height = twips_of_mm(297),
            .top = twips_of_mm(20),
            .bottom = twips_of_mm(20),
            .left = twips_of_mm(30),
            .right = twips_of_mm(15),
            .header = twips_of_mm(10)};
}

Page lying_page() {
    return {.width = twips_of_mm(297),
            .height = twips_of_mm(210),
            .top = twips_of_mm(30),
            .bottom = twips_of_mm(15),
            .left = twips_of_mm(20),
            .right = twips_of_mm(20),
            .header = twips_of_mm(15),
            .landscape = true};
}

}  // namespace plantool::report_word
