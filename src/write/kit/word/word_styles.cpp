// word/styles.xml, word/numbering.xml, and the header that bears the page's number.

#include <fmt/format.h>

#include "write/kit/word/word_xml.hpp"

namespace plantool::word {
namespace {

std::string_view language_tag(Language language) {
    return language == Language::vi ? "vi-VN" : "en-GB";
}

void add_defaults(Node styles, const Document& document) {
    const auto defaults = add(styles, "w:docDefaults");
    const auto run = add(add(defaults, "w:rPrDefault"), "w:rPr");
    const auto fonts = add(run, "w:rFonts");
    for (const auto* script : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) {
        set(fonts, script, document.font);
    }
    const auto half_points = static_cast<int>(document.points * 2);
    add_value(run, "w:sz", half_points);
    add_value(run, "w:szCs", half_points);
    const auto language = add(run, "w:lang");
    set(language, "w:val", language_tag(document.language));
    set(language, "w:eastAsia", language_tag(document.language));
    add(defaults, "w:pPrDefault");
}

void add_level(Node list, const ListLevel& level, int number) {
    const auto node = add(list, "w:lvl");
    set(node, "w:ilvl", number);
    add_value(node, "w:start", 1);
    add_value(node, "w:numFmt", level.format);
    if (!level.style.empty()) add_value(node, "w:pStyle", level.style);
    add_value(node, "w:suff", "space");
    add_value(node, "w:lvlText", level.text);
    add_value(node, "w:lvlJc", "left");
    add_paragraph_properties(node, "", {.indent = level.indent});
}

void add_field(Node paragraph, const char* kind) {
    set(add(add(paragraph, "w:r"), "w:fldChar"), "w:fldCharType", kind);
}

}  // namespace

void add_style(Node styles, const Style& style, bool is_default) {
    const auto node = add(styles, "w:style");
    set(node, "w:type", "paragraph");
    if (is_default) set(node, "w:default", 1);
    set(node, "w:styleId", style.id);
    add_value(node, "w:name", style.name);
    if (!style.based_on.empty()) add_value(node, "w:basedOn", style.based_on);
    if (!style.next.empty()) add_value(node, "w:next", style.next);
    add(node, "w:qFormat");
    add_paragraph_properties(node, "", style.paragraph);
    add_run_properties(node, style.run);
}

std::string styles_xml(const Document& document) {
    pugi::xml_document xml;
    const auto root = word_root(xml, "w:styles");
    add_defaults(root, document);
    bool first = true;
    for (const auto& style : document.styles) {
        add_style(root, style, first);
        first = false;
    }
    return xml_of(xml);
}

std::string numbering_xml(const Document& document) {
    pugi::xml_document xml;
    const auto root = word_root(xml, "w:numbering");
    const auto count = static_cast<int>(document.lists.size());
    for (int i = 0; i < count; ++i) {
        const auto node = add(root, "w:abstractNum");
        set(node, "w:abstractNumId", i);
        add_value(node, "w:multiLevelType", "multilevel");
        int number = 0;
        for (const auto& level : document.lists[static_cast<std::size_t>(i)]) {
            add_level(node, level, number++);
        }
    }
    for (int i = 0; i < count; ++i) {
        const auto node = add(root, "w:num");
        set(node, "w:numId", i + 1);
        add_value(node, "w:abstractNumId", i);
    }
    return xml_of(xml);
}

std::string header_xml(const Document& document) {
    pugi::xml_document xml;
    const auto paragraph = add(word_root(xml, "w:hdr"), "w:p");
    add_paragraph_properties(paragraph, document.header_style, {});
    add_field(paragraph, "begin");
    auto code = add(add(paragraph, "w:r"), "w:instrText");
    set(code, "xml:space", "preserve");
    code.append_child(pugi::node_pcdata).set_value(" PAGE ");
    add_field(paragraph, "separate");
    add(add(paragraph, "w:r"), "w:t").append_child(pugi::node_pcdata).set_value("2");
    add_field(paragraph, "end");
    return xml_of(xml);
}

}  // namespace plantool::word
