// SARIF 2.1.0 (OASIS), as code hosts and editors take it.

#include <fmt/format.h>

#include <algorithm>

#include "write/findings/findings.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

std::string_view level_of(Severity severity) {
    return severity == Severity::info ? "note" : severity_name(severity);
}

/// A path as a relative reference (RFC 3986): everything but its plain letters percent-encoded.
std::string uri_of(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool plain = letter || (c >= '0' && c <= '9') ||
                           std::string_view("/-._~").find(c) != std::string_view::npos;
        if (plain) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    json.begin_object();
    json.member("text", text);
    json.end_object();
}

void write_rules(JsonWriter& json) {
    json.key("rules");
    json.begin_array(Layout::lines);
    for (const auto& code : all_codes()) {
        json.begin_object();
        json.member("id", code.id);
        json.member("name", code.slug);
        write_text(json, "shortDescription", code.title);
        json.key("defaultConfiguration");
        json.begin_object();
        json.member("level", level_of(code.severity));
        json.end_object();
        json.end_object();
    }
    json.end_array();
}

void write_tool(JsonWriter& json) {
    json.key("tool");
    json.begin_object();
    json.key("driver");
    json.begin_object(Layout::lines);
    json.member("name", "plantool");
    json.member("version", PLANTOOL_VERSION);
    write_rules(json);
    json.end_object();
    json.end_object();
}

void write_location(JsonWriter& json, const Place& place, std::string_view message = {}) {
    json.begin_object();
    json.key("physicalLocation");
    json.begin_object();
    json.key("artifactLocation");
    json.begin_object();
    json.member("uri", uri_of(place.file));
    json.end_object();
    json.key("region");
    json.begin_object();
    json.member("startLine", place.line);
    json.member("startColumn", place.column);
    json.member("endLine", place.end_line);
    json.member("endColumn", place.end_column);
    json.end_object();
    json.end_object();
    if (!message.empty()) write_text(json, "message", message);
    json.end_object();
}

void write_result(JsonWriter& json, const Diagnostic& d, Language language) {
    json.begin_object();
    json.member("ruleId", info(d.code).id);
    json.member("ruleIndex", static_cast<std::int64_t>(d.code));
    json.member("level", level_of(d.severity));
    write_text(json, "message", in_one_line(d, language));
    json.key("locations");
    json.begin_array();
    if (!d.file.empty()) write_location(json, d);
    json.end_array();
    if (!d.notes.empty()) {
        json.key("relatedLocations");
        json.begin_array();
        for (const auto& note : d.notes) {
            write_location(json, note.place, say(note.message, language));
        }
        json.end_array();
    }
    json.end_object();
}

}  // namespace

std::string to_sarif(const Diagnostics& diagnostics, Language language) {
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.member("version", "2.1.0");
    json.key("runs");
    json.begin_array();
    json.begin_object(Layout::lines);
    write_tool(json);
    json.member("columnKind", "unicodeCodePoints");
    json.key("results");
    json.begin_array(Layout::lines);
    for (const auto& d : diagnostics.all()) write_result(json, d, language);
    json.end_array();
    json.end_object();
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

}  // namespace plantool
