#include "read/syntax/node.hpp"

#include <simdjson.h>

#include <string>

#include "text/legacy.hpp"
#include "text/utf16.hpp"
#include "text/utf8.hpp"

namespace plantool {

Finding duplicates_in_all(const Node& mapping, std::size_t duplicates, const ShapeCodes& codes) {
    return {
        codes.duplicate_key, mapping.span, {Word::keys_twice_in_all, duplicates, kMostTold}, {}};
}

bool check_utf8(const Source& source, Range range, const ShapeCodes& codes,
                Diagnostics& diagnostics) {
    const auto text = text_of(source, range);
    // A byte 0 is valid UTF-8, but where there are many, the text is in another encoding.
    const auto zero = text.find('\0');
    const bool wide = zero != std::string_view::npos && looks_like_utf16(text);
    if (!wide && simdjson::validate_utf8(text.data(), text.size())) return true;
    const auto bad = wide ? std::optional(zero) : first_invalid_utf8(text);
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
    if (wide) diagnostic.excerpt.clear();
    diagnostic.message = {Word::byte_is_no_text, std::to_string(source.first_offset() + offset)};
    diagnostic.help = {Word::save_in_utf};
    if (wide) {
        diagnostic.help = {Word::looks_like_wide_text};
        diagnostics.add(std::move(diagnostic));
        return false;
    }
    // The line is enough to tell: a whole file may be large, and mixed.
    const auto old = from_latin1(line);
    if (const auto encoding = recognise_legacy(old)) {
        diagnostic.help = {Word::looks_like_old_encoding, legacy_name(*encoding),
                           trim(decode_legacy(*encoding, old))};
    }
    diagnostics.add(std::move(diagnostic));
    return false;
}

}  // namespace plantool
