#include "write/diagnostics.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "write/json.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

/// Percent-encodes what would end a property or the line.
std::string workflow_escape(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        const bool active =
            c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
        if (active) {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
    return out;
}

std::string_view workflow_level(Severity severity) {
    return severity == Severity::info ? "notice" : severity_name(severity);
}

}  // namespace

std::string to_json(const Diagnostics& diagnostics, const ValidationCounts& counts) {
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/diagnostics@1");
    json.member("files", counts.files);
    json.member("submissions", counts.submissions);
    const auto count = [&](Severity severity) {
        return static_cast<std::int64_t>(diagnostics.count(severity));
    };
    json.member("errors", count(Severity::error));
    json.member("warnings", count(Severity::warning));
    json.member("infos", count(Severity::info));
    json.key("diagnostics");
    json.begin_array(Layout::lines);
    for (const auto& d : diagnostics.all()) {
        json.begin_object();
        json.member("code", info(d.code).id);
        json.member("slug", info(d.code).slug);
        json.member("severity", severity_name(d.severity));
        json.member("message", d.message);
        json.member("file", d.file);
        json.member("line", d.line);
        json.member("column", d.column);
        json.member("end_line", d.end_line);
        json.member("end_column", d.end_column);
        json.text_or_null("help", d.help);
        json.text_or_null("path", d.path);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

std::string to_github(const Diagnostics& diagnostics) {
    std::string out;
    for (const auto& d : diagnostics.all()) {
        out += fmt::format(
            "::{} file={},line={},endLine={},col={},endColumn={},title={} {}::{}\n",
            workflow_level(d.severity), workflow_escape(d.file, true), d.line, d.end_line, d.column,
            d.end_column, info(d.code).id, info(d.code).slug,
            workflow_escape(printable(d.help.empty() ? d.message : d.message + "; " + d.help),
                            false));
    }
    return out;
}

}  // namespace plantool
