#include "write/kit/word/word_xml.hpp"

#include <sstream>

namespace plantool::word {
namespace {

const char* align_name(Align align) {
    switch (align) {
        case Align::left:
            return "left";
        case Align::center:
            return "center";
        case Align::right:
            return "right";
        case Align::both:
            return "both";
    }
    return "left";
}

void add_spacing(Node properties, const Spacing& spacing) {
    const auto node = add(properties, "w:spacing");
    set(node, "w:before", spacing.before);
    set(node, "w:after", spacing.after);
    set(node, "w:line", spacing.line);
    set(node, "w:lineRule", spacing.exact ? "exact" : "auto");
}

void add_indent(Node properties, const Indent& indent) {
    const auto node = add(properties, "w:ind");
    set(node, "w:left", indent.left);
    set(node, "w:right", indent.right);
    set(node, "w:firstLine", indent.first_line);
}

void add_numbering(Node properties, const Numbering& numbering) {
    const auto node = add(properties, "w:numPr");
    add_value(node, "w:ilvl", numbering.level);
    add_value(node, "w:numId", numbering.list + 1);
}

void add_rule(Node properties) {
    const auto bottom = add(add(properties, "w:pBdr"), "w:bottom");
    set(bottom, "w:val", "single");
    set(bottom, "w:sz", 6);
    set(bottom, "w:space", 1);
    set(bottom, "w:color", "auto");
}

}  // namespace

Node add(Node parent, const char* name) {
    return parent.append_child(name);
}

void set(Node node, const char* attribute, std::string_view value) {
    node.append_attribute(attribute).set_value(std::string(value).c_str());
}

void set(Node node, const char* attribute, int value) {
    node.append_attribute(attribute).set_value(value);
}

void add_value(Node parent, const char* name, std::string_view value) {
    set(add(parent, name), "w:val", value);
}

void add_value(Node parent, const char* name, int value) {
    set(add(parent, name), "w:val", value);
}

std::string xml_of(const pugi::xml_document& document) {
    std::ostringstream out;
    out << R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" << '\n';
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(out).str();
}

Node word_root(pugi::xml_document& document, const char* name) {
    const auto root = document.append_child(name);
    set(root, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    set(root, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    return root;
}

void add_paragraph_properties(Node parent, std::string_view style, const ParagraphLook& look) {
    const auto node = add(parent, "w:pPr");
    if (!style.empty()) add_value(node, "w:pStyle", style);
    if (look.keep_next) add(node, "w:keepNext");
    if (look.keep_lines) add(node, "w:keepLines");
    if (look.numbering) add_numbering(node, *look.numbering);
    if (look.ruled) add_rule(node);
    if (look.spacing) add_spacing(node, *look.spacing);
    if (look.indent) add_indent(node, *look.indent);
    if (look.align) add_value(node, "w:jc", align_name(*look.align));
    if (look.outline) add_value(node, "w:outlineLvl", *look.outline);
    if (!node.first_child()) parent.remove_child(node);
}

void add_run_properties(Node parent, const RunLook& look) {
    const auto node = add(parent, "w:rPr");
    if (look.bold) {
        add(node, "w:b");
        add(node, "w:bCs");
    }
    if (look.italic) {
        add(node, "w:i");
        add(node, "w:iCs");
    }
    if (look.points) {
        const auto half_points = static_cast<int>(*look.points * 2);
        add_value(node, "w:sz", half_points);
        add_value(node, "w:szCs", half_points);
    }
    if (look.underline) add_value(node, "w:u", "single");
    if (!node.first_child()) parent.remove_child(node);
}

}  // namespace plantool::word
