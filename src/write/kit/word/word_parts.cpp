// The parts of the package: their kinds, how they hang together, the document's properties.

#include "write/kit/word/word_parts.hpp"

#include <fmt/format.h>

#include <array>

#include "write/kit/book/zip_check.hpp"
#include "write/kit/word/word_text.hpp"
#include "write/kit/word/word_xml.hpp"

namespace plantool::word {
namespace {

constexpr const char* kOffice = "application/vnd.openxmlformats-officedocument.";
constexpr const char* kPackage = "application/vnd.openxmlformats-package.";
constexpr const char* kRelation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string content_types_xml() {
    pugi::xml_document xml;
    const auto root = xml.append_child("Types");
    set(root, "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    const auto by_ending = [&](std::string_view ending, const std::string& type) {
        const auto node = add(root, "Default");
        set(node, "Extension", ending);
        set(node, "ContentType", type);
    };
    const auto part = [&](std::string_view name, const std::string& type) {
        const auto node = add(root, "Override");
        set(node, "PartName", name);
        set(node, "ContentType", type);
    };
    const auto word = [&](std::string_view name, std::string_view kind) {
        part(name, fmt::format("{}wordprocessingml.{}+xml", kOffice, kind));
    };
    by_ending("rels", fmt::format("{}relationships+xml", kPackage));
    by_ending("xml", "application/xml");
    word("/word/document.xml", "document.main");
    word("/word/styles.xml", "styles");
    word("/word/numbering.xml", "numbering");
    word("/word/settings.xml", "settings");
    word("/word/header1.xml", "header");
    part("/docProps/core.xml", fmt::format("{}core-properties+xml", kPackage));
    part("/docProps/app.xml", fmt::format("{}extended-properties+xml", kOffice));
    return xml_of(xml);
}

struct Relation {
    std::string type;
    std::string target;
};

/// Their ids are rId1, rId2 and so on.
template <std::size_t N>
std::string relations_xml(const std::array<Relation, N>& relations) {
    pugi::xml_document xml;
    const auto root = xml.append_child("Relationships");
    set(root, "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    int number = 0;
    for (const auto& relation : relations) {
        const auto node = add(root, "Relationship");
        set(node, "Id", fmt::format("rId{}", ++number));
        set(node, "Type", relation.type);
        set(node, "Target", relation.target);
    }
    return xml_of(xml);
}

std::string package_relations_xml() {
    return relations_xml(
        std::array{Relation{fmt::format("{}officeDocument", kRelation), "word/document.xml"},
                   Relation{"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                            "core-properties",
                            "docProps/core.xml"},
                   Relation{fmt::format("{}extended-properties", kRelation), "docProps/app.xml"}});
}

/// The header's is the fourth: sections name it.
std::string document_relations_xml() {
    return relations_xml(
        std::array{Relation{fmt::format("{}styles", kRelation), "styles.xml"},
                   Relation{fmt::format("{}numbering", kRelation), "numbering.xml"},
                   Relation{fmt::format("{}settings", kRelation), "settings.xml"},
                   Relation{fmt::format("{}header", kRelation), "header1.xml"}});
}

void add_text_element(Node parent, const char* name, const std::string& text) {
    auto node = add(parent, name);
    node.append_child(pugi::node_pcdata).set_value(xml_text(text).c_str());
}

std::string core_properties_xml(const Document& document) {
    pugi::xml_document xml;
    const auto root = xml.append_child("cp:coreProperties");
    set(root, "xmlns:cp",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    set(root, "xmlns:dcterms", "http://purl.org/dc/terms/");
    set(root, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    const auto& of = document.properties;
    add_text_element(root, "dc:title", of.title);
    add_text_element(root, "dc:subject", of.subject);
    add_text_element(root, "dc:creator", of.author);
    add_text_element(root, "dc:language", document.language == Language::vi ? "vi-VN" : "en-GB");
    const auto day = format_date(of.created) + "T00:00:00Z";
    for (const auto* name : {"dcterms:created", "dcterms:modified"}) {
        auto node = add(root, name);
        set(node, "xsi:type", "dcterms:W3CDTF");
        node.append_child(pugi::node_pcdata).set_value(day.c_str());
    }
    return xml_of(xml);
}

std::string app_properties_xml(const Document& document) {
    pugi::xml_document xml;
    const auto root = xml.append_child("Properties");
    set(root, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    add_text_element(root, "Application", "plantool");
    add_text_element(root, "Company", document.properties.company);
    return xml_of(xml);
}

std::string settings_xml(const Document& document) {
    pugi::xml_document xml;
    const auto root = word_root(xml, "w:settings");
    set(add(root, "w:zoom"), "w:percent", 100);
    add_value(root, "w:defaultTabStop", 720);
    add_value(root, "w:characterSpacingControl", "doNotCompress");
    const auto compat = add(root, "w:compat");
    // A line that ends with a break inside a paragraph is not drawn out to the margin.
    add(compat, "w:doNotExpandShiftReturn");
    const auto compatible = add(compat, "w:compatSetting");
    set(compatible, "w:name", "compatibilityMode");
    set(compatible, "w:uri", "http://schemas.microsoft.com/office/word");
    set(compatible, "w:val", 15);
    set(add(root, "w:themeFontLang"), "w:val",
        document.language == Language::vi ? "vi-VN" : "en-GB");
    const bool comma = document.language == Language::vi;
    add_value(root, "w:decimalSymbol", comma ? "," : ".");
    add_value(root, "w:listSeparator", comma ? ";" : ",");
    return xml_of(xml);
}

}  // namespace

std::vector<Part> parts_of(const Document& document) {
    return {{"[Content_Types].xml", content_types_xml()},
            {"_rels/.rels", package_relations_xml()},
            {"docProps/core.xml", core_properties_xml(document)},
            {"docProps/app.xml", app_properties_xml(document)},
            {"word/_rels/document.xml.rels", document_relations_xml()},
            {"word/document.xml", document_xml(document)},
            {"word/styles.xml", styles_xml(document)},
            {"word/numbering.xml", numbering_xml(document)},
            {"word/settings.xml", settings_xml(document)},
            {"word/header1.xml", header_xml(document)}};
}

void write_document(const Document& document, const AtomicFile& file) {
    write_package(parts_of(document), file);
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool::word
