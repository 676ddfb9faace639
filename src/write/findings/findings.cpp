#include "write/findings/findings.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "write/kit/json_writer.hpp"

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

void write_diagnostic(JsonWriter& json, const Diagnostic& d, Language language) {
    json.begin_object();
    json.member("code", info(d.code).id);
    json.member("slug", info(d.code).slug);
    json.member("severity", severity_name(d.severity));
    json.member("message", say(d.message, language));
    json.member("file", d.file);
    json.member("line", d.line);
    json.member("column", d.column);
    json.member("end_line", d.end_line);
    json.member("end_column", d.end_column);
    json.text_or_null("help", say(d.help, language));
    json.text_or_null("path", d.path);
    json.end_object();
}

std::string_view workflow_level(Severity severity) {
    return severity == Severity::info ? "notice" : severity_name(severity);
}

}  // namespace

std::string to_json(const Diagnostics& diagnostics, const ValidationCounts& counts,
                    Language language) {
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
    for (const auto& d : diagnostics.all()) write_diagnostic(json, d, language);
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

std::string to_json(const Failure& failure, int exit, Language language) {
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/error@1");
    json.member("exit", exit);
    json.member("message", say(failure.message, language));
    json.text_or_null("help", say(failure.help, language));
    json.key("diagnostics");
    json.begin_array(Layout::lines);
    if (failure.findings != nullptr) {
        for (const auto& d : failure.findings->all()) write_diagnostic(json, d, language);
    }
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

std::string in_one_line(const Diagnostic& diagnostic, Language language) {
    auto line = say(diagnostic.message, language);
    if (!diagnostic.help.empty()) line += "; " + say(diagnostic.help, language);
    return line;
}

std::string to_github(const Diagnostics& diagnostics, Language language) {
    std::string out;
    for (const auto& d : diagnostics.all()) {
        out += fmt::format("::{} file={},line={},endLine={},col={},endColumn={},title={} {}::{}\n",
                           workflow_level(d.severity), workflow_escape(printable(d.file), true),
                           d.line, d.end_line, d.column, d.end_column, info(d.code).id,
                           info(d.code).slug,
                           workflow_escape(printable(in_one_line(d, language)), false));
    }
    return out;
}

}  // namespace plantool
