#include "support/office_file.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <cstdint>

namespace plantool::testing {
namespace {

void put(std::string& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) {
        out += static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
}

std::string packed(const std::string& bytes) {
    z_stream stream{};
    std::string out(bytes.size() + bytes.size() / 100 + 64, '\0');
    if (::deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

constexpr auto kXml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr auto kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::vector<std::pair<std::string, std::string>>& kinds) {
    auto out = fmt::format(
        R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)",
        kXml);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        out += fmt::format(R"(<Relationship Id="rId{}" Type="{}{}" Target="{}"/>)", i + 1, kTypes,
                           kinds[i].first, kinds[i].second);
    }
    return out + "</Relationships>";
}

std::string book_xml(std::string_view root, std::string_view inner) {
    return fmt::format(
        R"({0}<{1} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{2}</{1}>)",
        kXml, root, inner);
}

std::string word_xml(std::string_view root, std::string_view inner) {
    return fmt::format(
        R"({0}<w:{1} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{2}</w:{1}>)",
        kXml, root, inner);
}

}  // namespace

std::string zip_of(const std::vector<FilePart>& parts) {
    std::string out;
    std::string directory;
    for (const auto& part : parts) {
        const auto at = out.size();
        const auto inside = packed(part.bytes);
        std::string facts;
        put(facts, 20, 2);  // version
        put(facts, 0, 2);   // flags
        put(facts, 8, 2);   // deflated
        put(facts, 0, 4);   // time
        put(facts,
            ::crc32(0, reinterpret_cast<const Bytef*>(part.bytes.data()),
                    static_cast<uInt>(part.bytes.size())),
            4);
        put(facts, inside.size(), 4);
        put(facts, part.bytes.size(), 4);
        put(facts, part.name.size(), 2);
        put(facts, 0, 2);  // extra
        out += "PK\x03\x04" + facts + part.name + inside;
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        directory += facts;
        put(directory, 0, 2 + 2 + 2 + 4);
        put(directory, at, 4);
        directory += part.name;
    }
    const auto start = out.size();
    out += directory + "PK\x05\x06";
    put(out, 0, 4);
    put(out, parts.size(), 2);
    put(out, parts.size(), 2);
    put(out, directory.size(), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

std::string book_of(const BookParts& parts) {
    return zip_of({
        {"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})},
        {"xl/_rels/workbook.xml.rels", relationships({{"worksheet", "worksheets/sheet1.xml"},
                                                      {"sharedStrings", "/xl/sharedStrings.xml"},
                                                      {"styles", "styles.xml"}})},
        {"xl/workbook.xml",
         book_xml(
             "workbook",
             fmt::format(
                 R"(<workbookPr {}/><sheets><sheet name="Biểu 1" sheetId="7" {} r:id="rId1"/></sheets>)",
                 parts.properties, parts.state))},
        {"xl/sharedStrings.xml", book_xml("sst", parts.strings)},
        {"xl/styles.xml",
         book_xml("styleSheet",
                  fmt::format("<numFmts>{}</numFmts><fonts>{}</fonts><cellXfs>{}</cellXfs>",
                              parts.number_formats, parts.fonts, parts.cell_formats))},
        {"xl/worksheets/sheet1.xml",
         book_xml("worksheet",
                  fmt::format("<sheetData>{}</sheetData>{}", parts.rows, parts.behind_rows))},
    });
}

std::string word_of(const WordParts& parts) {
    return zip_of({
        {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
        {"word/_rels/document.xml.rels", relationships({{"numbering", "numbering.xml"},
                                                        {"styles", "styles.xml"},
                                                        {"header", "header1.xml"}})},
        {"word/document.xml", word_xml("document", "<w:body>" + parts.body + "</w:body>")},
        {"word/numbering.xml", word_xml("numbering", parts.numbering)},
        {"word/styles.xml", word_xml("styles", parts.styles)},
        {"word/header1.xml", word_xml("hdr", parts.page_head)},
    });
}

std::string paragraph(std::string_view text) {
    return fmt::format(R"(<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>)", text);
}

}  // namespace plantool::testing
