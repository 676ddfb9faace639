#include "read/node.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include "text/legacy.hpp"
#include "text/utf8.hpp"

namespace plantool {

bool check_utf8(const Source& source, Range range, const ShapeCodes& codes,
                Diagnostics& diagnostics) {
    const auto text = text_of(source, range);
    if (simdjson::validate_utf8(text.data(), text.size())) return true;
    const auto bad = first_invalid_utf8(text);
    if (!bad) return true;
    // The place is built by hand: columns and excerpts of broken text cannot be shown as they are.
    const auto offset = range.begin + static_cast<std::uint32_t>(*bad);
    Diagnostic diagnostic;
    diagnostic.code = codes.invalid_utf8;
    diagnostic.severity = Severity::error;
    diagnostic.file = source.name();
    diagnostic.line = diagnostic.end_line = source.line_of(offset);
    diagnostic.column = source.column_of(offset);
    diagnostic.end_column = diagnostic.column + 1;
    const auto line = source.line_text(offset);
    const auto valid = first_invalid_utf8(line);
    diagnostic.excerpt = std::string(line.substr(0, valid.value_or(line.size()))) + "\uFFFD";
    diagnostic.message =
        fmt::format("the byte at offset {} is not UTF-8 text", source.first_offset() + offset);
    diagnostic.help = "save the file as UTF-8; text in an old encoding must be converted first";
    // The line is enough to tell: a whole file may be large, and mixed.
    const auto old = from_latin1(line);
    if (const auto encoding = recognise_legacy(old)) {
        diagnostic.help = fmt::format(
            "this looks like the old encoding {}: `{}`; convert the file to Unicode (UTF-8)",
            legacy_name(*encoding), trim(decode_legacy(*encoding, old)));
    }
    diagnostics.add(std::move(diagnostic));
    return false;
}

}  // namespace plantool
